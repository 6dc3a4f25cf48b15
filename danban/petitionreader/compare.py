"""Judge two readings alike or not: places and numbers first, then what is asked about, then the words."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from danban.petitionreader.lexicon import opposites
from danban.petitionreader.places import SPEAKERS, STRONG
from danban.petitionreader.reading import Likeness, Place, Reading, Verdict

_KIND_NAMES = {
    "ngo": "ngõ", "ngach": "ngách", "hem": "hẻm", "duong": "đường, phố", "to": "tổ", "thon": "thôn, làng", "xom": "xóm",
    "cum": "cụm", "khu": "khu", "toa": "tòa", "chungcu": "chung cư", "cho": "chợ", "cau": "cầu", "ho": "hồ", "ao": "ao",
    "song": "sông", "muong": "mương, kênh", "truong": "trường", "dinh": "đình", "chua": "chùa", "den": "đền",
    "mieu": "miếu", "nga": "ngã", "congvien": "công viên", "nghiatrang": "nghĩa trang", "ql": "quốc lộ",
    "tl": "tỉnh lộ", "buyt": "tuyến buýt", "benxe": "bến xe", "benhvien": "bệnh viện", "nha": "số nhà", "doc": "dốc",
    "dong": "cánh đồng", "day": "dãy", "lo": "lô", "o": "ô", "nvh": "nhà văn hóa", "xa": "xã, phường",
    "khoi": "khối", "doi": "đội", "tba": "trạm biến áp", "trambom": "trạm bơm", "sanchoi": "sân chơi",
}  # fmt: skip
_NEAR = (
    {"drain", "canal", "flooding", "irrigation"}, {"lake", "river_pollution", "canal"}, {"livestock", "canal"},
    {"sidewalk_trade", "market", "congestion"}, {"parking", "congestion", "fire"}, {"theft", "patrol", "camera"},
    {"communal_house", "relic"}, {"pagoda", "relic"}, {"temple", "relic"}, {"village_gate", "relic"},
    {"power", "telecom_cables"}, {"playground", "park", "sports"}, {"lane_surface", "field_road", "speeding"},
    {"rubbish", "rubble", "waste_sorting"}, {"dust_air", "rubble", "speeding"}, {"preschool", "school"},
    {"apartment", "degraded_building"}, {"land_clearing", "planning"}, {"land_certificate", "land_clearing"},
    {"health_station", "epidemic"}, {"illegal_building", "land_clearing"}, {"speeding", "speed_bump"},
    {"zebra", "traffic_light", "speeding"}, {"youth_gangs", "speeding", "patrol"}, {"noise", "loudspeaker"},
    {"poor", "jobs"}, {"smell", "lake", "river_pollution", "canal", "livestock"}, {"bus", "bus_shelter"},
)  # fmt: skip
_STATES = {"control", "clean", "broken", "lacking"}
_LANES = ("ngach", "hem", "ngo", "toa", "day", "xom")
SAME_FROM = 0.62
LIKE_FROM = 0.40


def compare(a: Reading, b: Reading, *, same_village: bool, same_commune: bool) -> Likeness:
    """How alike two readings are; the order does not matter.

    A different number or name of the same kind of place is never the same request, nor is another subject, nor
    opposite wishes. A place only one of them names makes it a like at most, unless both were said in one village and
    the words agree. Without any place, what two villages ask is alike only: each has its own hall, its own drains.
    """
    reasons: list[str] = []
    clash = _clash(a, b)
    shared = _shared_places(a, b)
    reasons += [f"cùng {_called(one)}" for one in shared]
    subject = _subject(a, b)
    words = _words(a, b)
    against = _is_against(a, b)
    common = [code for code in a.subjects if code in b.subjects]
    if common or subject >= 0.5:
        reasons.append("cùng việc")
    if against:
        reasons.append("mong muốn trái nhau")
    score = 0.55 * subject + 0.2 * _asks(a, b) + 0.25 * words
    if clash:
        return Likeness(round(min(score, 0.35), 3), Verdict.DIFFERENT, (clash, *reasons))
    if against or subject < 0.3:
        return Likeness(round(min(score, 0.35), 3), Verdict.DIFFERENT, tuple(reasons) or ("khác việc",))
    score += 0.1 if shared else 0.0
    verdict = Verdict.SAME if score >= SAME_FROM else Verdict.LIKE if score >= LIKE_FROM else Verdict.DIFFERENT
    if verdict is Verdict.SAME and (
        why := _doubt(a, b, (shared, words), same_village=same_village, same_commune=same_commune)
    ):
        verdict, reasons = Verdict.LIKE, [*reasons, why]
        score = min(score, SAME_FROM - 0.01)
    return Likeness(round(min(score, 1.0), 3), verdict, tuple(dict.fromkeys(reasons)))


def _doubt(a: Reading, b: Reading, found: tuple[list[Place], float], *, same_village: bool, same_commune: bool) -> str:
    """Why two that read the same are not to be grouped by themselves; "" for no doubt."""
    shared, words = found
    lone = [one for one in _only(a, b) if one.kind not in SPEAKERS]
    if not same_commune and not any(one.kind in STRONG for one in shared):
        return "khác xã, phường và không cùng địa danh"
    if lone and not _covered(lone, a, b):
        is_lane = any(one.kind in _LANES for one in lone)
        if is_lane or (not shared and (not same_village or words < 0.8)):
            return f"chỉ một bên nêu {_called(lone[0])}"
    if not shared and not set(a.asks) & set(b.asks) and len(a.content & b.content) < 2 and _say_more(a, b):
        return "cùng lĩnh vực, nhưng lời nói về việc khác"
    if _other_side(a, b):
        return "cùng đối tượng, nhưng nói về hai mặt khác nhau"
    if houses := _other_house(a, b):
        return f"khác số nhà: {houses}"
    return "" if same_village or shared else "khác thôn, tổ dân phố và không nêu địa điểm chung"


def _say_more(a: Reading, b: Reading) -> bool:
    """Whether each has words of its own that the other has not."""
    return len(a.rest) > 1 and len(b.rest) > 1 and not a.rest & b.rest


def _other_side(a: Reading, b: Reading) -> bool:
    """Whether of some side both speak and never of the same: how strong the water is, and what it smells of."""
    ours, theirs = _by_side(a.aspects - b.aspects), _by_side(b.aspects - a.aspects)
    return bool((ours & theirs) - _by_side(a.aspects & b.aspects))


def _by_side(aspects: frozenset[str]) -> set[str]:
    return {one.partition(".")[0] for one in aspects}


def _other_house(a: Reading, b: Reading) -> str:
    """Numbers of houses where both name one and none is the same; "" otherwise."""
    ours, theirs = ({one.number for one in each.places if one.kind == "nha"} for each in (a, b))
    return f"{min(ours)} và {min(theirs)}" if ours and theirs and not ours & theirs else ""


def _clash(a: Reading, b: Reading) -> str:
    """The sentence of a place both name differently, or ""."""
    for kind in sorted({one.kind for one in a.places} & {one.kind for one in b.places}):
        ours = [one for one in a.places if one.kind == kind]
        theirs = [one for one in b.places if one.kind == kind]
        if not any(_agree(one, other) for one in ours for other in theirs):
            if kind == "nha":
                continue
            return f"khác {_KIND_NAMES.get(kind, kind)}: {_label(ours[0])} và {_label(theirs[0])}"
        numbers = ({one.number for one in ours if one.number}, {one.number for one in theirs if one.number})
        if kind in ("ngo", "ngach", "hem", "toa", "day") and all(numbers) and not numbers[0] & numbers[1]:
            return f"khác {_KIND_NAMES[kind]}: {', '.join(sorted(numbers[0]))} và {', '.join(sorted(numbers[1]))}"
    return ""


def _agree(one: Place, other: Place) -> bool:
    """Whether two places of one kind can be the same: numbers equal, names equal or one of them short of a word."""
    if one.number and other.number and one.number != other.number:
        return False
    if one.name and other.name:
        return one.name == other.name or fuzz.ratio(one.name, other.name) >= 90 or _is_part(one.name, other.name)
    return bool(one.number and other.number) or not ((one.name and other.number) or (one.number and other.name))


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one.split(), other.split()), key=len)
    return len(short) < len(long) and long[: len(short)] == short


def _shared_places(a: Reading, b: Reading) -> list[Place]:
    found = []
    for one in a.places:
        for other in b.places:
            if one.kind == other.kind and _agree(one, other) and one.kind != "nha":
                found.append(one if len(one.name) >= len(other.name) else other)
                break
    return found + [one for one in (*_named_in(a, b), *_named_in(b, a)) if one not in found]


def _named_in(a: Reading, b: Reading) -> Iterator[Place]:
    """Places of one text whose name the other bears without capitals, so that it was not read as a place."""
    kinds = {one.kind for one in b.places}
    for one in a.places:
        if one.name and one.kind not in kinds and f" {one.name} " in f" {b.bare} ":
            yield one


def _only(a: Reading, b: Reading) -> list[Place]:
    """Places only one of the two names."""
    shared = {(one.kind) for one in _shared_places(a, b)}
    return [one for one in (*a.places, *b.places) if one.kind not in shared]


def _covered(lone: list[Place], a: Reading, b: Reading) -> bool:
    """Whether the other text bears the name or number of every lone place in its plain words."""
    texts = (f" {a.bare} ", f" {b.bare} ")
    return all(all(f" {one.name or one.number} " in text for text in texts) for one in lone)


def _subject(a: Reading, b: Reading) -> float:
    """How much they are about the same: 1 where the weightiest subjects agree."""
    if not a.subjects or not b.subjects:
        close = fuzz.token_set_ratio(a.bare, b.bare) / 100
        return close if close >= 0.72 else 0.0
    ours, theirs = a.subjects[:4], b.subjects[:4]
    common = [code for code in ours if code in theirs]
    if not common:
        return (0.6 if _shared_places(a, b) else 0.3) * _are_near(ours[0], theirs[0])
    if ours[0] == theirs[0]:
        return 1.0
    if ours[0] in theirs and theirs[0] in ours:
        return 0.9
    if ours[0] in theirs or theirs[0] in ours:
        return 0.75 if _are_near(ours[0], theirs[0]) or len(ours) == 1 or len(theirs) == 1 else 0.55
    return 0.45 if _are_near(ours[0], theirs[0]) else 0.25


def _are_near(one: str, other: str) -> bool:
    """Whether two subjects are often words for the same thing."""
    return any(one in near and other in near for near in _NEAR)


def _asks(a: Reading, b: Reading) -> float:
    if not a.asks or not b.asks:
        return 0.7
    common = set(a.asks) & set(b.asks)
    return 1.0 if common else 0.4


def _is_against(a: Reading, b: Reading) -> bool:
    """Whether what one asks undoes what the other asks."""
    table = opposites()
    if not a.asks or not b.asks or set(a.asks) & set(b.asks) - _STATES:
        return False
    return any(other in table.get(one, frozenset()) for one in a.asks for other in b.asks)


def _words(a: Reading, b: Reading) -> float:
    """How far the words left over agree, 0 to 1; few words say little either way."""
    if not a.rest and not b.rest:
        return 1.0
    common = len(a.rest & b.rest)
    smaller = min(len(a.rest), len(b.rest))
    overlap = common / smaller if smaller else 0.5
    return max(overlap * 0.9, fuzz.token_set_ratio(a.bare, b.bare) / 100)


def _label(place: Place) -> str:
    return " ".join(filter(None, (place.number, place.name.title())))


def _called(place: Place) -> str:
    return f"{_KIND_NAMES.get(place.kind, place.kind)} {_label(place)}".strip()
