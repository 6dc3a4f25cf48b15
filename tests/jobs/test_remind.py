"""The job of the ladder goes through every year that runs, and only those."""

from danban.campaigns.actions import Reminded, close_campaign
from danban.jobs import remind
from danban.notices.models import Notice
from tests.cast import AT, Cast, run_campaign


def test_running_years_are_reminded_once_and_closed_ones_left_alone(cast: Cast) -> None:
    campaign = run_campaign(cast)

    first = remind.run(at=AT)
    assert first.obligations > 0
    assert remind.run(at=AT) == Reminded()

    close_campaign(campaign.pk, reason="Hết năm", actor=cast.actors["mrs_ha"], at=AT)
    Notice.objects.all().delete()
    assert remind.run(at=AT) == Reminded()
