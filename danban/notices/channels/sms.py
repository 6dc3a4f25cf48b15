"""Letters as text messages, through whatever service the office has a contract with."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from danban.notices import texts
from danban.notices.channels.carrier import Fate, Outcome
from danban.notices.queries.letters import Letter

NO_NUMBER = "Người nhận không còn số di động."


class Undelivered(Exception):
    """A service did not take a message. ``is_final``: trying again will not help. Names no number."""

    def __init__(self, reason: str, *, is_final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_final = is_final


class SmsGateway(Protocol):
    """The one thing a service of text messages must do. Another service is another class like ``HttpGateway``."""

    def send(self, to: str, text: str) -> None:
        """Hand over ``text`` for a number (+84…); silent when it was taken, else ``Undelivered``."""
        ...


class Sms:
    """Sends letters through a gateway. ``public_url`` stands before every link."""

    def __init__(self, gateway: SmsGateway, *, public_url: str) -> None:
        self.gateway = gateway
        self.public_url = public_url

    def carry(self, letters: Sequence[Letter]) -> Iterator[Outcome]:
        """One message a letter."""
        for letter in letters:
            yield self._send(letter)

    def _send(self, letter: Letter) -> Outcome:
        if not letter.to:
            return Outcome(letter, Fate.REFUSED, NO_NUMBER)
        try:
            self.gateway.send(letter.to, self.text(letter))
        except Undelivered as error:
            return Outcome(letter, Fate.REFUSED if error.is_final else Fate.RETRY, error.reason)
        return Outcome(letter, Fate.SENT)

    def text(self, letter: Letter) -> str:
        """The message as the phone shows it."""
        return texts.sms_text(unit=letter.unit, subject=letter.subject, path=letter.path, public_url=self.public_url)
