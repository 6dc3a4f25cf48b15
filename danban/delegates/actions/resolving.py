"""From what a phone says of somebody to the row that is written: whose card, which household, which village."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from danban.conferences.models import ConferencePlace
from danban.delegates import rules
from danban.delegates.actions.recorder import Recorder
from danban.delegates.models import Attendance, Delegate, Household
from danban.delegates.rules import Presence
from danban.delegates.states import Group, Reply
from danban.kit.database import Kept
from danban.kit.refusals import BadInput, NotFound, NotNow
from danban.kit.vietnamese import squeeze

_NO_CARD = "Mã này không thuộc hội nghị này. Hãy tìm theo tên hoặc ghi tại chỗ."
_NO_PERSON = "Người này không có trong danh sách của hội nghị. Hãy ghi tại chỗ."
_NO_HOUSEHOLD = "Hộ này không có trong danh sách hộ của hội nghị. Hãy ghi tại chỗ."
_NO_VILLAGE = "Hãy chọn một thôn, tổ dân phố của hội nghị này."


_ANY, _ANY_TOKEN = -987_654_321, "any token"
_OF_DELEGATE = (
    "id", "token_hash", "household_id", "village_id", "group", "group_label", "reply", "dropped_at", "conference_id",
)  # fmt: skip
_BY_TOKEN = Kept(
    lambda: Delegate.objects.filter(token_hash=_ANY_TOKEN, conference_id=_ANY).values_list(*_OF_DELEGATE),
    [_ANY_TOKEN, _ANY],
)
"""One card held before a phone: by far the most frequent question of an evening."""


@dataclass
class Known:
    """The people, households and villages a batch speaks of, loaded at once."""

    by_token: dict[str, Delegate] = field(default_factory=dict)
    by_pk: dict[int, Delegate] = field(default_factory=dict)
    by_household: dict[int, Delegate] = field(default_factory=dict)
    households: dict[int, Household] = field(default_factory=dict)
    villages: dict[int, int] = field(default_factory=dict)
    """Unit id → placement id of the units the conference is held for."""


def load_known(conference_id: int, presences: Sequence[Presence]) -> Known:
    """At most three queries, none for what the batch does not speak of."""
    known = Known()
    tokens = {one.token_hash for one in presences if one.token_hash}
    people = {one.delegate_id for one in presences if one.delegate_id is not None}
    households = {one.household_id for one in presences if one.household_id is not None}
    if tokens or people or households:
        for one in _delegates(conference_id, tokens, people, households):
            known.by_pk[one.pk] = one
            known.by_token[one.token_hash] = one
            if one.household_id and _stands(one):
                known.by_household[one.household_id] = one
    lost = households - set(known.by_household)
    if lost or any(one.village_id for one in presences):
        places = ConferencePlace.objects.filter(conference_id=conference_id)
        known.villages = dict(places.order_by("pk").values_list("placement__unit_id", "placement_id"))
    if lost:
        rows = Household.objects.filter(pk__in=lost, unit_id__in=known.villages, left_on__isnull=True)
        known.households = {one.pk: one for one in rows.order_by("pk")}
    return known


def _delegates(conference_id: int, tokens: set[str], people: set[int], households: set[int]) -> Iterable[Delegate]:
    if len(tokens) == 1 and not people and not households:
        asked = _BY_TOKEN.rows([next(iter(tokens)), conference_id])
        return [Delegate(**dict(zip(_OF_DELEGATE, row, strict=True))) for row in asked]
    wanted = Q()
    for name, values in (("token_hash__in", tokens), ("pk__in", people), ("household_id__in", households)):
        if values:
            wanted |= Q(**{name: values})
    rows = Delegate.objects.filter(wanted, conference_id=conference_id).order_by("pk")
    return rows.only(*_OF_DELEGATE)


def _stands(one: Delegate) -> bool:
    return one.dropped_at is None and one.reply != Reply.REPLACED


def row_of(one: Presence, known: Known, recorder: Recorder, at: datetime) -> Attendance:
    """The row of a presence; raises ``NotFound``, ``NotNow`` or ``BadInput`` with what to do at the door."""
    row = Attendance(
        uuid=one.uuid, conference_id=recorder.conference_id, way=one.way, recorded_at=at,
        came_at=rules.believable(one.came_at, at), device_id=recorder.device_id,
        appointment_id=None if recorder.device_id else recorder.actor.appointment_id,
    )  # fmt: skip
    if one.token_hash or one.delegate_id is not None:
        _fill_from(row, _delegate_of(one, known))
    elif one.household_id is not None:
        _fill_household(row, one.household_id, known)
    else:
        _fill_walk_in(row, one, known)
    return row


def _delegate_of(one: Presence, known: Known) -> Delegate:
    found = known.by_token.get(one.token_hash) if one.token_hash else known.by_pk.get(one.delegate_id or 0)
    if found is None:
        raise NotFound(_NO_CARD if one.token_hash else _NO_PERSON)
    if found.dropped_at is not None:
        raise NotNow("Người này đã được rút khỏi danh sách. Nếu vẫn dự, hãy ghi tại chỗ.")
    if found.reply == Reply.REPLACED:
        raise NotNow("Người này đã cử người khác thay. Hãy tìm tên người thay.")
    return found


def _fill_from(row: Attendance, found: Delegate) -> None:
    row.delegate_id, row.household_id, row.village_id = found.pk, found.household_id, found.village_id
    row.group, row.group_label = found.group, found.group_label


def _fill_household(row: Attendance, household_id: int, known: Known) -> None:
    """A household whose delegate is named comes as that delegate, whichever of the two was ticked."""
    named = known.by_household.get(household_id)
    if named is not None:
        _fill_from(row, named)
        return
    found = known.households.get(household_id)
    if found is None:
        raise NotFound(_NO_HOUSEHOLD)
    row.household_id, row.full_name, row.group = found.pk, found.head_name, Group.HOUSEHOLD
    row.village_id = known.villages[found.unit_id] if len(known.villages) > 1 else None


def _fill_walk_in(row: Attendance, one: Presence, known: Known) -> None:
    rules.check_walk_in(one)
    if one.village_id is not None and one.village_id not in known.villages.values():
        raise BadInput(_NO_VILLAGE, {"village_id": _NO_VILLAGE})
    row.full_name, row.group, row.village_id = squeeze(one.full_name), one.group, one.village_id
    row.group_label = squeeze(one.group_label)
