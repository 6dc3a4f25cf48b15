"""Values of the addresses of assignments: work of the city's department, briefings and events of the place."""

from danban.accounts.queries import actor_for
from danban.assignments.actions import attach_file, hold_briefing, record_event
from danban.assignments.models import Attachment, Briefing, JointEvent
from danban.assignments.rules import BriefingSheet, EventSheet, FileSheet, Upload
from danban.campaigns.models import Assignment, Obligation
from danban.kit.actor import Actor
from danban.units.models import Body, Placement
from tests.accounts.factories import make_appointment
from tests.cast import AT, TODAY
from tests.documents import uploads
from tests.web.places.registry import World, value

_OF_WORK = ("show", "accept", "note", "finish", "reopen", "name_body", "add_partner", "remove_partner", "attach")


@value("pk", *(f"desk:assignments:{name}" for name in _OF_WORK), anywhere=True)
def _assignment(world: World, place: Placement) -> int:
    return _work(world).pk


def _work(world: World) -> Assignment:
    body = world.cast.bodies["01", "department"]
    return Assignment.objects.filter(campaign=world.campaign, body=body, rrule="").order_by("pk")[0]


@value("body", "desk:assignments:remove_partner", anywhere=True)
def _body_to_remove(world: World, place: Placement) -> int:
    return world.cast.bodies["01", "front_committee"].pk


@value("pk", "desk:assignments:body")
def _body(world: World, place: Placement) -> int:
    return Body.objects.filter(unit=place.unit).order_by("pk")[0].pk


@value("pk", "desk:assignments:file", "desk:assignments:withdraw_file", anywhere=True)
def _file(world: World, place: Placement) -> int:
    """A report of the department: for the body and the city alone."""

    def make() -> Attachment:
        actor = world.cast.actors["culture_department"]
        sheet = FileSheet("report", "Báo cáo", Upload("bao-cao.docx", uploads.docx()))
        return attach_file(sheet, assignment_id=_work(world).pk, actor=actor, at=AT)

    file: Attachment = world.once("report", make)
    return file.pk


@value("pk", "desk:assignments:of_obligation", anywhere=True)
def _owed_by_department(world: World, place: Placement) -> int:
    body = world.cast.bodies["01", "department"]
    return Obligation.objects.filter(campaign=world.campaign, body=body).order_by("pk")[0].pk


@value("pk", "desk:assignments:brief")
def _guidance(world: World, place: Placement) -> int:
    """Only communes owe guidance: elsewhere it is a number nothing has."""
    owed = Obligation.objects.filter(placement=place, kind__code="guidance").order_by("pk").first()
    return owed.pk if owed else 0


@value("pk", "desk:assignments:briefing")
def _place(world: World, place: Placement) -> int:
    return place.pk


@value("pk", "desk:assignments:attach_to_briefing", "desk:assignments:withdraw_briefing")
def _briefing(world: World, place: Placement) -> int:
    if place.level.code != "commune":
        return 0
    actor = _officer(place, "commune_front_officer")
    sheet = BriefingSheet(TODAY, "Hội trường", 4, 4, tuple(place.children.order_by("pk").values_list("pk", flat=True)))
    briefing: Briefing = world.once(
        ("briefing", place.pk), lambda: hold_briefing(world.campaign.pk, sheet, actor=actor, at=AT)
    )
    return briefing.pk


@value("pk", "desk:assignments:withdraw_event")
def _event(world: World, place: Placement) -> int:
    """Front and committee of the unit held it; villages have no two such bodies."""
    if place.level.code == "village":
        return 0
    host, partner = (world.cast.bodies[place.code, kind].pk for kind in ("peoples_committee", "front_committee"))
    actor = _officer(place, "city_committee_officer" if not place.path else f"{place.level.code}_committee_officer")
    sheet = EventSheet(host, partner, "Phòng ngừa tội phạm", TODAY, "Nhà văn hóa")
    event: JointEvent = world.once(
        ("event", place.pk), lambda: record_event(world.campaign.pk, sheet, actor=actor, at=AT)
    )
    return event.pk


def _officer(place: Placement, role: str) -> Actor:
    office = make_appointment(place.unit, role=role)
    office.body = Body.objects.get(unit=place.unit, kind__code="peoples_committee")
    office.save()
    return actor_for(office)
