"""Classify a petition: its kind, field and title, and what strangers may read."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.vietnamese import nfc, squeeze
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import write_step
from danban.petitions.models import Petition
from danban.petitions.states import PETITION
from danban.sittings.fields import FIELDS


@transaction.atomic
def classify_petition(
    petition_id: int, *, field: str, kind: str, title: str, public_text: str = "", actor: Actor, at: datetime
) -> Petition:  # fmt: skip
    """A person confirms the field and kind; again as often as needed until it is routed.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``.
    """
    petition = lock_petition(petition_id)
    rules.check_can_classify(actor, petition, at=at)
    classify(petition, field=field, kind=kind, title=title, public_text=public_text)
    write_step(petition, "classify", FIELDS[field], actor, at)
    return petition


def classify(petition: Petition, *, field: str, kind: str, title: str, public_text: str = "") -> None:
    """Set what a petition is about; the caller has locked and checked who may. Raises ``BadInput``."""
    rules.check_field(field)
    rules.check_kind(kind)
    rules.check_title(title)
    rules.check_public_text(public_text, speaker=petition.speaker)
    petition.field, petition.kind, petition.title = field, kind, squeeze(title)
    petition.public_text = nfc(public_text).strip()
    petition.status = PETITION.target("classify", petition.status)
    petition.save(update_fields=["field", "kind", "title", "public_text", "status"])
