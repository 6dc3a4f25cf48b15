"""Eight phones at once: one delegate, one household, one presence."""

import pytest

from danban.delegates import actions
from danban.delegates.rules import Presence
from danban.delegates.states import Way
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import plan
from tests.delegates.factories_presence import delegate, device, household, on_its_day, present, scan
from tests.together import together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_the_same_people_sent_by_eight_phones_at_once_are_in_once(city: Cast) -> None:
    campaign = run_campaign(city)
    plan(city, campaign)
    one = on_its_day(city, campaign)
    homes = [household(city.places["00001.01"], number) for number in range(2)]
    delegate(one, 1, household=homes[0])
    phones = [device(city, one) for _ in range(8)]

    def deed(number: int) -> object:
        sent = [scan(1), *(Presence(scan(1).uuid, Way.TICK, household_id=home.pk) for home in homes)]
        turned = sent[number % 3 :] + sent[: number % 3]
        return actions.check_in(turned, conference_id=one.pk, device_id=phones[number].pk, at=AT)

    answers = together(*(lambda number=number: deed(number) for number in range(8)))

    assert len(present(one)) == 2
    assert sum(answer.written for answer in answers) == 2
    assert sum(answer.known for answer in answers) == 22
