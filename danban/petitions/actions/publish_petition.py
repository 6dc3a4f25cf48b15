"""Write what strangers may read of a petition: no names, no addresses of people, no secrets."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.vietnamese import nfc
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import write_step
from danban.petitions.models import Petition


@transaction.atomic
def publish_petition(petition_id: int, *, public_text: str, actor: Actor, at: datetime) -> Petition:
    """Set the public text; "" takes it back. Raises ``NotFound``, ``NotYours`` or ``BadInput``."""
    petition = lock_petition(petition_id)
    rules.check_can_publish(actor, petition, at=at)
    rules.check_public_text(public_text, speaker=petition.speaker)
    petition.public_text = nfc(public_text).strip()
    petition.save(update_fields=["public_text"])
    write_step(petition, "publish", "", actor, at)
    return petition
