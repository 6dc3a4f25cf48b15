"""Those sent follow the timetable: when a conference moves, their day moves; a clash is decided anew."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TypeVar

from django.db import IntegrityError, transaction

from danban.envoys import rules, texts
from danban.envoys.actions.sending import clash_of
from danban.envoys.actions.steps import tell_envoy, tell_senders, write_down
from danban.envoys.models import Envoy
from danban.envoys.states import EnvoyStatus
from danban.kit.actor import Actor

Result = TypeVar("Result")
_WAITING = (EnvoyStatus.PROPOSED, EnvoyStatus.APPROVED)
_CHUNK = 500


@transaction.atomic
def with_envoys(
    deed: Callable[[], Result], conference_ids: Collection[int], *, actor: Actor, at: datetime
) -> Result:  # fmt: skip
    """Do a deed of the timetable and let those sent follow, in one transaction; raises what the deed raises.

    Whoever is approved stays so on the new day and is told; somebody the new day would put in two places is only
    proposed again, with a reason, and the unit that sent them is told. Without a day (postponed, given up) they wait.
    """
    done = deed()
    moved = _moved(conference_ids)
    rules.check_can_let_follow(actor, [envoy.conference for envoy in moved])
    held = [envoy.pk for envoy in moved if envoy.status == EnvoyStatus.APPROVED]
    Envoy.objects.filter(pk__in=held).update(day=None, session="")  # so that two may change places
    for envoy in moved:
        _follow(envoy, actor, at)
    return done


def _moved(ids: Collection[int]) -> list[Envoy]:
    """Those whose conference stands on another day or session than they do, locked; the longest approved first."""
    found: list[Envoy] = []
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), _CHUNK):
        rows = Envoy.objects.select_for_update(of=("self",)).filter(
            conference_id__in=wanted[start : start + _CHUNK], status__in=_WAITING
        )
        related = rows.select_related("conference__campaign", "conference__placement", "conference__hall")
        found += related.defer("conference__campaign__plan_text").order_by("pk")
    moved = [envoy for envoy in found if (envoy.day, envoy.session) != rules.slot_of(envoy.conference)]
    return sorted(moved, key=lambda envoy: (envoy.decided_at or envoy.proposed_at, envoy.pk))


def _follow(envoy: Envoy, actor: Actor, at: datetime) -> None:
    envoy.day, envoy.session = rules.slot_of(envoy.conference)
    if envoy.status == EnvoyStatus.PROPOSED:
        envoy.save(update_fields=["day", "session"])
        return
    clashes = clash_of(envoy) is not None or not _is_placed(envoy)
    if clashes:
        other = clash_of(envoy)
        envoy.status, envoy.decided_at, envoy.decided_by = EnvoyStatus.PROPOSED, None, None
        envoy.reason = texts.reason_of_clash(other.conference if other else None)
        envoy.save(update_fields=["day", "session", "status", "decided_at", "decided_by", "reason"])
    entry = write_down(envoy, "envoy.followed", actor, at, clashes=clashes)
    tell_envoy(envoy, entry, texts.told_again(envoy.conference, clashes=clashes), urgent=True)
    if clashes:
        tell_senders(envoy, entry, texts.told_of_clash(envoy))


def _is_placed(envoy: Envoy) -> bool:
    """Whether the database took the new day: somebody may have approved them elsewhere in the same moment."""
    try:
        with transaction.atomic():
            envoy.save(update_fields=["day", "session"])
    except IntegrityError:
        return False
    return True
