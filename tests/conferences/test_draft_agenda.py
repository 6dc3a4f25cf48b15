"""A first agenda is entered from the plan."""

import pytest

from danban.campaigns.models import Campaign
from danban.conferences import actions, queries, rules
from danban.conferences.models import Conference
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, ROOMS, announced, conference_of, evening, hall_of
from tests.conferences.factories_agenda import CONTENTS, agreed, drafted, heads_of, make_template


def test_last_years_resolution_stands_first_then_what_the_plan_wants(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    make_template(cast, campaign)
    make_template(cast, campaign, "commune", "Thảo luận chương trình hành động")
    front, authority = heads_of(cast, "00001.01")

    actions.draft_agenda(one.pk, actor=front, at=AT)

    entries = queries.agenda_of(one.pk)
    assert [entry.title for entry in entries][:3] == [rules.LAST_YEAR, *CONTENTS]
    assert [entry.is_mandatory for entry in entries] == [True, True, True, False, False]
    assert entries[0].presenter == "Tổ trưởng Tổ dân phố số 1"
    assert entries[1].presenter == "Ban công tác Mặt trận Tổ dân phố số 1"
    assert all(entry.minutes for entry in entries)
    assert rules.missing_contents(entries) == []
    assert last_event() == ("agenda.drafted", "conference", one.pk)
    told = Notice.objects.filter(channel="inbox", subject__startswith="Chương trình hội nghị")
    assert [notice.appointment_id for notice in told] == [authority.appointment_id]


def test_the_commune_has_its_own_contents_and_customs(cast: Cast, campaign: Campaign) -> None:
    make_template(cast, campaign)
    make_template(cast, campaign, "commune", "Thảo luận chương trình hành động")
    own = conference_of(cast, campaign, "00001")

    actions.draft_agenda(own.pk, actor=cast.actors["phuc_xa_committee"], at=AT)

    entries = queries.agenda_of(own.pk)
    assert entries[1].title == "Thảo luận chương trình hành động"
    assert entries[1].presenter == "Ủy ban nhân dân Phường Phúc Xá"
    assert entries[-1].title == "Thông qua nghị quyết của hội nghị"


def test_drafted_again_it_adds_only_what_the_plan_asks_since_and_assents_fall(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    agreed(cast, one)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã có đủ"):
        actions.draft_agenda(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    make_template(cast, campaign)
    assert rules.missing_contents(queries.agenda_of(one.pk)) == list(CONTENTS)

    added = actions.draft_agenda(one.pk, actor=cast.actors["phuc_xa"], at=AT)

    assert [entry.title for entry in added] == list(CONTENTS)
    assert rules.missing_contents(queries.agenda_of(one.pk)) == []
    assert not one.assents.exists()


def test_contents_of_a_conference_without_entries_are_asked_for_by_name(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    make_template(cast, campaign)

    assert rules.missing_contents([]) == [rules.LAST_YEAR]
    assert rules.missing_contents([], of=one) == [rules.LAST_YEAR, *CONTENTS]


def test_what_an_amendment_takes_out_of_the_plan_may_be_dropped(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    items = make_template(cast, campaign)
    drafted(cast, one)
    items[0].delete()

    entries = queries.agenda_of(one.pk)

    assert [entry.title for entry in entries if rules.stays(entry)] == [rules.LAST_YEAR, CONTENTS[1]]
    assert rules.missing_contents(entries) == []


def test_others_and_what_is_announced_are_refused(cast: Cast, one: Conference) -> None:
    with no_trace(*ROOMS):
        for who, refusal in (("ba_dinh", NotYours), ("mrs_ha", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                actions.draft_agenda(one.pk, actor=cast.actors[who], at=AT)
    announced(cast, one, evening(FRIDAY, hall=hall_of(cast)))
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã chốt"):
        actions.draft_agenda(one.pk, actor=cast.actors["phuc_xa"], at=AT)
