"""The first screen."""

from datetime import date, timedelta

from danban.campaigns.models import Assignment, Obligation
from danban.campaigns.rules.timeliness import Timeliness
from danban.overviews.queries import home
from tests.cast import TODAY, Cast, run_campaign
from tests.overviews.growing import done, owed_by


def test_there_is_no_home_before_a_year_is_launched(cast: Cast) -> None:
    assert home(cast.actors["phuc_xa"], today=TODAY) is None


def test_a_commune_sees_what_it_owes_sorted_by_how_it_stands(cast: Cast) -> None:
    run_campaign(cast)
    actor = cast.actors["phuc_xa"]

    found = home(actor, today=TODAY)

    assert found is not None
    assert [owed.kind_code for owed in found.pile.late] == ["plan"]
    assert [owed.kind_code for owed in found.pile.current] == ["synthesis"]
    assert [owed.kind_code for owed in found.pile.coming] == ["conference"]
    assert found.pile.next == found.pile.late[0]
    assert found.pile.late[0].clause_path == "IV"
    assert found.pile.late[0].steps == ("Kế hoạch ghi mốc này.",)
    assert found.steps == ()


def test_what_is_due_within_a_week_stands_before_what_is_not(cast: Cast) -> None:
    run_campaign(cast)
    due = date(2023, 3, 19)

    eve = home(cast.actors["phuc_xa"], today=due - timedelta(days=8))
    week = home(cast.actors["phuc_xa"], today=due - timedelta(days=7))

    assert eve
    assert [owed.kind_code for owed in eve.pile.soon] == []
    assert week
    assert [owed.kind_code for owed in week.pile.soon] == ["synthesis"]


def test_what_is_done_says_when_and_whether_in_time(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), date(2023, 1, 5))
    done(owed_by(cast, "00001", "synthesis"), date(2023, 2, 9))

    found = home(cast.actors["phuc_xa"], today=TODAY)

    assert found is not None
    assert [(owed.kind_code, owed.timeliness) for owed in found.pile.done] == [
        ("synthesis", Timeliness.DONE),
        ("plan", Timeliness.DONE_LATE),
    ]


def test_units_below_are_counted_with_all_that_lies_below_them(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), date(2022, 12, 20))

    found = home(cast.actors["ba_dinh"], today=TODAY)

    assert found is not None
    by_name = {line.spot.name: line.tally for line in found.below}
    assert [line.spot.name for line in found.below] == ["Phường Trúc Bạch", "Phường Phúc Xá"]
    assert (by_name["Phường Phúc Xá"].total, by_name["Phường Phúc Xá"].done, by_name["Phường Phúc Xá"].late) == (
        7,
        1,
        0,
    )
    assert found.below_total.total == 14
    assert found.below_total.late == 1


def test_a_village_walks_four_steps(cast: Cast) -> None:
    run_campaign(cast)
    actor = cast.actors["head_of_group_1"]

    before = home(actor, today=TODAY)
    done(owed_by(cast, "00001.01", "conference"), TODAY)
    after = home(actor, today=TODAY)
    done(owed_by(cast, "00001.01", "synthesis"), TODAY)
    end = home(actor, today=TODAY)

    assert before
    assert [(s.label, s.state) for s in before.steps] == [
        ("Chuẩn bị", "later"),
        ("Mời", "later"),
        ("Họp", "now"),
        ("Gửi", "later"),
    ]
    assert after
    assert [s.state for s in after.steps] == ["ok", "ok", "ok", "now"]
    assert after.steps[3].next
    assert after.steps[3].next.kind_code == "synthesis"
    assert end
    assert [s.state for s in end.steps] == ["ok", "ok", "ok", "ok"]
    assert end.pile.next is None
    assert before.below == ()


def test_kinds_of_another_plan_fall_before_or_after_the_conference(cast: Cast) -> None:
    campaign = run_campaign(cast)
    campaign.obligation_kinds.filter(code="synthesis", level__code="village").update(code="cleanup")
    village = cast.places["00001.01"]
    done(Obligation.objects.filter(placement=village, kind__code="conference"), TODAY)

    found = home(cast.actors["head_of_group_1"], today=TODAY)

    assert found
    assert found.steps[3].next
    assert found.steps[3].next.kind_code == "cleanup"


def test_a_department_sees_its_tasks_first_and_the_citys_work_apart(cast: Cast) -> None:
    campaign = run_campaign(cast)
    kind = campaign.obligation_kinds.get(code="plan", level__code="district")
    kind.pk, kind.code, kind.level = None, "assignment-iv", cast.levels["city"]
    kind.save()
    body = cast.bodies["01", "department"]
    Assignment.objects.create(
        campaign=campaign, clause=kind.clause, body=body, actor="Sở Văn hóa", tasks=["Soạn đề cương"], position=0
    )
    Assignment.objects.create(
        campaign=campaign, clause=kind.clause, body=body, actor="Sở Văn hóa", tasks=["Tổng vệ sinh"],
        rrule="FREQ=WEEKLY;BYDAY=FR,SA", position=1,
    )  # fmt: skip
    own = Obligation.objects.create(campaign=campaign, kind=kind, placement=cast.city, body=body)
    whole = Obligation.objects.create(campaign=campaign, kind=kind, placement=cast.city)

    found = home(cast.actors["culture_department"], today=TODAY)
    runner = home(cast.actors["mrs_ha"], today=TODAY)

    assert found is not None
    assert [task.rhythm for task in found.tasks] == ["", "Hằng tuần: thứ Sáu, thứ Bảy"]
    assert [task.owed.pk if task.owed else None for task in found.tasks] == [own.pk, None]
    assert [task.work.status for task in found.tasks] == ["waiting", "waiting"]
    assert found.pile.everything == ()
    assert [owed.pk for owed in found.shared.everything] == [whole.pk]
    assert runner
    assert [owed.pk for owed in runner.pile.everything] == [whole.pk]
    assert runner.tasks == ()
