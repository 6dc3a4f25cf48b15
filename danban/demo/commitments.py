"""Last year's resolutions of every unit, with targets and what became of them."""

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from danban.commitments.actions import LoadedPromise, load_commitments
from danban.commitments.queries import Measure, catalogue
from danban.kit.actor import machine
from danban.kit.clock import moment
from danban.units.models import Placement, Tree

_VILLAGE = (
    "families_registered",
    "families_recognised",
    "weekly_clean_ups",
    "civilised_rites",
    "lit_lanes",
    "model_lanes",
)
_COMMUNE = ("families_recognised", "cultural_villages", "waste_sorting", "community_fund")
_YEARS = (1, 2)
_WORDS = (
    ("Một số hộ thuê trọ chưa tham gia", "Vận động chưa tới nơi", "Giao tổ liên gia gặp từng hộ trong quý I"),
    ("Công trình thi công kéo dài", "Chờ nguồn vốn cấp trên", "Kiến nghị cấp trên và làm trước phần dân tự làm được"),
    ("Nền nếp chưa đều, tập trung ở các ngõ sâu", "Thiếu người đứng đầu từng ngõ", "Mỗi ngõ cử một người nhắc việc"),
)


def play_commitments(tree: Tree, *, year: int, today: date) -> int:
    """The resolutions of the two years before, for every village and commune; how many promises."""
    places = Placement.objects.filter(tree=tree, level__code__in=("village", "commune")).select_related("level")
    known = catalogue()
    rows = [
        row for place in places.order_by("path") for back in _YEARS
        for row in _of_unit(place, year - back, known, is_last=back == 1)
    ]  # fmt: skip
    return load_commitments(rows, actor=machine("demo"), at=moment(today))


def _of_unit(place: Placement, year: int, known: dict[str, Measure], *, is_last: bool) -> Iterator[LoadedPromise]:
    """Most were settled; of last year's a few wait for this year's conference."""
    codes = _VILLAGE if place.level.code == "village" else _COMMUNE
    for position, code in enumerate(codes, 1):
        chance = random.Random(f"promise {place.code} {year} {code}")
        measure = known[code]
        value = (
            Decimal(chance.randint(1, 6)) if not measure.is_share else Decimal(chance.choice((85, 88, 90, 92, 95, 98)))
        )
        if code == "families_registered":
            value = Decimal(chance.randint(96, 100))
        if is_last and chance.random() < 0.35:
            yield _row(place, (year, position), measure, value)
            continue
        yield _settled(place, (year, position), measure, value, chance)


def _row(place: Placement, at: tuple[int, int], measure: Measure, value: Decimal, **result: object) -> LoadedPromise:
    return LoadedPromise(
        place, *at, measure.code, measure.name, measure.unit_label, value, **result,  # type: ignore[arg-type]
    )  # fmt: skip


def _settled(
    place: Placement, at: tuple[int, int], measure: Measure, value: Decimal, chance: random.Random
) -> LoadedPromise:  # fmt: skip
    if not measure.is_share:
        reached = Decimal(max(0, int(value) + chance.choice((-2, -1, 0, 0, 1, 2))))
        return _row(place, at, measure, value, result=reached, **_judged(reached, value, chance))
    households = place.households or chance.randint(140, 320)
    of = Decimal(households if "families" in measure.code else chance.randint(8, 40))
    share = min(float(value) + chance.uniform(-9, 5), 100.0)
    count = Decimal(min(round(float(of) * share / 100), int(of)))
    result = (count * 100 / of).quantize(Decimal("0.01"))
    return _row(place, at, measure, value, result=result, count=count, of=of, **_judged(result, value, chance))


def _judged(result: Decimal, value: Decimal, chance: random.Random) -> dict[str, object]:
    if result >= value:
        return {"outcome": "done"}
    outcome = "partly" if result >= value * Decimal("0.95") else "not_done"
    return {"outcome": outcome, "words": chance.choice(_WORDS)}
