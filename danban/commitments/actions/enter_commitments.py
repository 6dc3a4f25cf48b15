"""Enter last year's resolution from paper: a village in ten minutes, a line a promise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from danban.audit.actions import record
from danban.commitments import rules
from danban.commitments.models import Commitment
from danban.commitments.queries.catalogue import catalogue, code_of
from danban.commitments.states import Source
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import fold, squeeze
from danban.units.models import Placement

FIRST_YEAR, LAST_YEAR = 2010, 2100


@dataclass(frozen=True)
class PromiseRow:
    """One line of a resolution: words, target, its unit, what it started from, who answers for it."""

    title: str
    value: Decimal | None = None
    unit_label: str = ""
    base: Decimal | None = None
    owner: str = ""


@transaction.atomic
def enter_commitments(
    placement_id: int, *, year: int, rows: Sequence[PromiseRow], actor: Actor, at: datetime
) -> int:  # fmt: skip
    """Write the lines not there yet (a second click adds nothing); how many. Marked as entered from paper.

    Raises ``NotFound``, ``NotYours`` or ``BadInput`` naming the line.
    """
    place = Placement.objects.select_for_update(of=("self",)).filter(pk=placement_id).first()
    if place is None:
        raise NotFound
    rules.check_can_enter(actor, place, at=at)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput("Năm của nghị quyết chưa đúng.", {"year": "Hãy ghi năm, ví dụ 2022."})
    filled = [(line, row) for line, row in enumerate(rows, 1) if squeeze(row.title)]
    if not filled:
        raise BadInput("Hãy ghi ít nhất một chỉ tiêu.", {"rows": "Chưa có dòng nào."})
    for line, row in filled:
        rules.check_row(row.title, line=line)
        _check_figures(row, line)
    there = list(Commitment.objects.filter(unit_id=place.unit_id, year=year))
    titles, known = {fold(one.title) for one in there}, catalogue()
    position = max((one.position for one in there), default=0)
    new = []
    for _, row in filled:
        if fold(row.title) in titles:
            continue
        titles.add(fold(row.title))
        position += 1
        new.append(
            Commitment(
                year=year, unit_id=place.unit_id, tree_id=place.tree_id, placement=place, at_1=place.at_1,
                at_2=place.at_2, at_3=place.at_3, position=position, indicator=code_of(squeeze(row.title), known),
                title=squeeze(row.title), unit_label=squeeze(row.unit_label)[:40], base=row.base, value=row.value,
                owner=squeeze(row.owner)[:160], source=Source.PAPER, adopted_at=at,
            )
        )  # fmt: skip
    Commitment.objects.bulk_create(new)
    record(
        actor=actor, event="commitments.entered", subject="placement", subject_id=place.pk, at=at,
        unit_id=actor.unit_id, changes={"year": year, "commitments": len(new)},
    )  # fmt: skip
    return len(new)


def _check_figures(row: PromiseRow, line: int) -> None:
    for figure in (row.value, row.base):
        if figure is not None and (
            figure < 0 or figure >= Decimal(10) ** 11 or (row.unit_label == "%" and figure > 100)
        ):
            sentence = f"Dòng {line}: con số {figure.normalize():f} không thể có."
            raise BadInput(sentence, {"value": sentence})
