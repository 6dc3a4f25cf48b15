"""Two people press the same button at the same time."""

from typing import Any

import pytest
from django.db import connection

from danban.audit.models import Entry
from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft, Obligation
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast
from tests.together import together


@pytest.mark.django_db(transaction=True)
def test_launching_a_draft_twice_at_once_gives_one_year(city: Cast) -> None:
    ha, dung = city.actors["mrs_ha"], city.actors["mr_dung"]
    draft = actions.start_draft(reading_of(), tree_id=city.tree.pk, actor=ha, at=AT)

    first, second = together(
        lambda: actions.launch_draft(draft.pk, actor=ha, at=AT),
        lambda: actions.launch_draft(draft.pk, actor=dung, at=AT),
    )

    assert first == second == Campaign.objects.get()
    assert Obligation.objects.count() == 140
    assert Entry.objects.filter(event="draft.launched").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_drafts_of_the_same_year_launched_at_once_give_one_year_and_one_refusal(city: Cast) -> None:
    ha = city.actors["mrs_ha"]
    drafts = [actions.start_draft(reading_of(), tree_id=city.tree.pk, actor=ha, at=AT) for _ in range(2)]

    answers = together(*(lambda pk=d.pk: actions.launch_draft(pk, actor=ha, at=AT) for d in drafts))

    assert sorted(type(answer).__name__ for answer in answers) == ["Campaign", "NotNow"]
    assert Draft.objects.filter(launched_campaign__isnull=False).count() == Campaign.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="row locks are PostgreSQL's; SQLite has one writer")
@pytest.mark.django_db(transaction=True)
def test_two_deeds_for_the_same_obligation_at_once_are_told_once(city: Cast) -> None:
    ha = city.actors["mrs_ha"]
    draft = actions.start_draft(reading_of(), tree_id=city.tree.pk, actor=ha, at=AT)
    campaign = actions.launch_draft(draft.pk, actor=ha, at=AT)
    asked: dict[str, Any] = {
        "campaign_id": campaign.pk, "placement_id": city.places["001"].pk, "kind_code": "plan",
        "event": "plan.issued", "on": AT.date(), "at": AT,
    }  # fmt: skip

    done = together(
        *(lambda who=who: actions.fulfil_obligations(**asked, actor=city.actors[who]) for who in ("mrs_ha", "ba_dinh"))
    )

    assert sorted(done) == [0, 1]
    assert Entry.objects.filter(event="obligation.fulfilled").count() == 1
