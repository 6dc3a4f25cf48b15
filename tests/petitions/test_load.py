"""A demonstration's petitions are entered by the thousand, with ways, keys and due days."""

from uuid import uuid4

import pytest

from danban.campaigns.models import Campaign
from danban.kit.actor import machine
from danban.kit.refusals import NotYours
from danban.petitions import actions, queries
from danban.petitions.actions import LoadedPetition, LoadedStep
from danban.petitions.models import Answer, Petition
from danban.sittings.models import Opinion
from tests.cast import AT, TODAY, Cast
from tests.conferences.factories import conference_of, plan
from tests.petitions.factories import GOOD, LAMP, committee


def test_what_is_loaded_stands_as_if_the_verbs_had_made_it(cast: Cast, campaign: Campaign) -> None:
    plan(cast, campaign)
    held = conference_of(cast, campaign, "00001.01")
    said = Opinion.objects.create(uuid=uuid4(), conference=held, text=LAMP, folded="", said_at=AT, recorded_at=AT)
    desk, body = cast.places["00001"], committee(cast)
    steps = [
        LoadedStep("record", "recorded", desk, None, AT), LoadedStep("route", "routed", desk, body, AT),
        LoadedStep("answer", "answered", desk, body, AT, GOOD),
    ]  # fmt: skip
    answer = Answer(decision="agreed", text=GOOD, done_by="Đội chiếu sáng", due_on=TODAY, body=body, answered_at=AT)
    row = LoadedPetition(
        said, held.placement, "lighting", "Sửa đèn", "answered", steps, clock_from=TODAY, answer=answer
    )

    assert actions.load_petitions(campaign.pk, [row], actor=machine("demo"), at=AT) == 1
    one = Petition.objects.get()
    assert (one.status, one.body, one.answers.get().text) == ("answered", body, GOOD)
    assert one.answer_due_on is not None
    page = queries.petition_page(cast.actors["phuc_xa"], one.pk, at=AT)
    assert [line.verb for line in page.lines] == ["record", "route", "answer"]
    assert queries.likes_of(cast.actors["phuc_xa"], "Đèn đường ngõ 12 hỏng", one.seat)[0].is_same
    with pytest.raises(NotYours):
        actions.load_petitions(campaign.pk, [], actor=cast.actors["mrs_ha"], at=AT)
