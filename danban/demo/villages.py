"""Simulated villages: the same ones on every machine, marked as simulated, in believable numbers.

Where the number of a district's villages is public it is used; the rest is shared out by population so
that the city has 5,400. Names and households are drawn from a fixed seed per commune.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CITY_TOTAL = 5_400
# Districts whose number of villages and residential groups has been published, by code.
KNOWN_COUNTS = {"001": 136, "002": 132, "003": 95, "006": 337, "007": 264, "008": 354, "017": 195, "269": 118}
# Population of each district in thousands (2018, rounded, secondary source): weights only.
POPULATION = {
    "001": 247, "002": 161, "003": 168, "004": 292, "005": 267, "006": 421, "007": 318, "008": 412, "009": 285,
    "016": 341, "017": 382, "018": 276, "019": 237, "020": 257, "021": 333, "250": 227, "268": 320, "269": 150,
    "271": 283, "272": 182, "273": 163, "274": 229, "275": 188, "276": 208, "277": 331, "278": 205, "279": 248,
    "280": 211, "281": 205, "282": 194,
}  # fmt: skip
_FIRST = (
    "An", "Bảo", "Bình", "Cao", "Cẩm", "Châu", "Đại", "Đan", "Đặng", "Đình", "Đoài", "Đông", "Đồng", "Đức", "Dương",
    "Gia", "Giang", "Hạ", "Hậu", "Hiền", "Hòa", "Hoàng", "Hồng", "Hương", "Khê", "Kim", "La", "Lâm", "Liên", "Linh",
    "Long", "Lương", "Mai", "Minh", "Mỹ", "Nam", "Ngọc", "Nguyên", "Nhân", "Phú", "Phúc", "Phương", "Quang", "Quế",
    "Sơn", "Tân", "Tây", "Thái", "Thanh", "Thịnh", "Thọ", "Thượng", "Tiên", "Trung", "Tú", "Văn", "Vân", "Viên",
    "Vĩnh", "Xuân", "Yên",
)  # fmt: skip
_SECOND = (
    "Ấp", "Biên", "Canh", "Cát", "Cầu", "Chi", "Đà", "Đô", "Đoài", "Dũng", "Dương", "Hà", "Hạ", "Hòa", "Hội", "Khánh",
    "Khê", "Kỳ", "Lạc", "Lai", "Lan", "Lão", "Lập", "Lĩnh", "Lộc", "Mỗ", "Nghĩa", "Nội", "Ngoại", "Nha", "Ninh",
    "Phong", "Phú", "Quán", "Quang", "Sở", "Tảo", "Thắng", "Thôn", "Thủy", "Tiến", "Trì", "Triều", "Trung", "Trường",
    "Tự", "Vực", "Xá", "Xuyên", "Yên",
)  # fmt: skip


@dataclass(frozen=True)
class Village:
    """One simulated village; ``code`` is the commune's code, a dot and a number; ``households`` a count."""

    code: str
    name: str
    kind: str
    parent_code: str
    households: int


@dataclass(frozen=True)
class Commune:
    """What is needed to people a commune."""

    code: str
    kind: str
    district_code: str


def make_villages(communes: Sequence[Commune], *, total: int = CITY_TOTAL) -> Iterator[Village]:
    """The villages of the given communes, ``total`` in all when they are the whole city."""
    by_district: dict[str, list[Commune]] = {}
    for commune in communes:
        by_district.setdefault(commune.district_code, []).append(commune)
    for district, count in _share_out(list(by_district), total).items():
        members = sorted(by_district[district], key=lambda c: c.code)
        for commune, number in zip(members, _split(count, members, seed=district), strict=True):
            yield from _villages_of(commune, number, population=POPULATION[district] * 1_000, of=count)


def _share_out(districts: Sequence[str], total: int) -> dict[str, int]:
    """Largest remainders over population for districts without a published number."""
    known = {code: KNOWN_COUNTS[code] for code in districts if code in KNOWN_COUNTS}
    others = [code for code in districts if code not in known]
    whole_city = len(districts) == len(POPULATION)
    rest = total - sum(known.values()) if whole_city else sum(round(POPULATION[c] / 1.7) for c in others)
    weight = sum(POPULATION[code] for code in others) or 1
    exact = {code: rest * POPULATION[code] / weight for code in others}
    counts = {code: int(value) for code, value in exact.items()}
    for code in sorted(exact, key=lambda c: (counts[c] - exact[c], c))[: rest - sum(counts.values())]:
        counts[code] += 1
    return {code: known.get(code) or counts[code] for code in districts}


def _split(count: int, communes: Sequence[Commune], *, seed: str) -> list[int]:
    """How many villages each commune of a district gets: at least two, uneven as in life."""
    draw = random.Random(f"villages {seed}")
    weights = [draw.uniform(0.7, 1.4) for _ in communes]
    spare, scale = count - 2 * len(communes), sum(weights)
    numbers = [2 + int(spare * weight / scale) for weight in weights]
    for index in range(count - sum(numbers)):
        numbers[index % len(numbers)] += 1
    return numbers


def _villages_of(commune: Commune, number: int, *, population: int, of: int) -> Iterator[Village]:
    draw = random.Random(f"village {commune.code}")
    kind = "thon" if commune.kind == "xa" else "to_dan_pho"
    names = _village_names(draw, number) if kind == "thon" else [f"Tổ dân phố số {n + 1}" for n in range(number)]
    for position, name in enumerate(names, start=1):
        households = max(48, round(population / 3.6 / of * draw.uniform(0.6, 1.5)))
        yield Village(f"{commune.code}.{position:02d}", name, kind, commune.code, households)


def _village_names(draw: random.Random, number: int) -> list[str]:
    names: list[str] = []
    while len(names) < number:
        first, second = draw.choice(_FIRST), draw.choice(_SECOND)
        name = f"Thôn {first} {second}"
        if first != second and name not in names:
            names.append(name)
    return names
