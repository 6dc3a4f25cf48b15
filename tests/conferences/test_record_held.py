"""A conference that met on paper is entered afterwards and counts as held, marked so."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from danban.audit.models import Entry
from danban.campaigns.models import Campaign, Obligation
from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.rules import Holding
from danban.conferences.states import ConferenceStatus
from danban.documents.actions import keep_upload
from danban.kit.clock import moment
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.conferences.factories import FRIDAY, ROOMS, SATURDAY, evening, scheduled
from tests.conferences.factories_agenda import agreed
from tests.conferences.owing import owe

HEAD = "head_of_group_1"
AFTER = moment(FRIDAY, 22, 0)
GOOD = Holding(FRIDAY, moment(FRIDAY, 19, 30), moment(FRIDAY, 21, 0))


def _owed(one: Conference, code: str) -> Obligation:
    return Obligation.objects.get(campaign=one.campaign, placement=one.placement, kind__code=code)


@pytest.mark.parametrize("is_planned", [True, False])
def test_it_was_held_and_the_duty_is_done_on_that_day(
    cast: Cast, one: Conference, hall: Hall, is_planned: bool
) -> None:  # fmt: skip
    if is_planned:
        scheduled(cast, one, evening(hall=hall))

    done = actions.record_held_conference(one.pk, holding=GOOD, actor=cast.actors[HEAD], at=AFTER)

    done.refresh_from_db()
    assert (done.status, done.held_on, done.is_from_paper) == (ConferenceStatus.HELD, FRIDAY, True)
    assert (done.opened_at, done.closed_at, done.day) == (GOOD.opened_at, GOOD.closed_at, FRIDAY)
    assert done.hall == (hall if is_planned else None)
    assert _owed(one, "conference").fulfilled_on == FRIDAY
    assert Conference.objects.filter(pk=one.pk, session="eve").exists()


def test_contents_of_its_agenda_are_done_with_it(cast: Cast, campaign: Campaign, one: Conference) -> None:
    owe(cast, campaign, "public_conduct", "village")
    agreed(cast, one)
    clauses = set(one.agenda.filter(item__isnull=False).values_list("item__clause_id", flat=True))

    actions.record_held_conference(one.pk, holding=GOOD, actor=cast.actors[HEAD], at=AFTER)

    owed = _owed(one, "public_conduct")
    assert (owed.fulfilled_on == FRIDAY) == (owed.kind.clause_id in clauses)


def test_another_day_than_planned_leaves_a_hall_others_have(
    cast: Cast, one: Conference, other: Conference, hall: Hall
) -> None:  # fmt: skip
    scheduled(cast, one, evening(FRIDAY, hall))
    scheduled(cast, other, evening(SATURDAY, hall))
    holding = Holding(SATURDAY, moment(SATURDAY, 19, 0), moment(SATURDAY, 20, 0))

    done = actions.record_held_conference(
        one.pk, holding=holding, actor=cast.actors[HEAD], at=moment(SATURDAY, 23, 0)
    )  # fmt: skip

    assert (done.day, done.hall) == (SATURDAY, None)


def test_outside_its_days_it_needs_a_cause(cast: Cast, one: Conference) -> None:
    late = date(2023, 4, 20)
    holding = Holding(late, moment(late, 19, 0), moment(late, 21, 0))
    at = moment(late, 22, 0)
    with no_trace(*ROOMS), pytest.raises(BadInput) as refused:
        actions.record_held_conference(one.pk, holding=holding, actor=cast.actors[HEAD], at=at)
    assert list(refused.value.problems) == ["cause"]

    done = actions.record_held_conference(
        one.pk, holding=replace(holding, cause="Mưa bão"), actor=cast.actors[HEAD], at=at
    )  # fmt: skip

    assert done.cause == "Mưa bão"


@pytest.mark.parametrize(
    ("field", "holding"),
    [
        ("held_on", Holding(SATURDAY, moment(SATURDAY, 8, 0), moment(SATURDAY, 9, 0))),
        ("closed_at", replace(GOOD, closed_at=GOOD.opened_at)),
        ("closed_at", replace(GOOD, closed_at=AFTER + timedelta(minutes=1))),
        ("opened_at", replace(GOOD, opened_at=GOOD.opened_at - timedelta(days=1))),
        ("photo", replace(GOOD, photo_id=987654)),
    ],
)
def test_what_cannot_be_is_refused_by_field(cast: Cast, one: Conference, field: str, holding: Holding) -> None:
    with no_trace(*ROOMS), pytest.raises(BadInput) as refused:
        actions.record_held_conference(one.pk, holding=holding, actor=cast.actors[HEAD], at=AFTER)
    assert list(refused.value.problems) == [field]


def test_a_photograph_of_the_paper_stays_with_it(cast: Cast, one: Conference) -> None:
    scan = keep_upload(b"%PDF-1.4\n%%EOF\n", name="bien-ban.pdf", at=AFTER)

    done = actions.record_held_conference(
        one.pk, holding=replace(GOOD, photo_id=scan.pk), actor=cast.actors[HEAD], at=AFTER
    )  # fmt: skip

    assert done.paper_photo_id == scan.pk
    entry = Entry.objects.get(event="conference.recorded_held", subject_id=one.pk)
    assert entry.changes["photo"] == scan.pk


def test_only_those_who_hold_it_and_only_once(cast: Cast, one: Conference) -> None:
    def enter(who: str, at: datetime = AFTER) -> Conference:
        return actions.record_held_conference(one.pk, holding=GOOD, actor=cast.actors[who], at=at)

    with no_trace(*ROOMS), pytest.raises(NotYours):
        enter("ba_dinh")
    with no_trace(*ROOMS), pytest.raises(NotFound):
        enter("truc_bach")
    enter("phuc_xa")
    with no_trace(*ROOMS), pytest.raises(NotNow, match="Đã họp"):
        enter(HEAD)
