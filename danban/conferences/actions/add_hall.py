"""Write a hall down."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.conferences import rules
from danban.conferences.models import Hall
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.vietnamese import fold, squeeze
from danban.units.models import Unit


@transaction.atomic
def add_hall(
    unit_id: int, *, name: str, address: str = "", seats: int | None = None, actor: Actor, at: datetime
) -> Hall:  # fmt: skip
    """A hall a unit looks after. Raises ``NotFound``, ``NotYours`` or ``BadInput`` (no name, known already)."""
    unit = Unit.objects.select_for_update(of=("self",), no_key=True).filter(pk=unit_id).first()
    if unit is None:
        raise NotFound
    rules.check_can_keep_hall(actor, unit_id)
    rules.check_hall_sheet(unit_id, name, address, seats)
    hall = Hall.objects.create(
        unit=unit, name=squeeze(name), address=squeeze(address), seats=seats,
        folded=fold(f"{name} {address} {unit.name}")[:720],
    )  # fmt: skip
    record_hall(hall, "hall.added", actor, at)
    return hall


def record_hall(hall: Hall, event: str, actor: Actor, at: datetime) -> None:
    """One entry of the diary about a hall as it now is."""
    facts = {"unit": hall.unit_id, "seats": hall.seats, "is_in_use": hall.is_in_use}
    record(
        actor=actor, event=event, subject="hall", subject_id=hall.pk, at=at, unit_id=actor.unit_id, changes=facts
    )  # fmt: skip
