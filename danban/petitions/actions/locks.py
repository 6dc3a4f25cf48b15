"""Lock a petition, or several in the order of their ids, before a step is taken."""

from collections.abc import Collection

from danban.kit.refusals import NotFound
from danban.petitions.models import Petition


def lock_petition(petition_id: int) -> Petition:
    """A petition, locked, with its year, seat, holder and body; raises ``NotFound``."""
    found = lock_petitions([petition_id])
    if not found:
        raise NotFound
    return found[0]


def lock_petitions(petition_ids: Collection[int]) -> list[Petition]:
    """Petitions, locked in the order of their ids, so that no two offices wait for each other."""
    related = Petition.objects.select_related("book", "seat__parent", "holder", "body", "group")
    wanted = related.defer("book__plan_text").filter(pk__in=sorted(set(petition_ids)))
    return list(wanted.order_by("pk").select_for_update(of=("self",)))
