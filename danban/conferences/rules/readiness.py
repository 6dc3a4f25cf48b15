"""What a conference still needs before it can be announced, all of it at once (II.1.a, II.2)."""

from dataclasses import dataclass

from danban.conferences.models import Conference
from danban.conferences.rules.contents import missing_contents
from danban.conferences.rules.programme import Programme


@dataclass(frozen=True)
class Need:
    """One thing a conference is announced with: its code, its words, whether it is there."""

    code: str
    words: str
    is_met: bool


def needs_of(conference: Conference, programme: Programme) -> tuple[Need, ...]:
    """Day, hall, start, agenda; of a written agenda its mandatory contents and the agreement of the two heads."""
    needs = (
        Need("day", "ngày họp", conference.day is not None),
        Need("hall", "hội trường", conference.hall_id is not None),
        Need("starts", "giờ họp", conference.starts_at is not None),
        Need("agenda", "chương trình", bool(programme.entries)),
    )
    if not programme.entries:
        return needs
    missing = missing_contents(programme.entries, of=conference)
    named = f" ({'; '.join(missing)})" if missing else ""
    return (*needs, Need("contents", f"nội dung bắt buộc{named}", not missing), _agreement(programme))


def missing_words(needs: tuple[Need, ...]) -> str:
    """ "hội trường, giờ họp và chương trình"; "" where nothing is missing."""
    missing = [need.words for need in needs if not need.is_met]
    return " và ".join(filter(None, [", ".join(missing[:-1]), *missing[-1:]]))


def _agreement(programme: Programme) -> Need:
    heads = programme.heads
    waited = [body.name for body in programme.waited_for]
    waited += [] if heads.front else ["Mặt trận (đơn vị chưa có cơ quan này)"]
    waited += [] if heads.authority else ["Trưởng thôn, Tổ trưởng hoặc UBND (đơn vị chưa có)"]
    words = f"ý kiến thống nhất chương trình của {', '.join(waited)}" if waited else "ý kiến thống nhất chương trình"
    return Need("assents", words, not waited)
