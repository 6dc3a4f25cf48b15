"""Record that a version was presented: where, when, on which occasion, to how many."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.vietnamese import squeeze
from danban.library import rules
from danban.library.models import OutlineVersion, Presentation
from danban.library.rules import PresentationSheet
from danban.units.models import Placement


@transaction.atomic
def record_presentation(version_id: int, *, sheet: PresentationSheet, actor: Actor, at: datetime) -> Presentation:
    """For the own unit or one below it. The same once more (a second tap) gives what is there.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (not published, withdrawn) or ``BadInput`` (a day to come).
    """
    places = Placement.objects.select_for_update(of=("self",), no_key=True).select_related("tree")
    place = places.filter(pk=sheet.placement_id).first()
    version = OutlineVersion.objects.select_related("outline").filter(pk=version_id).first()
    if place is None or version is None:
        raise NotFound
    rules.check_can_present(actor, place, at=at)
    rules.check_can_see(actor, version, at=at)
    rules.check_facts(sheet, version, place, at=at)
    occasion = squeeze(sheet.occasion)
    same = Presentation.objects.filter(version=version, placement=place, on=sheet.on, occasion=occasion)
    if there := same.first():
        return there
    presentation = Presentation.objects.create(
        version=version, placement=place, on=sheet.on, occasion=occasion, attended=sheet.attended, recorded_at=at,
        appointment_id=actor.appointment_id,
    )  # fmt: skip
    record(
        actor=actor, event="presentation.recorded", subject="outline", subject_id=version.outline_id, at=at,
        unit_id=actor.unit_id, changes={"version": version.pk, "placement": place.pk, "on": sheet.on},
    )  # fmt: skip
    return presentation
