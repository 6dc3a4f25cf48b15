"""Two offices, or two machines, remind of the same things at the same moment."""

import pytest

from danban.campaigns.actions import Reminded, remind_by_ladder, remind_late
from danban.campaigns.models import Reminder
from danban.campaigns.queries.reminders import LateFilter
from danban.kit.actor import machine
from danban.kit.refusals import NotNow
from danban.notices.models import Notice
from danban.notices.states import Channel
from tests.cast import AT, Cast, run_campaign
from tests.together import together


@pytest.mark.django_db(transaction=True)
def test_one_thing_is_reminded_of_once_a_day_by_whoever_comes_first(city: Cast) -> None:
    campaign = run_campaign(city)
    asked = {"wanted": LateFilter(kind="plan", level="commune"), "words": "Đề nghị ban hành kế hoạch.", "at": AT}

    first, second = together(
        *(
            lambda who=who: remind_late(campaign.pk, **asked, actor=city.actors[who])  # type: ignore[arg-type]
            for who in ("mrs_ha", "mr_dung")
        )
    )

    assert {type(first), type(second)} == {Reminded, NotNow}
    assert Reminder.objects.count() == 2
    assert Notice.objects.filter(channel=Channel.INBOX, account=city.people["phuc_xa"]).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_machines_climb_the_ladder_once(city: Cast) -> None:
    campaign = run_campaign(city)

    told = together(*(lambda: remind_by_ladder(campaign.pk, actor=machine("remind"), at=AT) for _ in range(3)))

    assert sorted(one.obligations > 0 for one in told) == [False, False, True]
    notices = Notice.objects.filter(channel=Channel.INBOX)
    assert notices.count() == sum(one.notices for one in told)
