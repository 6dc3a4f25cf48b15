"""Assignments, bodies and files by the dozen."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.apps import apps

from danban.assignments.actions import attach_file, hold_briefing
from danban.assignments.models import Attachment, Briefing
from danban.assignments.rules import BriefingSheet, EventSheet, FileSheet, Upload
from danban.assignments.states import FilePurpose
from danban.audit.models import Entry
from danban.campaigns.models import Assignment, Campaign, Obligation
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold
from danban.units.models import Body, BodyKind
from tests.cast import AT, TODAY, Cast
from tests.documents import uploads


def given_to(campaign: Campaign, body: Body | None, *, is_weekly: bool = False) -> Assignment:
    """The first assignment of a body."""
    found = Assignment.objects.filter(campaign=campaign, body=body).order_by("position", "pk")
    return (found.exclude(rrule="") if is_weekly else found.filter(rrule="")).select_related("campaign")[0]


def seat_board_in_front(cast: Cast) -> None:
    """As in the real city, the movement board is a part of the Front's committee."""
    board = cast.bodies["01", "movement_board"]
    board.parent = cast.bodies["01", "front_committee"]
    board.save()


def make_body(cast: Cast, name: str, *, ends_on: date | None = None, code: str = "01") -> Body:
    """One more department of the city, or of the unit of a code."""
    kind = BodyKind.objects.get(code="department")
    return Body.objects.create(
        unit=cast.places[code].unit, kind=kind, name=name, folded=fold(name), starts_on=date(2020, 1, 1),
        ends_on=ends_on,
    )  # fmt: skip


def make_assignment(campaign: Campaign, body: Body | None = None, **changed: Any) -> Assignment:
    """One more assignment at the end of a year's list."""
    last = Assignment.objects.filter(campaign=campaign).order_by("-position").first()
    facts: dict[str, Any] = {
        "actor": body.name if body else "Các đơn vị liên quan",
        "tasks": ["Việc làm thêm"],
        "position": last.position + 1 if last else 0,
        "level": campaign.tree.scheme.levels.get(depth=0),
        "clause": campaign.clauses.order_by("position")[0],
    }
    return Assignment.objects.create(campaign=campaign, body=body, **{**facts, **changed})


def owed_for(assignment: Assignment) -> Obligation:
    """What the body of an assignment owes in its clause, the first time."""
    return Obligation.objects.get(
        campaign=assignment.campaign, body=assignment.body, kind__clause=assignment.clause, occurrence=0
    )


def upload(name: str = "de-cuong.docx", content: bytes | None = None) -> Upload:
    """A small Word file as a browser would send it."""
    return Upload(name, uploads.docx(name) if content is None else content)


def everything() -> dict[str, list[Any]]:
    """Every row of this room, every obligation, and the ids of the diary."""
    room = apps.get_app_config("assignments").get_models()
    rows: dict[str, list[Any]] = {m.__name__: list(m._default_manager.order_by("pk").values()) for m in room}
    rows["Obligation"] = list(Obligation.objects.order_by("pk").values())
    rows["Entry"] = list(Entry.objects.order_by("pk").values_list("pk", flat=True))
    return rows


@contextmanager
def no_trace() -> Iterator[None]:
    """Fail if anything was written inside."""
    before = everything()
    yield
    assert everything() == before


def last_event() -> tuple[str, str, int | None]:
    """The event, subject and subject id of the latest diary entry."""
    entry = Entry.objects.order_by("-pk")[0]
    return entry.event, entry.subject, entry.subject_id


def attach(owner: Assignment | Briefing, actor: Actor, title: str = "Đề cương", **changed: Any) -> Attachment:
    """An outline of an assignment, or a file of a briefing's pack."""
    facts: dict[str, Any] = {"purpose": FilePurpose.OUTLINE, "title": title, "upload": upload(f"{title}.docx")}
    sheet = FileSheet(**{**facts, **changed})
    if isinstance(owner, Briefing):
        return attach_file(sheet, briefing_id=owner.pk, actor=actor, at=AT)
    return attach_file(sheet, assignment_id=owner.pk, actor=actor, at=AT)


def briefing_sheet(cast: Cast, code: str = "00001", **changed: Any) -> BriefingSheet:
    """A briefing of both villages of a commune, today."""
    villages = tuple(cast.places[f"{code}.{n:02d}"].pk for n in (1, 2))
    facts: dict[str, Any] = {
        "held_on": TODAY, "place": "Hội trường UBND", "invited": 4, "attended": 3, "village_ids": villages
    }  # fmt: skip
    return BriefingSheet(**{**facts, **changed})


def make_briefing(cast: Cast, campaign: Campaign, **changed: Any) -> Briefing:
    """Phúc Xá has briefed its villages."""
    return hold_briefing(campaign.pk, briefing_sheet(cast, **changed), actor=cast.actors["phuc_xa"], at=AT)


def event_sheet(cast: Cast, code: str = "01", **changed: Any) -> EventSheet:
    """Front and committee of a unit held a talk together, today."""
    facts: dict[str, Any] = {
        "host_id": cast.bodies[code, "front_committee"].pk, "partner_id": cast.bodies[code, "peoples_committee"].pk,
        "topic": "Phòng ngừa tội phạm", "held_on": TODAY, "place": "Nhà văn hóa", "attended": 120,
    }  # fmt: skip
    return EventSheet(**{**facts, **changed})
