"""Work of a whole year, brought in at once."""

from datetime import date

import pytest

from danban.assignments import actions, queries
from danban.assignments.actions import NoteRow, UnitRows, WorkRow
from danban.assignments.models import Briefing, JointEvent, ProgressNote, Work
from danban.assignments.rules import Figure, FileSheet
from danban.assignments.states import FilePurpose, WorkStatus
from danban.audit.models import Entry
from danban.campaigns.models import Assignment, Campaign, Obligation
from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.assignments.factories import (
    briefing_sheet,
    event_sheet,
    given_to,
    make_assignment,
    no_trace,
    owed_for,
    upload,
)
from tests.cast import AT, TODAY, Cast

LOADER = machine("demo", "assignment:lead", "assignment:see", "campaign:launch")


def test_every_state_comes_in_with_two_diary_entries_and_obligations_follow(
    cast: Cast, campaign: Campaign, department_work: Assignment, weekly_work: Assignment
) -> None:
    front, unknown = given_to(campaign, cast.bodies["01", "front_committee"]), make_assignment(campaign)
    outline = FileSheet(FilePurpose.OUTLINE, "Đề cương", upload(), issued_on=date(2022, 12, 20))
    works = [
        WorkRow(department_work.pk, date(2022, 12, 19), date(2023, 1, 20), "Đã gửi", files=(outline,),
                notes=(NoteRow(date(2023, 1, 5), "Đang làm", (Figure("Lớp", 3),)),)),
        WorkRow(weekly_work.pk, notes=(NoteRow(TODAY, "Đã làm", week_of=date(2023, 2, 6)),)),
        WorkRow(front.pk, partner_ids=(cast.bodies["01", "peoples_committee"].pk,)),
        WorkRow(unknown.pk, accepted_on=TODAY, body_id=cast.bodies["01", "department"].pk),
    ]  # fmt: skip
    units = [
        UnitRows(cast.places["00001"].pk, (briefing_sheet(cast),)),
        UnitRows(cast.city.pk, (), (event_sheet(cast),)),
    ]
    before = Entry.objects.count()

    came = actions.load_work(campaign.pk, works, units, actor=LOADER, at=AT)

    assert came == 6
    assert list(Entry.objects.order_by("pk").values_list("event", flat=True))[before:] == [
        "deeds.loaded",
        "work.loaded",
    ]
    rows = {row.pk: row for row in queries.rows_of_year(cast.actors["mrs_ha"], campaign, today=TODAY)}
    assert [rows[work.assignment_id].status for work in works] == [
        WorkStatus.DONE, WorkStatus.WORKING, WorkStatus.WAITING, WorkStatus.WORKING
    ]  # fmt: skip
    assert owed_for(department_work).fulfilled_on == date(2023, 1, 20)
    assert [note.text for note in ProgressNote.objects.filter(assignment=department_work).order_by("pk")] == [
        "Đang làm", "Đã gửi"
    ]  # fmt: skip
    assert Obligation.objects.get(placement=cast.places["00001"], kind__code="guidance").fulfilled_on == TODAY
    assert Briefing.objects.get().villages.count() == 2
    assert JointEvent.objects.get().placement == cast.city
    assert department_work.attachments.get().title == "Đề cương"


def test_work_somebody_touched_work_twice_work_of_elsewhere_and_of_nobody_are_refused(
    cast: Cast, campaign: Campaign, department_work: Assignment, weekly_work: Assignment
) -> None:
    actions.accept_assignment(weekly_work.pk, actor=cast.actors["culture_department"], at=AT)
    unknown = make_assignment(campaign)

    with no_trace():
        for rows in (
            [WorkRow(weekly_work.pk)],
            [WorkRow(department_work.pk), WorkRow(department_work.pk)],
            [WorkRow(department_work.pk), WorkRow(0)],
            [WorkRow(unknown.pk, notes=(NoteRow(TODAY, "Đã làm"),))],
        ):
            with pytest.raises(BadInput):
                actions.load_work(campaign.pk, rows, actor=LOADER, at=AT)
    assert Work.objects.count() == 1


def test_only_who_leads_may_load(cast: Cast, campaign: Campaign) -> None:
    with no_trace():
        for who in ("culture_department", "ba_dinh"):
            with pytest.raises(NotYours):
                actions.load_work(campaign.pk, [], actor=cast.actors[who], at=AT)
        with pytest.raises(NotFound):
            actions.load_work(0, [], actor=LOADER, at=AT)
