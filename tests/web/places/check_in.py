"""Values of the addresses of a check-in: a conference, a phone and a presence of the unit that holds it."""

from datetime import datetime

from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus, Session
from danban.delegates import actions
from danban.delegates.models import Attendance, Device
from danban.kit import clock
from danban.kit.actor import machine
from danban.units.models import Placement
from tests.accounts.factories import make_appointment
from tests.cast import AT
from tests.delegates.factories_presence import walk_in
from tests.web.places.conferences import _conference
from tests.web.places.registry import World, value

_OF_ONE = ("check_in", "counts", "tick", "walk_in", "tallies", "attendance_sheet", "add_device")
_OF_DEVICE = ("device", "revoke_device")


def _on_its_day(world: World, place: Placement) -> Conference | None:
    """The conference of a unit, announced for the real today; None where the unit holds none."""
    found = Conference.objects.filter(pk=_conference(world, place)).first()
    if found is not None and found.status != ConferenceStatus.ANNOUNCED:
        now: datetime = clock.now()
        found.status, found.day, found.session = ConferenceStatus.ANNOUNCED, clock.day_of(now), Session.EVENING
        found.announced_at = AT
        found.save()
    return found


@value("pk", *(f"desk:delegates:{name}" for name in (*_OF_ONE, *_OF_DEVICE, "take_back")))
def _held(world: World, place: Placement) -> int:
    found = _on_its_day(world, place)
    return found.pk if found else 0


@value("device", *(f"desk:delegates:{name}" for name in _OF_DEVICE))
def _device(world: World, place: Placement) -> int:
    found = _on_its_day(world, place)
    if found is None:
        return 0
    office = make_appointment(place.unit, role="auditor")
    return Device.objects.create(
        conference=found, label="Cửa", secret="x", issued_by=office, issued_at=AT, expires_at=clock.now()
    ).pk  # fmt: skip


@value("presence", "desk:delegates:take_back")
def _presence(world: World, place: Placement) -> int:
    found = _on_its_day(world, place)
    if found is None:
        return 0
    one, actor = walk_in(), machine("door", "conference:see", "attendance:record")
    actions.check_in([one], conference_id=found.pk, actor=actor, at=clock.now())
    return Attendance.objects.get(uuid=one.uuid).pk
