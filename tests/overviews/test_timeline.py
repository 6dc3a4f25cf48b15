"""The days of the cycle."""

from datetime import date

from danban.campaigns.models import ObligationKind
from danban.overviews.queries import timeline
from tests.cast import TODAY, Cast, run_campaign
from tests.overviews.growing import done, owed_by


def test_there_is_no_timeline_before_a_year_is_launched(cast: Cast) -> None:
    assert timeline(cast.actors["mrs_ha"], today=TODAY) is None


def test_milestones_stand_by_day_with_what_follows_in_the_area(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), date(2022, 12, 2))

    city, commune = timeline(cast.actors["mrs_ha"], today=TODAY), timeline(cast.actors["phuc_xa"], today=TODAY)

    assert city
    assert [(m.milestone.due_on, m.tally.total) for m in city.moments] == [
        (date(2022, 12, 30), 6),
        (date(2023, 2, 28), 8),
        (date(2023, 3, 10), 4),
        (date(2023, 3, 19), 14),
    ]
    assert commune
    assert [(m.tally.done, m.tally.total) for m in commune.moments] == [(1, 1), (0, 2), (0, 1), (0, 3)]
    assert [one.kind.level.code for one in city.moments[0].following] == ["district", "commune"]


def test_what_hangs_on_no_milestone_is_counted_apart(cast: Cast) -> None:
    run_campaign(cast)
    ObligationKind.objects.filter(code="synthesis").update(milestone=None)

    found = timeline(cast.actors["mrs_ha"], today=TODAY)

    assert found
    assert found.unbound.total == 14
    assert found.moments[-1].tally.total == 0
