"""Write down how the holder of a post is reached at work."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_appointment
from danban.accounts.models import Appointment
from danban.audit.actions import record
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.contacts import checked_work_contacts
from danban.units import queries as units


@transaction.atomic
def set_work_contacts(appointment_id: int, *, phone: str, email: str, actor: Actor, at: datetime) -> Appointment:
    """Set the work telephone and mail of a post, by its holder or an office above; an empty text takes one away.

    They are not what the person signs in with. The telephone is taken as typed and stored in E.164. Writes
    nothing where nothing changes. Raises ``NotFound``, ``NotYours``, ``NotNow`` for a post that is over, or
    ``BadInput`` naming ``phone`` and ``email``.
    """
    appointment = lock_appointment(appointment_id)
    place = units.place_in_force(appointment.unit_id, clock.day_of(at))
    rules.check_can_set_work_contacts(actor, appointment, place, at=at)
    phone, email = checked_work_contacts(phone, email)
    wanted = {"work_phone": phone, "work_email": email}
    changed = [name for name, value in wanted.items() if getattr(appointment, name) != value]
    if not changed:
        return appointment
    for name in changed:
        setattr(appointment, name, wanted[name])
    appointment.save(update_fields=changed)
    record(
        actor=actor, event="appointment.contacts_set", subject="appointment", subject_id=appointment.pk, at=at,
        unit_id=appointment.unit_id, changes={"changed": changed},
    )  # fmt: skip
    return appointment
