"""Lock the subject of a deed: the conference first, then what belongs to it."""

from typing import Any, TypeVar

from django.db.models import QuerySet

from danban.conferences.actions.locks import lock_conference
from danban.conferences.models import AgendaEntry, Conference, ConferencePlace
from danban.delegates.models import Delegate
from danban.kit.refusals import BadInput, NotFound
from danban.sittings.models import HandCount, Opinion, Poll, Target, Turn

Row = TypeVar("Row", Opinion, Turn, Target, HandCount, Poll)


def lock_of(kind: type[Row], pk: int) -> Row:
    """A row of a conference, both locked, the conference set on it; raises ``NotFound``."""
    conference_id = kind.objects.filter(pk=pk).values_list("conference_id", flat=True).first()
    if conference_id is None:
        raise NotFound
    conference = lock_conference(conference_id)
    row = kind.objects.select_for_update(of=("self",)).get(pk=pk)
    row.conference = conference
    return row


def check_belongs(conference: Conference, **ids: int | None) -> None:
    """That an item, a delegate, a target, a village are of this conference; raises ``BadInput``."""
    known: dict[str, QuerySet[Any]] = {
        "entry_id": AgendaEntry.objects.filter(conference=conference, pk=ids.get("entry_id") or 0),
        "delegate_id": Delegate.objects.filter(conference=conference, pk=ids.get("delegate_id") or 0),
        "target_id": Target.objects.filter(conference=conference, pk=ids.get("target_id") or 0),
        "village_id": ConferencePlace.objects.filter(conference=conference, placement=ids.get("village_id")),
    }
    if any(pk is not None and not known[name].exists() for name, pk in ids.items()):
        raise BadInput("Mục được chọn không thuộc hội nghị này. Hãy tải lại trang.")
