"""What comes out of a conference: minutes and the resolution."""

from dataclasses import dataclass
from datetime import datetime

from danban.kit.vietnamese import number as figure
from danban.papers.kinds.calls import moment_in_words
from danban.papers.kinds.desk import Desk, dashed, text
from danban.papers.paper import Block, Depth, Field, Heading, Item, Paper, Paragraph, Profile, Run


@dataclass(frozen=True)
class Vote:
    """What was voted on and how: for + against + abstaining = present."""

    matter: str
    present: int
    agreed: int
    against: int = 0
    abstained: int = 0

    @property
    def sentence(self) -> str:
        """ "Chỉ tiêu vệ sinh: tán thành 48/50 (96,0 %), không tán thành 1, không có ý kiến 1"."""
        share = f" ({figure(100 * self.agreed / self.present, 1)} %)" if self.present else ""
        told = f"{self.matter}: tán thành {self.agreed}/{self.present}{share}"
        return f"{told}, không tán thành {self.against}, không có ý kiến {self.abstained}"


@dataclass(frozen=True)
class Minutes:
    """A conference as it went, in the order of form 1.9 of Decree 30.

    ``attended`` are figures under those present, ``decided`` votes in full sentences besides ``votes``, ``closing``
    what stands before the end. A moment that is None is left to be filled in by hand.
    """

    meeting: str
    starts_at: datetime | None
    ends_at: datetime | None
    venue: str
    chair: str
    secretary: str
    present: str
    course: tuple[tuple[str, tuple[str, ...]], ...]
    votes: tuple[Vote, ...] = ()
    attended: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


def minutes(desk: Desk, held: Minutes) -> Paper:
    """Biên bản: when, where, who, what was said item by item, votes, when it ended."""
    blocks: list[Block] = [
        Field("Thời gian bắt đầu", _moment(held.starts_at)),
        Field("Địa điểm", held.venue),
        Field("Thành phần tham dự", held.present),
        *dashed(held.attended),
        Field("Chủ trì", held.chair),
        Field("Thư ký", held.secretary),
        text("Nội dung (theo diễn biến hội nghị):"),
    ]
    for number, (item, said) in enumerate(held.course, start=1):
        blocks += [Heading(Depth.ARABIC, str(number), item), *dashed(said)]
    votes = (*(f"{vote.sentence};" for vote in held.votes), *held.decided)
    if votes:
        blocks += [text("Kết quả biểu quyết:"), *dashed(votes)]
    blocks += [text(words) for words in held.closing]
    blocks.append(text(f"Hội nghị kết thúc vào {_moment(held.ends_at)}."))
    return desk.paper("Biên bản", held.meeting, tuple(blocks))


def _moment(moment: datetime | None) -> str:
    return moment_in_words(moment) if moment else "… giờ … phút, ngày … tháng … năm …"


def resolution(
    desk: Desk, subject: str, articles: tuple[tuple[str, tuple[str, ...]], ...], *, basis: tuple[str, ...] = ()
) -> Paper:
    """Nghị quyết, a joint one where two bodies issue it: articles of one sentence, or of numbered ones."""
    blocks: list[Block] = [Paragraph((Run("QUYẾT NGHỊ:", bold=True),), is_centred=True)]
    for number, (title, clauses) in enumerate(articles, start=1):
        blocks.append(Heading(Depth.ARTICLE, str(number), title))
        if len(clauses) == 1:
            blocks.append(text(clauses[0]))
        else:
            blocks += [Item(f"{at}.", clause) for at, clause in enumerate(clauses, start=1)]
    name = "Nghị quyết liên tịch" if desk.profile is Profile.JOINT else "Nghị quyết"
    return desk.paper(name, subject, tuple(blocks), basis=basis)
