"""Letters by e-mail, plain text with kept files, over the mail server of the settings; one connection a batch."""

from collections.abc import Iterator, Sequence
from email.utils import parseaddr
from smtplib import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from danban.kit import kept
from danban.notices import texts
from danban.notices.channels.carrier import Fate, Outcome
from danban.notices.queries.letters import Letter, mail_text_of

UNREACHABLE = "Không nối được với máy chủ thư."
NO_FILE = "Không còn tệp đính kèm trên máy chủ nên thư không gửi đi được."
NO_ADDRESS = "Người nhận không còn địa chỉ thư điện tử."


class Email:
    """Sends letters. ``sender`` stands in From, ``public_url`` before every link."""

    def __init__(self, *, sender: str, public_url: str) -> None:
        self.sender = sender
        self.public_url = public_url

    def carry(self, letters: Sequence[Letter]) -> Iterator[Outcome]:
        """One letter after the other; a server that cannot be reached leaves them all for another try."""
        connection = get_connection()
        try:
            connection.open()
        except (OSError, SMTPException) as error:
            reason = _trouble(error)[1]
            yield from (Outcome(letter, Fate.RETRY, reason) for letter in letters)
            return
        try:
            for letter in letters:
                yield self._send(letter, connection)
        finally:
            connection.close()

    def message(self, letter: Letter) -> EmailMessage:
        """The letter as mail. Its Message-ID is always the same, so that a copy sent twice shows as one.

        Raises ``FileNotFoundError`` where a file that goes with it is gone.
        """
        domain = parseaddr(self.sender)[1].rpartition("@")[2]
        mail = EmailMessage(
            subject=texts.mail_subject(unit=letter.unit, subject=letter.subject),
            body=mail_text_of(letter, public_url=self.public_url),
            from_email=self.sender,
            to=[letter.to],
            headers={"Auto-Submitted": "auto-generated", "Message-ID": f"<danban.notice.{letter.notice_id}@{domain}>"},
        )
        for one in letter.attachments:
            mail.attach(one.name, kept.path_of(one.sha256).read_bytes(), one.media_type)
        return mail

    def _send(self, letter: Letter, connection: BaseEmailBackend) -> Outcome:
        if not letter.to:
            return Outcome(letter, Fate.REFUSED, NO_ADDRESS)
        try:
            mail = self.message(letter)
        except FileNotFoundError:
            return Outcome(letter, Fate.REFUSED, NO_FILE)
        try:
            connection.send_messages([mail])
        except (OSError, SMTPException, ValueError) as error:  # ValueError: an address no mail can be built with
            return Outcome(letter, *_trouble(error))
        return Outcome(letter, Fate.SENT)


def _trouble(error: Exception) -> tuple[Fate, str]:
    """What to do after an error, and a sentence that names no address: servers quote them in their answers."""
    if isinstance(error, ValueError):
        return Fate.REFUSED, "Địa chỉ thư hoặc nội dung thư viết sai nên không gửi được."
    if isinstance(error, SMTPRecipientsRefused):
        code = next(iter(error.recipients.values()), (0, b""))[0]
        return _answered(code, "Máy chủ thư không nhận địa chỉ người nhận")
    if isinstance(error, SMTPAuthenticationError):
        return Fate.RETRY, f"Máy chủ thư không nhận tên và mật khẩu của hệ thống (mã {error.smtp_code})."
    if isinstance(error, SMTPSenderRefused):
        return Fate.RETRY, f"Máy chủ thư không nhận địa chỉ gửi của hệ thống (mã {error.smtp_code})."
    if isinstance(error, SMTPResponseException):
        return _answered(error.smtp_code, "Máy chủ thư không nhận thư này")
    return Fate.RETRY, UNREACHABLE


def _answered(code: int, sentence: str) -> tuple[Fate, str]:
    """RFC 5321, 4.2.1: 5xx is final, 4xx may go another time."""
    if code >= 500:
        return Fate.REFUSED, f"{sentence} (mã {code})."
    return Fate.RETRY, f"{sentence} lúc này (mã {code})."
