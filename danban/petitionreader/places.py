"""Places named in a text: lanes by number, streets, lakes, markets and halls by name."""

from __future__ import annotations

from collections.abc import Iterator

from danban.petitionreader.reading import Place
from danban.petitionreader.words import Word, number_at

_KINDS: dict[tuple[str, ...], str] = {
    ("ngo",): "ngo", ("ngach",): "ngach", ("hem",): "hem", ("kiet",): "hem", ("duong",): "duong", ("pho",): "pho",
    ("to", "dan", "pho"): "to", ("to",): "to", ("thon",): "thon", ("xom",): "xom", ("lang",): "lang", ("cum",): "cum",
    ("khu",): "khu", ("khu", "dan", "cu"): "khu", ("khu", "tap", "the"): "khu", ("khu", "do", "thi"): "khu",
    ("toa",): "toa", ("toa", "nha"): "toa", ("chung", "cu"): "chungcu", ("cho",): "cho", ("cau",): "cau",
    ("ho",): "ho", ("ao",): "ao", ("song",): "song", ("muong",): "muong", ("kenh",): "kenh",
    ("truong", "mam", "non"): "truong", ("truong", "tieu", "hoc"): "truong",
    ("truong", "trung", "hoc", "co", "so"): "truong",
    ("truong", "trung", "hoc", "pho", "thong"): "truong", ("truong",): "truong", ("mam", "non"): "truong",
    ("tieu", "hoc"): "truong", ("dinh",): "dinh",
    ("chua",): "chua", ("den",): "den", ("mieu",): "mieu", ("nga", "tu"): "nga",
    ("nga", "ba"): "nga", ("nga", "nam"): "nga",
    ("cong", "vien"): "congvien", ("nghia", "trang"): "nghiatrang", ("quoc", "lo"): "ql", ("tinh", "lo"): "tl",
    ("xe", "buyt"): "buyt", ("tuyen", "buyt"): "buyt", ("tuyen", "xe", "buyt"): "buyt", ("xe", "buyt", "tuyen"): "buyt",
    ("xe", "buyt", "so"): "buyt", ("tuyen",): "buyt", ("tuyen", "so"): "buyt",
    ("ben", "xe"): "benxe", ("benh", "vien"): "benhvien", ("so", "nha"): "nha", ("nha", "so"): "nha", ("doc",): "doc",
    ("xu", "dong"): "dong", ("canh", "dong"): "dong", ("cong", "lang"): "conglang", ("nha", "van", "hoa"): "nvh",
    ("tram", "bien", "ap"): "tba", ("tram", "bom"): "trambom", ("san", "choi"): "sanchoi",
    ("phuong",): "xa", ("xa",): "xa",
    ("dau",): "", ("day", "nha"): "day", ("day",): "day", ("lo",): "lo", ("o",): "o", ("don", "nguyen"): "day",
    ("duong", "tinh"): "tl", ("nha",): "toa", ("khoi",): "khoi", ("doi",): "doi", ("ky", "tuc", "xa"): "khu",
}  # fmt: skip
_LONGEST_KIND: dict[str, int] = {}
for _words in _KINDS:
    _LONGEST_KIND[_words[0]] = max(_LONGEST_KIND.get(_words[0], 0), len(_words))
_NUMBERED = {
    "ngo", "ngach", "hem", "to", "thon", "xom", "cum", "khu", "toa", "ql", "tl", "buyt", "nha", "day", "lo", "duong",
    "pho", "truong", "cau", "o", "khoi", "doi",
}  # fmt: skip
_NAMED = {
    "ngo", "duong", "pho", "cho", "cau", "ho", "ao", "song", "muong", "kenh", "truong", "dinh", "chua", "den", "mieu",
    "nga", "congvien", "nghiatrang", "khu", "chungcu", "thon", "xom", "lang", "benxe", "benhvien", "toa", "doc", "dong",
    "nvh", "xa", "to", "trambom", "sanchoi", "cum",
}  # fmt: skip
_LETTERED = {"toa", "day", "lo", "khu", "o"}
ARE_SUBJECTS = {
    "ho": ("lake", "environment"), "ao": ("lake", "environment"), "song": ("river_pollution", "environment"),
    "muong": ("canal", "environment"), "cau": ("bridge", "roads"), "dinh": ("communal_house", "heritage_worship"),
    "chua": ("pagoda", "heritage_worship"), "den": ("temple", "heritage_worship"),
    "mieu": ("temple", "heritage_worship"), "truong": ("school", "education"), "congvien": ("park", "culture_facility"),
    "trambom": ("irrigation", "drainage_flooding"), "tba": ("power", "power_telecom"), "buyt": ("bus", "traffic"),
    "nvh": ("village_hall", "culture_facility"), "sanchoi": ("playground", "culture_facility"),
    "chungcu": ("apartment", "housing"), "toa": ("apartment", "housing"),
}  # fmt: skip
"""Places that are themselves what is asked about, with the subject and field they stand for."""

STRONG = {
    "duong",
    "pho",
    "cho",
    "cau",
    "ho",
    "song",
    "muong",
    "kenh",
    "chua",
    "nga",
    "congvien",
    "benhvien",
    "benxe",
    "ql",
    "tl",
    "buyt",
}
"""Places that more than one village knows by the same name."""

SPEAKERS = {"nha", "xa", "to", "thon", "khoi", "doi"}
"""Where somebody lives rather than what is wrong: it may be left out by the other."""

_SAME_KIND = {"pho": "duong", "kiet": "hem", "lang": "thon", "kenh": "muong"}
_NO_NAME = {"de", "kien", "tdp", "ubnd", "uy", "led", "pccc", "mttq", "xin", "mong"}
_LONGEST_NAME = 4


def places_in(words: list[Word], *, is_marked: bool) -> Iterator[tuple[Place, int, int]]:
    """Each place with where it begins and how many words it takes; none inside another."""
    at = 0
    while at < len(words):
        found = _place_at(words, at, is_marked=is_marked)
        if found is None:
            at += 1
            continue
        place, length = found
        yield place, at, length
        at += length


def _place_at(words: list[Word], at: int, *, is_marked: bool) -> tuple[Place, int] | None:
    for length in range(min(_LONGEST_KIND.get(words[at].bare, 0), len(words) - at), 0, -1):
        kind = _KINDS.get(tuple(one.bare for one in words[at : at + length]))
        if kind and not (length == 1 and is_marked and _means_else(words[at])):
            return _named(words, at, length, kind)
    return None


_MARKED_FORMS = {
    "ngo": "ngo4", "ngach": "ngach5", "hem": "hem3", "duong": "đương2", "pho": "phô5", "to": "tô3", "thon": "thôn",
    "xom": "xom5", "lang": "lang2", "cum": "cum6", "khu": "khu", "toa": "toa2", "cho": "chơ6", "cau": "câu2",
    "ho": "hô2", "ao": "ao", "song": "sông", "muong": "mương", "kenh": "kênh", "truong": "trương2", "dinh": "đinh2",
    "chua": "chua2", "den": "đên2", "mieu": "miêu5", "xa": "xa4", "phuong": "phương2", "day": "day4", "lo": "lô",
    "o": "ô", "doc": "dôc5", "nha": "nha2", "khoi": "khôi5", "doi": "đôi6", "kiet": "kiêt6",
}  # fmt: skip
_UNMARKED_WEAK = {
    "cho",
    "den",
    "ho",
    "to",
    "o",
    "lo",
    "day",
    "xa",
    "ao",
    "song",
    "dinh",
    "chua",
    "nha",
    "doi",
    "lang",
    "dau",
    "doc",
}


def _means_else(word: Word) -> bool:
    """Whether a word of a text with accents is another word: "cho" is not "chợ", "đèn" not "đền"."""
    right = _MARKED_FORMS.get(word.bare)
    return right is not None and word.toned not in (right, word.bare if word.bare not in _UNMARKED_WEAK else right)


def _named(words: list[Word], at: int, length: int, kind: str) -> tuple[Place, int] | None:
    """The number and name that follow a place word; None where neither does."""
    after = at + length
    if after < len(words) and words[after].bare == "so" and kind in _NUMBERED:
        after += 1
    number, used = number_at(words, after) if kind in _NUMBERED else ("", 0)
    if not number and kind in _LETTERED and after < len(words) and _is_letter(words[after]):
        number, used = words[after].bare, 1
    after += used
    name, named = ("", 0)
    if kind in _NAMED:
        name, named = _name_at(words, after)
    if not number and not name:
        return None
    kind = _SAME_KIND.get(kind, kind)
    if kind in ("khu", "day", "lo", "o") and number and not number.isdigit():
        kind = "toa"
    place = Place(kind, name, number)
    return (_with_depth(place), after + named - at)


def _with_depth(place: Place) -> Place:
    """ "ngõ 12/34" is a branch (ngách), "ngách 12/34/5" a branch of a branch (hẻm)."""
    depth = place.number.count("/")
    if place.kind in ("ngo", "ngach", "hem") and depth:
        return Place("ngach" if depth == 1 else "hem", place.name, place.number)
    return place


def joined(places: list[Place]) -> list[Place]:
    """Branches with the lane they leave: "ngách 34 ngõ 12" and "ngách 12/34" are one place."""
    found = list(places)
    for low, high in (("ngach", "ngo"), ("hem", "ngach")):
        lone = [one for one in found if one.kind == low and one.number.count("/") < (1 if low == "ngach" else 2)]
        above = [one for one in found if one.kind == high and one.number]
        if len(lone) == 1 and len(above) == 1 and lone[0].number:
            whole = Place(low, lone[0].name or above[0].name, f"{above[0].number}/{lone[0].number}")
            found = [whole if one is lone[0] else one for one in found if one is not above[0]]
    return found


def _is_letter(word: Word) -> bool:
    return (
        len(word.bare) <= 3
        and word.is_capital
        and word.bare[:1].isalpha()
        and (len(word.bare) == 1 or word.bare[1:].isdigit())
    )


def _name_at(words: list[Word], start: int) -> tuple[str, int]:
    """Capitalised words that follow, as a name; a number may close it ("Mỗ Lao 2")."""
    name: list[str] = []
    for word in words[start : start + _LONGEST_NAME]:
        if (
            not word.is_capital
            or word.is_first
            or (not name and word.bare in _NO_NAME)
            or (word.written.isupper() and len(word.written) > 3)
        ):
            break
        name.append(word.bare)
    return " ".join(name), len(name)
