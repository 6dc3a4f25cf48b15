"""A conference that met on paper is entered in one go, and its minutes say what was typed."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from danban.campaigns.models import Campaign, Obligation
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.kit.actor import Actor
from danban.kit.clock import moment
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.resolutions import actions
from danban.resolutions.queries import facts_of
from danban.resolutions.rules import PaperPresence, PaperSheet, PaperVote, facts_from
from danban.resolutions.states import MinutesStatus
from danban.sittings.rules import TargetSheet
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.conferences.factories import FRIDAY, conference_of
from tests.resolutions.factories import two_heads
from tests.resolutions.factories_paper import SCAN, paper

AT = moment(FRIDAY, 22, 0)
ROOMS = ("resolutions", "sittings", "delegates", "conferences", "documents", "notices", "campaigns")


@pytest.fixture
def waiting(cast: Cast, campaign: Campaign) -> Conference:
    """The conference of group 2 of Phúc Xá, not met as far as anybody here knows."""
    return conference_of(cast, campaign, "00001.02")


@pytest.fixture
def head(cast: Cast) -> Actor:
    """A head of group 2."""
    return two_heads(cast, "00001.02")[0]


def _owed(one: Conference, code: str) -> Obligation:
    return Obligation.objects.get(campaign=one.campaign, placement=one.placement, kind__code=code)


def test_signed_paper_fulfils_conference_and_minutes(waiting: Conference, head: Actor) -> None:
    sheet = paper(is_signed=True, photo=SCAN, photo_name="bien-ban.pdf")

    minutes = actions.enter_from_paper(waiting.pk, sheet=sheet, actor=head, at=AT)

    waiting.refresh_from_db()
    assert (waiting.status, waiting.is_from_paper) == (ConferenceStatus.HELD, True)
    assert waiting.paper_photo is not None
    assert minutes.status == MinutesStatus.CONFIRMED
    assert _owed(waiting, "conference").fulfilled_on == FRIDAY
    assert _owed(waiting, "minutes").fulfilled_on == FRIDAY
    told = facts_from(minutes.content)
    assert told == facts_of(Conference.objects.select_related("placement__parent", "hall").get(pk=waiting.pk))
    assert told.targets[0].standing == "agreed"
    assert [one.is_petition for one in told.opinions] == [True, False]


def test_unsigned_paper_leaves_a_draft(waiting: Conference, head: Actor) -> None:
    minutes = actions.enter_from_paper(waiting.pk, sheet=paper(), actor=head, at=AT)

    assert minutes.status == MinutesStatus.DRAFTED
    assert _owed(waiting, "conference").fulfilled_on == FRIDAY
    assert _owed(waiting, "minutes").fulfilled_on is None


def test_the_commune_enters_it_but_does_not_sign_for_the_village(cast: Cast, waiting: Conference) -> None:
    with no_trace(*ROOMS), pytest.raises(NotYours):
        actions.enter_from_paper(
            waiting.pk, sheet=paper(is_signed=True, photo=SCAN, photo_name="a.pdf"), actor=cast.actors["phuc_xa"], at=AT
        )

    minutes = actions.enter_from_paper(waiting.pk, sheet=paper(), actor=cast.actors["phuc_xa"], at=AT)

    assert minutes.status == MinutesStatus.DRAFTED


def test_every_problem_is_named_by_its_line_and_nothing_stays(waiting: Conference, head: Actor) -> None:
    good = paper()
    bad = replace(
        good,
        chair="",
        presence=PaperPresence(10, groups=(("household", 11),), women=12),
        opinions=(replace(good.opinions[0], text="  "),),
        targets=(TargetSheet("Hộ đạt", Decimal(90), unit_label="%"),),
        votes=(
            PaperVote(uuid4(), "Thông qua", 9, 5, 1, 1),
            PaperVote(uuid4(), "Thông qua", 11, 11, 0, 0),
            PaperVote(uuid4(), "Thông qua", 9, 9, 0, 0, target=3),
        ),
        is_signed=True,
    )
    with no_trace(*ROOMS), pytest.raises(BadInput) as refused:
        actions.enter_from_paper(waiting.pk, sheet=bad, actor=head, at=AT)
    assert set(refused.value.problems) == {
        "chair", "everybody", "women", "opinion_0_text", "target_0_denominator", "vote_0_gap_reason",
        "vote_1_present", "vote_2_target", "photo",
    }  # fmt: skip


def test_a_photograph_that_is_none_leaves_no_trace(waiting: Conference, head: Actor) -> None:
    with no_trace(*ROOMS), pytest.raises(BadInput):
        actions.enter_from_paper(waiting.pk, sheet=paper(photo=b"xin chao", photo_name="a.jpg"), actor=head, at=AT)


def test_twice_before_it_met_and_by_others_is_refused(cast: Cast, waiting: Conference, head: Actor) -> None:
    with no_trace(*ROOMS), pytest.raises(BadInput):
        actions.enter_from_paper(waiting.pk, sheet=paper(), actor=head, at=moment(FRIDAY, 20, 0))
    with no_trace(*ROOMS), pytest.raises(NotFound):
        actions.enter_from_paper(waiting.pk, sheet=paper(), actor=cast.actors["truc_bach"], at=AT)
    sheet = paper()
    actions.enter_from_paper(waiting.pk, sheet=sheet, actor=head, at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.enter_from_paper(waiting.pk, sheet=sheet, actor=head, at=AT)


_PARTS = st.tuples(*[st.integers(0, 500)] * 4)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=_PARTS, votes=st.lists(st.tuples(*[st.integers(0, 100)] * 3), max_size=4))
def test_the_minutes_count_what_was_typed(
    waiting: Conference, head: Actor, parts: tuple[int, ...], votes: list[tuple[int, int, int]]
) -> None:
    with transaction.atomic():
        _the_same(waiting, head, _typed(parts, votes))
        transaction.set_rollback(True)


def _typed(parts: tuple[int, ...], votes: list[tuple[int, int, int]]) -> PaperSheet:
    households, front, others, women = parts
    everybody = households + front + others + 300
    presence = PaperPresence(everybody, (("household", households), ("front", front)), women=min(women, everybody))
    counted = tuple(
        PaperVote(uuid4(), f"Việc {at}", sum(vote), *vote) for at, vote in enumerate(votes) if sum(vote) <= everybody
    )
    return paper(presence=presence, votes=counted)


def _the_same(one: Conference, head: Actor, sheet: PaperSheet) -> None:
    actions.enter_from_paper(one.pk, sheet=sheet, actor=head, at=AT)
    facts = facts_of(Conference.objects.select_related("placement__parent", "campaign", "hall").get(pk=one.pk))
    assert facts.present == sheet.presence.everybody
    assert facts.households == dict(sheet.presence.groups)["household"]
    assert dict(facts.tallies)["Nữ"] == sheet.presence.women
    assert [(c.present, c.in_favour, c.against, c.other) for c in facts.counts] == [
        (v.present, v.in_favour, v.against, v.other) for v in sheet.votes
    ]
    assert [(o.speaker, o.text) for o in facts.opinions] == [(o.speaker, o.text) for o in sheet.opinions]
    assert [(t.indicator, t.value) for t in facts.targets] == [(t.indicator, t.value) for t in sheet.targets]
