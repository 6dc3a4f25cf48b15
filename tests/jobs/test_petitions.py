"""The job takes in what conferences left behind, and climbs the ladder of the late."""

from datetime import timedelta

from danban.conferences.models import Conference
from danban.jobs import petitions
from danban.petitions.actions import Climbed
from danban.petitions.models import Petition
from danban.sittings.models import Opinion
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import conference_of, hall_of, plan
from tests.petitions.factories import routed
from tests.sittings.factories import announced_with_agenda, opened, opinion


def test_what_a_conference_left_is_taken_in_once_it_is_over(cast: Cast) -> None:
    campaign = run_campaign(cast)
    plan(cast, campaign)
    held = opened(cast, announced_with_agenda(cast, conference_of(cast, campaign, "00001.01"), hall_of(cast)))
    opinion(cast, held, text="Đèn ngõ 12 hỏng, đề nghị sửa")
    Opinion.objects.update(is_petition=True)

    assert petitions.run(at=AT) == (0, Climbed()), "it still meets"
    Conference.objects.filter(pk=held.pk).update(status="held", held_on=AT.date())
    assert petitions.run(at=AT) == (1, Climbed())
    assert petitions.run(at=AT) == (0, Climbed())

    routed(cast, Petition.objects.get())
    assert petitions.run(at=AT + timedelta(days=60)) == (0, Climbed(escalated=1))
