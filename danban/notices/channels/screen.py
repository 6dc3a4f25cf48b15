"""The way out that is none: everything stays on the screen, as in a demonstration."""

from collections.abc import Iterator, Sequence

from danban.notices.channels.carrier import Fate, Outcome
from danban.notices.queries.letters import Letter

DEMO = "Bản trình diễn không gửi gì ra ngoài."
NO_MAIL = "Chưa đặt máy chủ thư cho bản cài đặt này."
NO_SMS = "Chưa đặt dịch vụ tin nhắn cho bản cài đặt này."


class Screen:
    """Keeps every letter; ``why`` is the sentence shown beside it."""

    def __init__(self, why: str) -> None:
        self.why = why

    def carry(self, letters: Sequence[Letter]) -> Iterator[Outcome]:
        """Nothing leaves."""
        return (Outcome(letter, Fate.KEPT, self.why) for letter in letters)
