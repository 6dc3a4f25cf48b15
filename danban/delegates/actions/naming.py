"""Name people for a conference: one by one, one a household from the roll, elected by a village; drop them."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from danban.audit.actions import record
from danban.conferences.actions.locks import lock_conference
from danban.conferences.models import Conference, ConferencePlace
from danban.delegates import rules
from danban.delegates.models import Delegate, Household
from danban.delegates.states import Reply
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow
from danban.kit.vietnamese import fold, nfc, person_sort_key, squeeze

_TAKEN = "Hộ này đã có người đại diện trong danh sách. Mỗi hộ một người."


@transaction.atomic
def name_delegate(conference_id: int, *, sheet: rules.DelegateSheet, actor: Actor, at: datetime) -> Delegate:
    """One person. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (household named already, no name)."""
    conference = lock_conference(conference_id)
    rules.check_can_name(actor, conference, at=at)
    delegate = build_delegate(conference, sheet)
    if delegate.household_id and _has_delegate(conference, delegate.household_id):
        raise BadInput(_TAKEN, {"household_id": _TAKEN})
    delegate.save(force_insert=True)
    _write_down(conference, "delegate.named", actor, at, delegates=[delegate.pk])
    return delegate


@transaction.atomic
def name_household_representatives(conference_id: int, *, actor: Actor, at: datetime) -> int:
    """The head of every household of the roll that has nobody yet. Returns how many were named."""
    conference = lock_conference(conference_id)
    rules.check_can_name(actor, conference, at=at)
    villages = dict(
        ConferencePlace.objects.filter(conference=conference).values_list("placement__unit_id", "placement_id")
    )
    taken = _living(conference).exclude(household=None).values("household_id")
    rest = Household.objects.filter(unit_id__in=villages, left_on__isnull=True).exclude(pk__in=taken)
    found = [
        build_delegate(conference, rules.DelegateSheet(one.head_name), household=one, village_id=villages[one.unit_id])
        for one in rest.order_by("unit_id", "sort_key", "pk")
    ]
    if not found:
        raise NotNow("Không còn hộ nào chưa có người đại diện, hoặc sổ hộ còn trống.")
    Delegate.objects.bulk_create(found, batch_size=500)
    _write_down(conference, "delegate.named", actor, at, households=len(found))
    return len(found)


@transaction.atomic
def drop_delegate(delegate_id: int, *, actor: Actor, at: datetime) -> Delegate:
    """Take somebody off the list; their link, if any, opens nothing any more."""
    conference_id = Delegate.objects.filter(pk=delegate_id).values_list("conference_id", flat=True).first()
    if conference_id is None:
        raise NotFound
    conference = lock_conference(conference_id)
    delegate = Delegate.objects.select_for_update(of=("self",)).get(pk=delegate_id)
    delegate.conference = conference
    rules.check_can_drop_delegate(actor, delegate, at=at)
    delegate.dropped_at = at
    delegate.save(update_fields=["dropped_at"])
    _write_down(conference, "delegate.dropped", actor, at, delegates=[delegate.pk])
    return delegate


@transaction.atomic
def elect_delegates(
    conference_id: int, *, sheets: Sequence[rules.DelegateSheet], actor: Actor, at: datetime
) -> list[Delegate]:  # fmt: skip
    """A village conference chooses who goes to its commune's conference (II.1.a, hiệp thương cử).

    They stand in the commune's list, counted for the village. Raises what its rules raise, and ``NotNow`` where
    the commune has no conference to go to.
    """
    village = lock_conference(conference_id)
    rules.check_can_elect(actor, village, at=at)
    commune = Conference.objects.filter(
        campaign_id=village.campaign_id, placement=village.placement.parent, places__isnull=False
    ).first()
    if commune is None or commune.status in ("held", "not_held"):
        raise NotNow("Hội nghị cấp xã chưa có hoặc đã họp nên chưa cử đại biểu vào danh sách được.")
    commune = lock_conference(commune.pk)
    found = [build_delegate(commune, sheet, village_id=village.placement_id, elected_by=village) for sheet in sheets]
    if not found:
        raise BadInput("Hãy ghi ít nhất một người được cử.", {"names": "Mỗi dòng một người."})
    for one in found:
        one.save(force_insert=True)
    _write_down(commune, "delegate.elected", actor, at, by=village.pk, delegates=[one.pk for one in found])
    return found


def build_delegate(
    conference: Conference,
    sheet: rules.DelegateSheet,
    *,
    household: Household | None = None,
    village_id: int | None = None,
    elected_by: Conference | None = None,
) -> Delegate:
    """A person as typed, checked, not saved; raises ``BadInput``."""
    rules.check_sheet(sheet)
    household = household or _household(conference, sheet.household_id)
    name = squeeze(nfc(sheet.full_name))
    code = household.code if household else ""
    return Delegate(
        conference=conference, village_id=village_id or sheet.village_id, group=sheet.group,
        group_label=squeeze(sheet.group_label), household=household, full_name=name, phone=rules.phone_of(sheet.phone),
        note=squeeze(sheet.note)[:200], folded=fold(f"{name} {code}"), sort_key=person_sort_key(name),
        elected_by=elected_by,
    )  # fmt: skip


def _household(conference: Conference, household_id: int | None) -> Household | None:
    if household_id is None:
        return None
    units = ConferencePlace.objects.filter(conference=conference).values("placement__unit_id")
    found = Household.objects.filter(pk=household_id, unit_id__in=units, left_on__isnull=True).first()
    if found is None:
        raise BadInput("Hộ này không có trong sổ hộ của đơn vị.", {"household_id": "Hãy chọn hộ khác."})
    return found


def _living(conference: Conference) -> QuerySet[Delegate]:
    return Delegate.objects.filter(conference=conference, dropped_at__isnull=True).exclude(reply=Reply.REPLACED)


def _has_delegate(conference: Conference, household_id: int) -> bool:
    return _living(conference).filter(household_id=household_id).exists()


def _write_down(conference: Conference, event: str, actor: Actor, at: datetime, **changes: object) -> None:
    record(
        actor=actor, event=event, subject="conference", subject_id=conference.pk, at=at, unit_id=actor.unit_id,
        changes=changes,
    )  # fmt: skip
