"""Adopt: the targets of an issued resolution are promises from now on."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from danban.audit.actions import record
from danban.commitments import rules
from danban.commitments.models import Commitment
from danban.commitments.queries.catalogue import Measure, catalogue, code_of
from danban.commitments.states import CommitmentStatus, Source
from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units.models import Placement


@transaction.atomic
def adopt_targets(
    conference_id: int, *, targets: Sequence[Mapping[str, Any]], actor: Actor, at: datetime
) -> int:  # fmt: skip
    """Write the frozen targets of a resolution for every unit its conference served; how many.

    ``targets`` have the keys "indicator", "unit_label", "base", "value", "denominator", "measure", "owner". A later
    revision replaces what is not settled yet. Called by the room of resolutions in its transaction.
    Raises ``NotFound`` or ``NotYours``.
    """
    locked = Conference.objects.select_for_update(of=("self",)).select_related("campaign", "placement")
    conference = locked.defer("campaign__plan_text").filter(pk=conference_id).first()
    if conference is None:
        raise NotFound
    rules.check_can_adopt(actor, conference, at=at)
    places = [one.placement for one in conference.places.select_related("placement")] or [conference.placement]
    known, year = catalogue(), conference.campaign.year
    rows = [row for place in places for row in _rows(conference, place, targets, known, at)]
    taken = _clear(places, year)
    new = [row for row in rows if (row.unit_id, row.position) not in taken]
    Commitment.objects.bulk_create(new)
    record(
        actor=actor, event="commitments.adopted", subject="conference", subject_id=conference.pk, at=at,
        unit_id=actor.unit_id, changes={"year": year, "commitments": len(new)},
    )  # fmt: skip
    return len(new)


def _clear(places: Sequence[Placement], year: int) -> set[tuple[int, int]]:
    """Take away what no conference has settled; what stays keeps its position."""
    units = [one.unit_id for one in places]
    Commitment.objects.filter(
        unit_id__in=units, year=year, source=Source.CONFERENCE, status=CommitmentStatus.OPEN
    ).delete()
    return set(Commitment.objects.filter(unit_id__in=units, year=year).values_list("unit_id", "position"))


def _rows(
    conference: Conference,
    place: Placement,
    targets: Sequence[Mapping[str, Any]],
    known: dict[str, Measure],
    at: datetime,
) -> list[Commitment]:
    return [
        Commitment(
            year=conference.campaign.year, unit_id=place.unit_id, tree_id=place.tree_id, placement=place,
            at_1=place.at_1, at_2=place.at_2, at_3=place.at_3, conference=conference, position=number,
            indicator=code_of(one["indicator"], known), title=one["indicator"][:240],
            unit_label=one.get("unit_label", ""), of_count=one.get("denominator", ""), base=_figure(one.get("base")),
            value=_figure(one.get("value")), measure=one.get("measure", ""), owner=one.get("owner", ""),
            source=Source.CONFERENCE, adopted_at=at,
        )
        for number, one in enumerate(targets, 1)
    ]  # fmt: skip


def _figure(value: Any) -> Decimal | None:
    return None if value in (None, "") else Decimal(str(value))
