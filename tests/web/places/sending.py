"""Values of papers on their way: the place is the unit a paper lies with.

Of the unit that issued it for what a sender does; of the unit it was sent to for what a receiver does. A paper to be
checked by anybody is one of Phúc Xá.
"""

from danban.accounts.queries import actor_for
from danban.documents.actions import enter_incoming, send_document
from danban.documents.models import Document
from danban.documents.rules import IncomingPaper
from danban.kit.actor import machine
from danban.units.models import Body, Placement
from tests.accounts.factories import make_appointment
from tests.cast import AT, TODAY
from tests.documents.factories import issue_composed
from tests.web.places.registry import World, value

_OURS = ("send", "deliveries", "export_deliveries", "remind")


def _paper_of(world: World, place: Placement) -> Document:
    """A paper the first body of a unit has issued."""
    body = Body.objects.filter(unit_id=place.unit_id).order_by("pk")[0]
    return issue_composed(world.cast, body_id=body.pk, actor=machine("test"), drafted_by_id=None)


@value("pk", *(f"desk:documents:{name}" for name in _OURS))
def _sent(world: World, place: Placement) -> int:
    """Sent to a unit that is nobody's place in the table."""
    document = _paper_of(world, place)
    other = world.cast.places["00457.02"].unit_id
    send_document(document.pk, unit_ids=[other], actor=machine("test"), at=AT)
    return document.pk


@value("pk", "desk:documents:read")
def _received(world: World, place: Placement) -> int:
    document = _paper_of(world, world.cast.places["00457"])
    send_document(document.pk, unit_ids=[place.unit_id], actor=machine("test"), at=AT)
    return document.pk


@value("pk", "desk:documents:incoming_file")
def _entered(world: World, place: Placement) -> int:
    """A scan in the register of a unit; villages keep none: there it is a number nothing has."""
    if place.level.code == "village":
        return 0
    actor = actor_for(make_appointment(place.unit, role=f"{place.level.code}_committee_officer"))
    body = Body.objects.filter(unit_id=place.unit_id).order_by("pk")[0]
    paper = IncomingPaper(issuer="UBND", subject="Công văn")
    entry = enter_incoming(
        body_id=body.pk, received_on=TODAY, paper=paper, content=b"%PDF-1.7", name="a.pdf", actor=actor, at=AT
    )
    return entry.pk


@value("code", anywhere=True)
def _code(world: World, place: Placement) -> str:
    return issue_composed(world.cast).public_code


@value("kind", "portal:documents:file", anywhere=True)
def _kind(world: World, place: Placement) -> str:
    return "pdf"
