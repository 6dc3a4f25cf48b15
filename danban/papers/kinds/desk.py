"""Everything about a paper that is not its text: who issues it, from where, when, under which number, who signs."""

from dataclasses import dataclass
from datetime import date

from danban.papers.paper import Annex, Block, CheckCode, Issuer, Item, Paper, Paragraph, Profile, Run, Signature


@dataclass(frozen=True)
class Desk:
    """The frame in which a paper is written; every kind puts its words into it."""

    profile: Profile
    issuers: tuple[Issuer, ...]
    place: str
    issued_on: date | None = None
    number: int | None = None
    symbol: str = ""
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    check_code: CheckCode | None = None

    def paper(
        self, kind_name: str, subject: str, blocks: tuple[Block, ...], *, basis: tuple[str, ...] = (),
        addressed_to: tuple[str, ...] = (), annexes: tuple[Annex, ...] = (), has_end_mark: bool = True,
    ) -> Paper:  # fmt: skip
        """The paper of these words in this frame."""
        return Paper(
            profile=self.profile, issuers=self.issuers, place=self.place, kind_name=kind_name, subject=subject,
            blocks=blocks, number=self.number, symbol=self.symbol, issued_on=self.issued_on, basis=basis,
            addressed_to=addressed_to, signatures=self.signatures, recipients=self.recipients, annexes=annexes,
            has_end_mark=has_end_mark, check_code=self.check_code,
        )  # fmt: skip


def text(words: str) -> Paragraph:
    """A plain paragraph."""
    return Paragraph((Run(words),))


def numbered(lines: tuple[str, ...]) -> tuple[Item, ...]:
    """ "1.", "2.", … one after the other."""
    return tuple(Item(f"{number}.", line) for number, line in enumerate(lines, start=1))


def dashed(lines: tuple[str, ...]) -> tuple[Item, ...]:
    """Lines with a dash before each."""
    return tuple(Item("-", line) for line in lines)
