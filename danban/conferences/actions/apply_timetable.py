"""Put a whole timetable on the conferences of an area; what is fixed or announced stays where it is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from danban.accounts.roles import ROLES
from danban.audit.actions import record
from danban.conferences import rules
from danban.conferences.actions.locks import lock_area, lock_halls
from danban.conferences.models import Conference, ConferencePlace, Hall
from danban.conferences.rules import Timing
from danban.conferences.states import CONFERENCE, Session
from danban.conferences.texts import words_for_timetable
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, NotNow
from danban.kit.vietnamese import long_day
from danban.notices.actions import tell_units
from danban.units.models import Placement

_BATCH = 500
_CONCERNED = tuple(
    role.code for role in ROLES.values() if {"conference:propose", "conference:schedule"} & role.permissions
)


@transaction.atomic
def apply_timetable(
    campaign_id: int, *, placement_id: int, slots: Mapping[int, Timing], actor: Actor, at: datetime
) -> int:  # fmt: skip
    """``slots``: conference → timing, for conferences of the area. Returns how many got another timetable.

    A conference fixed, announced or held since is passed over. All or nothing otherwise: raises ``NotFound``
    (outside the area), ``NotYours``, ``NotNow`` (closed; a hall would be taken twice) or ``BadInput``.
    """
    campaign, area = lock_area(campaign_id, placement_id)
    rules.check_can_apply_timetable(actor, campaign, area, at=at)
    changed = _changed(_lock_in_area(campaign_id, area, slots), slots)
    if not changed:
        return 0
    halls = lock_halls({slots[one.pk].hall_id or 0 for one in changed} - {0})
    _check_days(changed, slots, at=at)
    _put_on(changed, slots, halls)
    _leave_behind(changed, actor, at)
    return len(changed)


def _lock_in_area(campaign_id: int, area: Placement, slots: Mapping[int, Timing]) -> list[Conference]:
    low, high = paths.bounds(area.path)
    within = Conference.objects.select_for_update(of=("self",)).filter(
        campaign_id=campaign_id, placement__path__gte=low, placement__path__lt=high
    )
    related = within.select_related("placement__parent", "campaign", "level").defer("campaign__plan_text")
    found = [one for one in related.order_by("pk") if one.pk in slots]
    if len(found) < len(slots):
        raise NotFound
    return found


def _changed(conferences: list[Conference], slots: Mapping[int, Timing]) -> list[Conference]:
    """Those a timetable may move and that would stand elsewhere."""
    free = [one for one in conferences if one.status in rules.OPEN_TO_TIMETABLE and not one.is_fixed]
    return [one for one in free if (one.day, one.session, one.hall_id) != _key(slots[one.pk])]


def _key(timing: Timing) -> tuple[date, str, int | None]:
    return timing.day, timing.session, timing.hall_id


def _check_days(changed: list[Conference], slots: Mapping[int, Timing], *, at: datetime) -> None:
    served: dict[int, list[int]] = {}
    for conference_id, place_id in (
        ConferencePlace.objects.filter(campaign_id=changed[0].campaign_id)
        .order_by("pk")
        .values_list("conference_id", "placement_id")
    ):
        served.setdefault(conference_id, []).append(place_id)
    wanted = {place for one in changed for place in served.get(one.pk, [])}
    windows = rules.windows_of(changed[0].campaign_id, wanted)
    for one in changed:
        timing = slots[one.pk]
        window = rules.overlap([windows[place] for place in served.get(one.pk, []) if place in windows])
        rules.check_session(timing)
        rules.check_day(timing.day, window=window, name=one.placement.name, today=day_of(at))


def _put_on(changed: list[Conference], slots: Mapping[int, Timing], halls: Mapping[int, Hall]) -> None:
    """Write all timetables; halls are let go first, so that two may change places."""
    ids = [one.pk for one in changed]
    rules.check_halls_serve(changed, slots, halls)
    for start in range(0, len(ids), _BATCH):
        Conference.objects.filter(pk__in=ids[start : start + _BATCH]).update(hall=None)
    _check_halls_free(slots, ids, halls)
    for one in changed:
        timing = slots[one.pk]
        timing = replace(timing, starts=timing.starts or rules.USUAL_START[timing.session])
        one.status = CONFERENCE.target("schedule", one.status)
        one.day, one.session, one.hall_id, one.starts_at = timing.day, timing.session, timing.hall_id, timing.starts_at
    fields = ["status", "day", "session", "hall", "starts_at"]
    Conference.objects.bulk_update(changed, fields, batch_size=_BATCH)


def _check_halls_free(slots: Mapping[int, Timing], ids: list[int], halls: Mapping[int, Hall]) -> None:
    wanted = Counter(_key(slots[pk]) for pk in ids if slots[pk].hall_id)
    days = [slots[pk].day for pk in ids]
    taken = Conference.objects.filter(
        hall__isnull=False, status__in=rules.TAKES_HALL, day__gte=min(days), day__lte=max(days)
    )
    for on, part, hall in taken.order_by("pk").values_list("day", "session", "hall_id"):
        if on is not None and (on, part, hall) in wanted:
            wanted[on, part, hall] += 1
    for (day, session, hall_id), count in wanted.items():
        if count > 1:
            label = Session(session).label.lower()
            name = halls[hall_id or 0].name
            raise NotNow(f"{name} có hai hội nghị cùng buổi {label}, {long_day(day)}. Hãy lập lại lịch đề xuất.")


def _leave_behind(changed: list[Conference], actor: Actor, at: datetime) -> None:
    """For each unit above: an entry of the diary with the new days, word to it and its villages."""
    groups: dict[int, list[Conference]] = {}
    for one in changed:
        groups.setdefault((one.placement.parent or one.placement).pk, []).append(one)
    for conferences in groups.values():
        above = conferences[0].placement.parent or conferences[0].placement
        new = {str(one.pk): f"{one.day} {one.session} {one.hall_id or ''}".strip() for one in conferences}
        entry = record(
            actor=actor, event="timetable.applied", subject="placement", subject_id=above.pk, at=at,
            unit_id=actor.unit_id, changes={"campaign": conferences[0].campaign_id, "conferences": new},
        )  # fmt: skip
        words = words_for_timetable(above.name)
        tell_units(
            [above.unit_id, *(one.placement.unit_id for one in conferences)], roles=_CONCERNED,
            fact=f"timetable:{above.pk}:{entry.pk}", topic="conference", subject=words.subject, body=words.body,
            about=("placement", above.pk), at=at,
        )  # fmt: skip
