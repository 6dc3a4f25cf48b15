"""The page a conference is run from: what runs, who speaks, what was said and decided, what may be done now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from danban.conferences import rules as conferences
from danban.conferences.models import AgendaEntry, Conference
from danban.conferences.queries import conference_for
from danban.delegates.models import Attendance
from danban.delegates.queries import PresenceCount, presence_of
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.sittings import rules
from danban.sittings.models import HandCount, Opinion, Poll, PollVoter, Target, Turn
from danban.sittings.queries.record import Record, record_of
from danban.sittings.states import PollStatus


@dataclass(frozen=True)
class Running:
    """A conference as it runs. ``voted``: how many voted in the open poll; ``names`` of those present, to be picked."""

    conference: Conference
    record: Record
    presence: PresenceCount
    running: AgendaEntry | None
    following: AgendaEntry | None
    speaking: Turn | None
    waiting: tuple[Turn, ...]
    open_poll: Poll | None
    voted: int
    names: dict[str, int | None]
    verbs: frozenset[str]
    may_see_names: bool


def running(actor: Actor, pk: int, *, at: datetime) -> Running:
    """Everything the page shows; raises ``NotFound``. Constant queries."""
    one = conference_for(actor, pk)
    record = record_of(pk)
    open_poll = next((poll for poll in record.polls if poll.status == PollStatus.OPEN), None)
    verbs = frozenset(verb for verb, check in _checks(actor, one, at).items() if is_allowed(check))
    may_see_names = is_allowed(lambda: conferences.check_holds(actor, one, "delegate:see"))
    return Running(
        conference=one,
        record=record,
        presence=presence_of(pk),
        running=next((e for e in record.entries if e.started_at is not None and e.ended_at is None), None),
        following=_following(record.entries),
        speaking=next((turn for turn in record.turns if turn.began_at and not turn.ended_at), None),
        waiting=tuple(turn for turn in record.turns if not turn.began_at and not turn.left_at),
        open_poll=open_poll,
        voted=PollVoter.objects.filter(poll=open_poll).count() if open_poll else 0,
        names=_names(pk) if "record" in verbs and may_see_names else {},
        verbs=verbs,
        may_see_names=may_see_names,
    )


def conference_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Conference:
    """A conference with which the actor may do this now; raises what the verb's rule raises."""
    one = conference_for(actor, pk)
    _checks(actor, one, at)[verb]()
    return one


def _checks(actor: Actor, one: Conference, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "open": lambda: conferences.check_can_open(actor, one, at=at),
        "record_held": lambda: conferences.check_can_record_held(actor, one, None, at=at),
        "step": lambda: conferences.check_can_step(actor, one, at=at),
        "record": lambda: rules.check_can_record(actor, one, at=at),
        "queue": lambda: rules.check_can_queue(actor, one, at=at),
        "target": lambda: rules.check_can_put_target(actor, one, at=at),
        "prepare": lambda: rules.check_can_prepare(actor, one, at=at),
    }


def _following(entries: tuple[AgendaEntry, ...]) -> AgendaEntry | None:
    """The first item after the last one begun that was not begun itself."""
    begun = [place for place, entry in enumerate(entries) if entry.started_at is not None]
    later = entries[begun[-1] + 1 :] if begun else entries
    return next((entry for entry in later if entry.started_at is None), None)


def _names(pk: int) -> dict[str, int | None]:
    """Names of those present, and the delegate behind a name where it is one only."""
    found: dict[str, int | None] = {}
    rows = Attendance.objects.filter(conference_id=pk, taken_back_at__isnull=True).order_by("full_name", "pk")
    for name, delegate in rows.values_list("full_name", "delegate_id"):
        if name:
            found[name] = None if name in found else delegate
    return found


def entry_for(actor: Actor, pk: int, entry_id: int) -> AgendaEntry:
    """An item of a conference one sees; raises ``NotFound``."""
    found = AgendaEntry.objects.filter(conference=conference_for(actor, pk), pk=entry_id).first()
    if found is None:
        raise NotFound
    return found


def opinion_for(actor: Actor, pk: int, opinion_id: int) -> Opinion:
    """An opinion of a conference one sees; raises ``NotFound``."""
    found = Opinion.objects.filter(conference=conference_for(actor, pk), pk=opinion_id).first()
    if found is None:
        raise NotFound
    return found


def target_for(actor: Actor, pk: int, target_id: int) -> Target:
    """A target of a conference one sees; raises ``NotFound``."""
    found = Target.objects.filter(conference=conference_for(actor, pk), pk=target_id).first()
    if found is None:
        raise NotFound
    return found


def count_for(actor: Actor, pk: int, count_id: int) -> HandCount:
    """A count of hands of a conference one sees; raises ``NotFound``."""
    found = HandCount.objects.filter(conference=conference_for(actor, pk), pk=count_id).first()
    if found is None:
        raise NotFound
    return found
