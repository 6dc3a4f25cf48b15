"""Who signs for a body."""

from collections.abc import Collection
from datetime import date

from danban.documents.models import Signer


def signers_of(body_id: int, *, on: date) -> list[Signer]:
    """Who may sign for a body on a day, the one proposed first; each with the body and its kind."""
    return signers_of_bodies({body_id}, on=on)


def signers_of_bodies(body_ids: Collection[int], *, on: date) -> list[Signer]:
    """Who may sign for any of these bodies on a day, body by body, the one proposed first; one query."""
    standing = Signer.objects.standing_on(on).filter(body_id__in=body_ids).select_related("body__kind")
    return list(standing.order_by("body_id", "rank", "pk"))
