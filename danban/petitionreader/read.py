"""Read one petition: its kind, fields, places, what it is about and asks for, the keys its likes are found by."""

from __future__ import annotations

import re

from danban.petitionreader.lexicon import Found, Meaning, asks, aspects, little_words, subjects
from danban.petitionreader.places import ARE_SUBJECTS, STRONG, joined, places_in
from danban.petitionreader.reading import FieldGuess, Kind, Place, Reading
from danban.petitionreader.words import Word, is_marked, words_of

_STOP = frozenset(little_words())
_COMPLAINT = re.compile(
    r"\b(khieu nai|khieu kien|to cao|don to cao|don khieu nai|tu cao|nhan hoi lo|hoi lo|tham nhung|tham o|nhan tien|"
    r"vu khong|bao che|an chan|an bot|chiem doat|lua dao|chay chot|lot tay|dut lot|khong dong y voi quyet dinh|"
    r"huy quyet dinh|thu hoi quyet dinh|quyet dinh xu phat|lam dung chuc quyen|vu loi|bien thu|rut ruot)\b"
)
_SUGGESTS = re.compile(
    r"\b(hien ke|sang kien|y tuong|giai phap cua toi|toi co giai phap|nen thu|mo hinh moi|toi xin hien ke|cach lam hay|"
    r"de xuat mo hinh|toi co cach|co the lam the nay|xin hien)\b"
)
_COMMENTS = re.compile(
    r"\b(gop y|dong gop y kien|toi nhan thay|nhat tri voi|dong tinh voi|hoan nghenh|bieu duong|bao cao can|"
    r"du thao|nen ghi|nen bo sung vao nghi quyet|bao cao nen|chi tieu nen|nghi quyet nen|xin duoc gop y|nhat tri cao|"
    r"can neu ro trong bao cao)\b"
)
_BESIDE = frozenset(
    [
        "truoc",
        "canh",
        "gan",
        "khoi",
        "quanh",
        "ben",
        "sau",
        "doi",
        "dien",
        "tai",
        "cong",
        "giap",
        "cuoi",
        "dau",
        "trong",
        "ngoai",
        "o",
        "tai",
    ]
)
GENERIC = frozenset({"relic", "smell", "conduct", "art_club", "pupils", "elderly"})
"""Subjects that say how bad something is rather than what it is: they count only where nothing else is named."""

_GUESSES = 3
_KEYS = 4


def read(text: str) -> Reading:
    """Everything a text says about itself; never raises, whatever the text. About 0,1 ms for a sentence."""
    words = words_of(text)
    marked = is_marked(words)
    bare = " ".join(one.bare for one in words)
    placed = list(places_in(words, is_marked=marked))
    named = {at for place, start, length in placed if place.name for at in range(start, start + length)}
    about = [one for one in subjects().find(words, is_marked=marked) if one.start not in named or one.length > 1]
    about += [_as_subject(words, *one) for one in placed if one[0].kind in ARE_SUBJECTS]
    about.sort(key=lambda one: one.start)
    wanted = [one for one in asks().find(words, is_marked=marked) if one.start not in named]
    beside = _beside(words, about)
    weighed = _weigh(about, beside)
    fields = _fields(about, beside)
    places = tuple(dict.fromkeys(joined([place for place, _, _ in placed])))
    taken = _taken(about, wanted, placed)
    wrong = tuple(dict.fromkeys(match.group() for match in _COMPLAINT.finditer(bare)))
    return Reading(
        kind=_kind(bare),
        is_complaint=bool(wrong),
        complaint_words=_as_written(words, wrong),
        fields=fields,
        places=places,
        subjects=weighed,
        aspects=frozenset(one.meaning.code for one in aspects().find(words, is_marked=marked)),
        asks=tuple(dict.fromkeys(one.meaning.code for one in wanted)),
        rest=frozenset(
            one.bare for at, one in enumerate(words)
            if at not in taken and one.bare not in _STOP and len(one.bare) > 1 and not one.bare.isdigit()
        ),
        content=frozenset(one.bare for one in words if one.bare not in _STOP and len(one.bare) > 1),
        bare=bare,
        keys=_keys(weighed, fields),
        wide_keys=_wide_keys(places, fields),
    )  # fmt: skip


def _as_subject(words: list[Word], place: Place, start: int, length: int) -> Found:
    """A named lake, hall or school is what is asked about."""
    code, field = ARE_SUBJECTS[place.kind]
    return Found(Meaning(code, field, 3), length, start, " ".join(one.written for one in words[start : start + length]))


def _beside(words: list[Word], about: list[Found]) -> set[int]:
    """Where something is only named to say where: "trước cổng trường", "cạnh nghĩa trang", "gần chợ"."""
    return {
        one.start for one in about
        if any(words[at].bare in _BESIDE for at in range(max(one.start - 2, 0), one.start))
        and any(other.start != one.start and other.meaning.code != one.meaning.code for other in about)
    }  # fmt: skip


def _weigh(about: list[Found], beside: set[int]) -> tuple[str, ...]:
    """Subjects, the weightiest first; a weak word beside strong phrases of another subject is left out."""
    weights: dict[str, float] = {}
    for one in about:
        weight = one.meaning.weight / (3 if one.start in beside else 1)
        weights[one.meaning.code] = weights.get(one.meaning.code, 0) + weight
    strongest = max(weights.values(), default=0)
    kept = {code: weight for code, weight in weights.items() if weight * 3 >= strongest}
    if special := [code for code in kept if code not in GENERIC]:
        kept = {code: kept[code] for code in special}
    return tuple(sorted(kept, key=lambda code: (-kept[code], code)))


def _fields(about: list[Found], beside: set[int]) -> tuple[FieldGuess, ...]:
    weights: dict[str, float] = {}
    words: dict[str, list[str]] = {}
    for place, one in enumerate(about):
        field = one.meaning.field
        weight = one.meaning.weight / (3 if one.start in beside else 1)
        weights[field] = weights.get(field, 0) + weight * (1.4 if place == 0 else 1)
        words.setdefault(field, []).append(one.written)
    total = sum(weights.values())
    ranked = sorted(weights, key=lambda field: (-weights[field], field))[:_GUESSES]
    return tuple(
        FieldGuess(field, round(weights[field] / total, 3), tuple(dict.fromkeys(words[field]))[:4]) for field in ranked
    )


def _taken(about: list[Found], wanted: list[Found], placed: list[tuple[Place, int, int]]) -> set[int]:
    spans = [(one.start, one.length) for one in (*about, *wanted)] + [(start, length) for _, start, length in placed]
    return {at for start, length in spans for at in range(start, start + length)}


def _kind(bare: str) -> Kind:
    if _SUGGESTS.search(bare):
        return Kind.IDEA
    return Kind.COMMENT if _COMMENTS.search(bare) else Kind.PETITION


def _as_written(words: list[Word], phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Phrases found in the bare text as they stand in the text itself."""
    found = []
    bare = [one.bare for one in words]
    for phrase in phrases:
        parts = phrase.split()
        for at in range(len(bare) - len(parts) + 1):
            if bare[at : at + len(parts)] == parts:
                found.append(" ".join(one.written for one in words[at : at + len(parts)]))
                break
    return tuple(found)


def _keys(weighed: tuple[str, ...], fields: tuple[FieldGuess, ...]) -> tuple[str, ...]:
    if weighed:
        return tuple(f"s:{code}" for code in weighed[:_KEYS])
    return tuple(f"f:{one.code}" for one in fields[:1]) or ("f:other",)


def _wide_keys(places: tuple[Place, ...], fields: tuple[FieldGuess, ...]) -> tuple[str, ...]:
    strong = [one for one in places if one.kind in STRONG and (one.name or one.number)]
    return tuple(
        f"w:{place.kind}:{place.name}:{place.number}:{field.code}" for place in strong[:2] for field in fields[:2]
    )
