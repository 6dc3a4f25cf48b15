"""Those sent follow the timetable: when a conference moves, their day moves; a clash is decided anew."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from danban.conferences.actions.locks import lock_conferences
from danban.conferences.states import ConferenceStatus
from danban.envoys import texts
from danban.envoys.actions.sending import clash_of
from danban.envoys.actions.steps import tell_envoy, write_down
from danban.envoys.models import Envoy
from danban.envoys.states import EnvoyStatus
from danban.kit.actor import Actor

Result = TypeVar("Result")
_WAITING = (EnvoyStatus.PROPOSED, EnvoyStatus.APPROVED)


def with_envoys(
    deed: Callable[[], Result], conference_ids: Collection[int], *, actor: Actor, at: datetime
) -> Result:  # fmt: skip
    """Do a deed of the timetable and let those sent follow, in one transaction; raises what the deed raises."""
    with transaction.atomic():
        done = deed()
        follow(conference_ids, actor, at)
    return done


def follow(conference_ids: Collection[int], actor: Actor, at: datetime) -> int:
    """Copy the day and session of conferences to those sent; returns how many moved.

    Somebody who would be in two places goes back to being proposed; everybody moved is told.
    """
    ids = Envoy.objects.filter(conference_id__in=list(conference_ids), status__in=_WAITING)
    wanted = sorted(set(ids.values_list("conference_id", flat=True)))
    if not wanted:
        return 0
    conferences = {one.pk: one for one in lock_conferences(wanted)}
    moved = 0
    rows = Envoy.objects.select_for_update(of=("self",)).filter(conference_id__in=wanted, status__in=_WAITING)
    for envoy in rows.order_by("pk"):
        one = conferences[envoy.conference_id]
        has_day = one.status not in (ConferenceStatus.POSTPONED, ConferenceStatus.NOT_HELD, ConferenceStatus.PLANNED)
        day, session = (one.day, one.session) if has_day else (None, "")
        if (envoy.day, envoy.session) == (day, session):
            continue
        envoy.day, envoy.session, envoy.conference = day, session, one
        clashes = envoy.status == EnvoyStatus.APPROVED and clash_of(envoy) is not None
        if clashes:
            envoy.status, envoy.reason = EnvoyStatus.PROPOSED, "Lịch mới của hội nghị trùng một hội nghị khác."
        envoy.save(update_fields=["day", "session", "status", "reason"])
        entry = write_down(envoy, "envoy.followed", actor, at, clashes=clashes)
        tell_envoy(envoy, entry, texts.told_again(one, clashes=clashes), urgent=True)
        moved += 1
    return moved
