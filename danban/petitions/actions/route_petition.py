"""Route a petition: the Front hands it to the body that is competent."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput
from danban.petitions import rules
from danban.petitions.actions.classify_petition import classify
from danban.petitions.actions.deadlines import CLOCK_COLUMNS, start_clock
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import tell_step, write_step
from danban.petitions.models import Petition
from danban.petitions.states import PETITION
from danban.sittings.fields import FIELDS
from danban.units.models import Body, Placement


@transaction.atomic
def route_petition(petition_id: int, *, body_id: int, reason: str = "", actor: Actor, at: datetime) -> Petition:
    """From today the body's days count. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    petition = lock_petition(petition_id)
    rules.check_can_route(actor, petition, at=at)
    return route(petition, Hop("route", body_id, reason), actor, at)


@transaction.atomic
def sort_petition(
    petition_id: int, *, field: str, kind: str, title: str, body_id: int, reason: str = "", actor: Actor, at: datetime
) -> Petition:  # fmt: skip
    """Classify and route in one press, for the desk on which two hundred lie tonight; raises what both raise."""
    petition = lock_petition(petition_id)
    rules.check_can_classify(actor, petition, at=at)
    rules.check_can_route(actor, petition, at=at)
    classify(petition, field=field, kind=kind, title=title, public_text=petition.public_text)
    write_step(petition, "classify", FIELDS[field], actor, at)
    return route(petition, Hop("route", body_id, reason), actor, at)


@dataclass(frozen=True)
class Hop:
    """A move to a body: the verb of the lifecycle, where to, why."""

    verb: str
    body_id: int
    reason: str


def route(petition: Petition, hop: Hop, actor: Actor, at: datetime) -> Petition:
    """Hand a locked petition to a body by a move of that name; its clock counts anew. The caller has checked."""
    if not petition.field:
        raise BadInput("Hãy xếp lĩnh vực trước khi chuyển.", {"field": "Hãy xếp lĩnh vực."})
    body = Body.objects.filter(pk=hop.body_id).first()
    if body is None:
        raise BadInput("Hãy chọn nơi nhận.", {"body": "Hãy chọn nơi nhận."})
    rules.check_can_be_answered_by(body, petition, on=day_of(at))
    if hop.verb == "forward" and body.pk == petition.body_id:
        raise BadInput(f"Kiến nghị đang ở chính {body.name}.", {"body": "Hãy chọn nơi khác."})
    petition.status = PETITION.target(hop.verb, petition.status)
    petition.body = body
    petition.holder = Placement.objects.get(tree_id=petition.book.tree_id, unit_id=body.unit_id)
    start_clock(petition, on=day_of(at))
    petition.save(update_fields=["status", "body", "holder", *CLOCK_COLUMNS])
    tell_step(write_step(petition, hop.verb, hop.reason, actor, at))
    return petition
