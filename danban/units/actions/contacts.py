"""Write down how the offices of bodies are reached: telephone, mail, address."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from danban.audit import actions as audit
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.contacts import checked_work_contacts
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import squeeze
from danban.units import queries, rules
from danban.units.models import Body

_BATCH = 500
_FIELDS = ("phone", "email", "address")


@transaction.atomic
def set_body_contacts(body_id: int, *, phone: str, email: str, address: str, actor: Actor, at: datetime) -> Body:
    """Set the contacts of a body's office; an empty text takes one away.

    The telephone is taken as typed and stored in E.164. Writes nothing where nothing changes. Raises
    ``NotFound``, ``NotYours``, ``NotNow`` for a body that ended, or ``BadInput`` naming each bad field.
    """
    body = Body.objects.select_for_update(of=("self",)).filter(pk=body_id).first()
    if body is None:
        raise NotFound
    place = queries.place_in_force(body.unit_id, day_of(at))
    rules.check_can_set_body_contacts(actor, body, place, at=at)
    wanted = _checked(phone, email, address)
    changed = [name for name in _FIELDS if getattr(body, name) != wanted[name]]
    if not changed:
        return body
    for name in changed:
        setattr(body, name, wanted[name])
    body.save(update_fields=changed)
    audit.record(
        actor=actor, event="body.contacts_set", subject="body", subject_id=body.pk, at=at, unit_id=body.unit_id,
        changes={"changed": changed},
    )  # fmt: skip
    return body


def _checked(phone: str, email: str, address: str) -> dict[str, str]:
    address = squeeze(address)
    if len(address) > 200:
        raise BadInput("Địa chỉ quá dài.", {"address": "Địa chỉ không quá 200 ký tự."})
    stored_phone, stored_email = checked_work_contacts(phone, email)
    return {"phone": stored_phone, "email": stored_email, "address": address}


@dataclass(frozen=True)
class BodyContacts:
    """What one body is reached by, to be loaded."""

    body_id: int
    phone: str
    email: str
    address: str


@transaction.atomic
def load_body_contacts(rows: Collection[BodyContacts], *, actor: Actor, at: datetime) -> int:
    """Set the contacts of many bodies at once, for machines; returns how many.

    Raises ``NotYours`` unless the actor keeps the tree, ``BadInput`` for the first row that cannot be read.
    """
    rules.check_can_establish(actor, at=at)
    bodies = [Body(pk=row.body_id, **_checked(row.phone, row.email, row.address)) for row in rows]
    Body.objects.bulk_update(bodies, _FIELDS, batch_size=_BATCH)
    audit.record(
        actor=actor, event="body.contacts_set", subject="body", subject_id=None, at=at, unit_id=actor.unit_id,
        changes={"bodies": len(bodies)},
    )  # fmt: skip
    return len(bodies)
