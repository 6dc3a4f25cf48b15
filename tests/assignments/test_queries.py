"""Reading: lists, one assignment, files, briefings, events; who sees what, in how many queries."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.assignments import actions, queries, rules
from danban.assignments.queries import AssignmentFilter, EventFilter
from danban.assignments.rules import Figure
from danban.assignments.states import FilePurpose, WorkStatus
from danban.campaigns.models import Assignment, Campaign, Obligation
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotYours, is_allowed
from tests.assignments.factories import (
    attach,
    event_sheet,
    given_to,
    make_assignment,
    make_body,
    make_briefing,
    owed_for,
    upload,
)
from tests.cast import AT, TODAY, Cast
from tests.documents import uploads


def _listed(actor: Actor, **asked: object) -> queries.AssignmentList:
    found = queries.assignment_list(actor, AssignmentFilter(**asked), today=TODAY)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_the_list_counts_by_state_and_each_count_is_a_filter(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    ha = cast.actors["mrs_ha"]
    actions.accept_assignment(department_work.pk, actor=cast.actors["culture_department"], at=AT)
    make_assignment(campaign)
    make_assignment(campaign, cast.bodies["01", "peoples_committee"], due_on=TODAY - timedelta(days=2))
    make_assignment(campaign, withdrawn_at=AT)

    counts = _listed(ha).counts

    assert {state: len(list(_listed(ha, state=state).page)) for state in queries.STATES} == {
        state: counts[state] for state in queries.STATES
    }
    assert counts == {
        "": 13, "late": 2, "waiting": 5, "working": 1, "done": 0, "weekly": 1, "unnamed": 1, "below": 6, "withdrawn": 1
    }  # fmt: skip


def test_the_list_is_searched_without_accents_and_narrowed_to_a_body(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    ha, body = cast.actors["mrs_ha"], cast.bodies["01", "department"]
    front = given_to(campaign, cast.bodies["01", "front_committee"])
    actions.add_partner(front.pk, body_id=body.pk, actor=ha, at=AT)

    assert {row.pk for row in _listed(ha, words="TONG VE SINH").page} >= {department_work.pk}
    assert not list(_listed(ha, words="không có việc này").page)
    assert {row.body.pk if row.body else 0 for row in _listed(ha, body_id=body.pk).page} == {
        body.pk,
        cast.bodies["01", "front_committee"].pk,
    }
    assert "Sở Văn hóa và Thể thao" in [named.name for named in _listed(ha).bodies]


def test_every_office_of_the_tree_sees_who_does_what_and_only_the_citys_and_the_body_see_how_far_it_is(
    cast: Cast, department_work: Assignment
) -> None:
    actions.note_assignment(department_work.pk, text="Đã làm", on=TODAY, actor=cast.actors["culture_department"], at=AT)

    seen = {}
    for who in ("mrs_ha", "mr_dung", "culture_department", "ba_dinh", "phuc_xa", "head_of_group_1"):
        row = next(row for row in _listed(cast.actors[who]).page if row.pk == department_work.pk)
        seen[who] = (row.status, row.last.text if row.last else "")

    assert seen == {
        **dict.fromkeys(("mrs_ha", "mr_dung", "culture_department"), (WorkStatus.WORKING, "Đã làm")),
        **dict.fromkeys(("ba_dinh", "phuc_xa", "head_of_group_1"), (WorkStatus.WORKING, "")),
    }
    with pytest.raises(NotFound):
        queries.assignment_page(cast.actors["stranger"], department_work.pk, at=AT)
    assert queries.assignment_list(cast.actors["stranger"], AssignmentFilter(), today=TODAY) is None


def test_lists_and_pages_cost_as_many_queries_for_thirty_rows_as_for_three(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    ha, worker = cast.actors["mrs_ha"], cast.actors["culture_department"]

    def fill(count: int) -> None:
        for number in range(count):
            body = make_body(cast, f"Sở số {number} {count}")
            given = make_assignment(campaign, body, clause=department_work.clause)
            actions.add_partner(department_work.pk, body_id=body.pk, actor=ha, at=AT)
            actions.add_partner(given.pk, body_id=cast.bodies["01", "department"].pk, actor=ha, at=AT)
            for actor, one in ((worker, given), (worker, department_work)):
                actions.note_assignment(
                    one.pk, text=f"Lần {number}", on=TODAY, actor=actor, at=AT, uploads=(upload(f"{number}.docx"),)
                )
            attach(department_work, worker, f"Đề cương {number} {count}")
            actions.record_event(campaign.pk, event_sheet(cast, topic=f"Buổi {number} {count}"), actor=ha, at=AT)

    def count() -> list[int]:
        asked = (
            lambda: list(_listed(ha).page),
            lambda: queries.assignment_page(ha, department_work.pk, at=AT),
            lambda: queries.library(ha),
            lambda: queries.event_list(ha, EventFilter(), at=AT),
        )
        made = []
        for ask in asked:
            with CaptureQueriesContext(connection) as run:
                ask()
            made.append(len(run))
        return made

    fill(3)
    few = count()
    fill(12)

    assert count() == few
    assert max(few) <= 20


def test_the_page_tells_the_plans_words_the_steps_and_what_was_done_newest_first(
    cast: Cast, department_work: Assignment
) -> None:
    actor = cast.actors["culture_department"]
    actions.accept_assignment(department_work.pk, actor=actor, at=AT)
    figures, later = (Figure("Lớp", 3, "lớp"),), AT + timedelta(hours=1)
    actions.note_assignment(
        department_work.pk, text="Đã mở lớp", on=TODAY, figures=figures, uploads=(upload("anh.png", uploads.png()),),
        actor=actor, at=later,
    )  # fmt: skip
    actions.finish_assignment(department_work.pk, result="Xong", on=TODAY, actor=actor, at=later + timedelta(hours=1))
    actions.reopen_assignment(
        department_work.pk, reason="Thiếu", actor=cast.actors["mrs_ha"], at=later + timedelta(hours=2)
    )

    page = queries.assignment_page(actor, department_work.pk, at=AT)

    assert [(moment.event.partition(".")[2], moment.text) for moment in page.moments] == [
        ("reopened", "Thiếu"), ("finished", "Xong"), ("noted", "Đã mở lớp"), ("accepted", "")
    ]  # fmt: skip
    assert page.moments[2].figures == figures
    assert [file.title for file in page.moments[2].files] == ["anh"]
    assert page.files == ()
    assert page.steps == ("Kế hoạch giao việc nhưng không nêu hạn.",)
    assert any(line.is_marked and "tổng vệ sinh" in line.text for line in page.excerpt)
    assert page.verbs == {"note", "finish", "add", "attach"}


def test_a_day_of_its_own_and_a_rhythm_explain_themselves(
    cast: Cast, campaign: Campaign, weekly_work: Assignment
) -> None:
    dated = make_assignment(campaign, due_on=date(2023, 2, 20), clause=None)
    monthly = make_assignment(campaign, cast.bodies["01", "department"], rrule="FREQ=MONTHLY")
    ha = cast.actors["mrs_ha"]

    assert (
        queries.assignment_page(ha, dated.pk, at=AT).steps[0] == "Kế hoạch ghi hạn của việc này là hết ngày 20/02/2023."
    )
    assert queries.assignment_page(ha, weekly_work.pk, at=AT).steps == (
        "Kế hoạch giao việc này lặp lại: hằng tuần: thứ Sáu, thứ Bảy.",
        "Mỗi tuần đã qua cần một lần ghi tiến độ.",
    )
    assert queries.assignment_page(ha, monthly.pk, at=AT).steps == ("Kế hoạch giao việc này lặp lại: hằng tháng.",)
    assert queries.assignment_page(ha, dated.pk, at=AT).excerpt == ()


def test_who_was_named_stands_in_the_page(cast: Cast, campaign: Campaign) -> None:
    unknown, ha = make_assignment(campaign), cast.actors["mrs_ha"]
    assert "name" in queries.assignment_page(ha, unknown.pk, at=AT).verbs

    actions.name_body(unknown.pk, body_id=cast.bodies["01", "department"].pk, actor=ha, at=AT)

    page = queries.assignment_page(ha, unknown.pk, at=AT)
    assert [(moment.event, moment.body_name) for moment in page.moments] == [("body.named", "Sở Văn hóa và Thể thao")]
    assert page.row.is_named_later


def test_bodies_the_words_name_are_proposed_until_they_are_partners(cast: Cast, campaign: Campaign) -> None:
    ha, front = cast.actors["mrs_ha"], cast.bodies["01", "front_committee"]
    words = ["cùng Mặt trận và Ban Phong trào vận động", "phối hợp với UBND các quận, huyện"]
    given = make_assignment(campaign, cast.bodies["01", "department"], tasks=words)

    before = queries.assignment_page(ha, given.pk, at=AT).proposed
    actions.add_partner(given.pk, body_id=front.pk, actor=ha, at=AT)

    assert {named.pk for named in before} == {front.pk, cast.bodies["01", "movement_board"].pk}
    assert front.pk not in {named.pk for named in queries.assignment_page(ha, given.pk, at=AT).proposed}
    assert queries.assignment_page(cast.actors["ba_dinh"], given.pk, at=AT).proposed == ()


def test_weekly_work_offers_its_weeks_the_open_ones_first_known(cast: Cast, weekly_work: Assignment) -> None:
    actor = cast.actors["culture_department"]
    actions.note_assignment(weekly_work.pk, text="Tuần này", on=TODAY, week_of=TODAY, actor=actor, at=AT)

    weeks = queries.note_sheet(actor, weekly_work.pk, at=AT).weeks

    assert weeks[:2] == ((date(2023, 2, 6), True), (date(2023, 1, 30), False))
    assert weeks[-1][0] == date(2022, 12, 12)
    with pytest.raises(NotYours):
        queries.note_sheet(cast.actors["mrs_ha"], weekly_work.pk, at=AT)


def test_a_body_is_offered_once(cast: Cast, department_work: Assignment) -> None:
    ha, front = cast.actors["mrs_ha"], cast.bodies["01", "front_committee"]
    actions.add_partner(department_work.pk, body_id=front.pk, actor=ha, at=AT)

    offered = {pk for pk, _ in queries.naming_sheet("add", ha, department_work.pk, at=AT).bodies}

    assert offered == {cast.bodies["01", kind].pk for kind in ("peoples_committee", "movement_board")}


@pytest.mark.parametrize(
    ("purpose", "readers"),
    [
        (FilePurpose.OUTLINE, {"mrs_ha", "mr_dung", "culture_department", "ba_dinh", "phuc_xa", "head_of_group_1"}),
        (FilePurpose.GUIDANCE, {"mrs_ha", "mr_dung", "culture_department", "ba_dinh", "phuc_xa", "head_of_group_1"}),
        (FilePurpose.OWN_PLAN, {"mrs_ha", "mr_dung", "culture_department"}),
        (FilePurpose.REPORT, {"mrs_ha", "mr_dung", "culture_department"}),
    ],
)
def test_outlines_are_for_all_and_the_rest_for_the_body_and_the_city(
    cast: Cast, department_work: Assignment, purpose: FilePurpose, readers: set[str]
) -> None:
    file = attach(department_work, cast.actors["culture_department"], purpose=purpose)

    allowed = {who for who, actor in cast.actors.items() if is_allowed(rules.check_can_read, actor, file)}
    listed = {
        who
        for who, actor in cast.actors.items()
        if who != "stranger" and queries.assignment_page(actor, department_work.pk, at=AT).files
    }

    assert allowed & {*readers, "stranger"} == readers
    assert listed == allowed
    sent = queries.file_to_send(cast.actors["mr_dung"], file.pk)
    assert (sent.name, sent.kind.media_type.rpartition(".")[2]) == ("Đề cương.docx", "document")


def test_a_partner_reads_the_bodys_files(cast: Cast, campaign: Campaign) -> None:
    front = given_to(campaign, cast.bodies["01", "front_committee"])
    file = attach(front, cast.actors["mrs_ha"], purpose=FilePurpose.REPORT)
    reader = cast.actors["culture_department"]
    with pytest.raises(NotYours):
        queries.attachment_for(reader, file.pk)

    actions.add_partner(front.pk, body_id=cast.bodies["01", "department"].pk, actor=cast.actors["mrs_ha"], at=AT)

    assert queries.attachment_for(reader, file.pk) == file


def test_the_library_shows_the_newest_version_and_packs_to_their_own_villages(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    actor = cast.actors["culture_department"]
    attach(department_work, actor)
    newer = attach(department_work, actor, upload=upload(content=uploads.docx("mới")))
    attach(department_work, actor, "Báo cáo", purpose=FilePurpose.REPORT)
    pack = attach(make_briefing(cast, campaign), cast.actors["phuc_xa"], "Tài liệu phường")

    def shelf(who: str, **asked: str) -> list[int]:
        found = queries.library(cast.actors[who], **asked)  # type: ignore[arg-type]
        assert found is not None
        return sorted(one.file.pk for one in found.page)

    assert shelf("head_of_group_1") == shelf("phuc_xa") == [newer.pk, pack.pk]
    assert shelf("truc_bach") == shelf("mrs_ha") == [newer.pk]
    assert shelf("phuc_xa", words="TAI LIEU") == shelf("phuc_xa", purpose="guidance") == [pack.pk]
    found = queries.library(actor)
    assert found is not None
    assert [(one.file.version, [old.version for old in one.file.older]) for one in found.page] == [(2, [1])]


def test_a_withdrawn_version_gives_way_to_the_one_before(cast: Cast, department_work: Assignment) -> None:
    actor = cast.actors["culture_department"]
    first = attach(department_work, actor)
    second = attach(department_work, actor, upload=upload(content=uploads.docx("mới")))

    actions.withdraw_file(second.pk, reason="Nhầm", actor=actor, at=AT)

    (row,) = queries.assignment_page(actor, department_work.pk, at=AT).files
    assert (row.pk, [(old.pk, old.is_withdrawn) for old in row.older]) == (first.pk, [(second.pk, True)])


def test_a_communes_page_shows_who_came_and_its_villages_read_it(cast: Cast, campaign: Campaign) -> None:
    first = cast.places["00001.01"].pk
    make_briefing(cast, campaign, village_ids=(first,))
    place = cast.places["00001"].pk

    page = queries.briefing_page(cast.actors["phuc_xa"], place, at=AT)
    below = queries.briefing_page(cast.actors["head_of_group_1"], place, at=AT)

    assert [(one.name, one.briefed_on) for one in page.villages] == [
        ("Tổ dân phố số 1", TODAY), ("Tổ dân phố số 2", None)
    ]  # fmt: skip
    assert (page.briefed, page.may_hold, below.may_hold) == (1, True, False)
    assert page.villages[0].heads == ("Bùi Thị Mai",)
    assert below.villages[0].heads == ()
    assert [row.villages for row in below.briefings] == [1]
    for who, code in (("truc_bach", "00001"), ("head_of_group_1", "00004"), ("phuc_xa", "001")):
        with pytest.raises(NotFound):
            queries.briefing_page(cast.actors[who], cast.places[code].pk, at=AT)


def test_briefings_of_an_area_are_counted_beside_what_is_owed(cast: Cast, campaign: Campaign) -> None:
    make_briefing(cast, campaign)

    def listed(who: str, words: str = "") -> tuple[int, int, int, int]:
        found = queries.briefing_list(cast.actors[who], today=TODAY, words=words)
        assert found is not None
        return found.page.paginator.count, found.done, found.late, found.total

    assert listed("mrs_ha") == (1, 1, 3, 4)
    assert listed("ba_dinh") == (1, 1, 1, 2)
    assert listed("dong_anh") == (0, 0, 2, 2)
    assert listed("ba_dinh", "phuc xa")[0] == 1
    assert listed("ba_dinh", "truc bach")[0] == 0


def test_joint_events_are_seen_by_the_area_and_summed(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    district = event_sheet(cast, "001", assignment_id=department_work.pk, attended=80)
    actions.record_event(campaign.pk, district, actor=cast.actors["ba_dinh"], at=AT)
    own = actions.record_event(campaign.pk, event_sheet(cast), actor=cast.actors["mrs_ha"], at=AT)

    def listed(who: str, **asked: int) -> queries.EventList:
        found = queries.event_list(cast.actors[who], EventFilter(**asked), at=AT)  # type: ignore[arg-type]
        assert found is not None
        return found

    assert (listed("mrs_ha").units, listed("mrs_ha").attended, set(listed("mrs_ha").mine)) == (2, 200, {own.pk})
    assert listed("ba_dinh").page.paginator.count == 1
    assert listed("dong_anh").page.paginator.count == 0
    assert listed("mrs_ha", assignment_id=department_work.pk).page.paginator.count == 1
    assert listed("mrs_ha", body_id=cast.bodies["01", "front_committee"].pk).page.paginator.count == 1
    assert not listed("head_of_group_1").may_record


def test_a_thing_owed_leads_to_its_assignment_and_to_its_briefing_page(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    ha = cast.actors["mrs_ha"]
    guidance = Obligation.objects.get(placement=cast.places["00001"], kind__code="guidance")

    assert queries.assignment_of_obligation(ha, owed_for(department_work).pk) == department_work.pk
    assert queries.place_of_guidance(ha, guidance.pk) == (cast.places["00001"].pk, f"2023-{campaign.pk}")
    for who, pk, query in (
        ("ba_dinh", owed_for(department_work).pk, queries.assignment_of_obligation),
        ("mrs_ha", guidance.pk, queries.assignment_of_obligation),
        ("truc_bach", guidance.pk, queries.place_of_guidance),
    ):
        with pytest.raises(NotFound):
            query(cast.actors[who], pk)
    Assignment.objects.filter(pk=department_work.pk).update(withdrawn_at=AT)
    with pytest.raises(NotFound):
        queries.assignment_of_obligation(ha, owed_for(department_work).pk)


def test_an_assignment_under_no_heading_is_paired_with_what_the_whole_plan_makes_its_body_owe(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    owed = owed_for(department_work)
    clause = owed.kind.clause
    clause.path = "toan-van"
    clause.save()
    Assignment.objects.filter(pk=department_work.pk).update(clause=None)

    assert queries.obligation_of(queries.assignment_for(cast.actors["mrs_ha"], department_work.pk)) == owed


def test_nobody_forms_may_open_without_a_year(cast: Cast) -> None:
    actor = cast.actors["phuc_xa"]

    assert queries.library(actor) is None
    assert queries.briefing_list(actor, today=TODAY) is None
    assert queries.event_list(actor, EventFilter(), at=AT) is None
    for ask in (
        lambda: queries.briefing_page(actor, cast.places["00001"].pk, at=AT),
        lambda: queries.briefing_ground(actor, at=AT),
        lambda: queries.event_choices(actor, at=AT),
    ):
        with pytest.raises(NotFound):
            ask()
