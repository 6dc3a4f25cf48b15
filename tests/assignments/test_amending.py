"""An amendment that drops an assignment breaks nothing that hangs on it."""

from datetime import timedelta

import pytest

from danban.assignments import actions, queries
from danban.assignments.models import ProgressNote, Work
from danban.assignments.states import WorkStatus
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Assignment, Campaign
from danban.campaigns.states import ItemKind
from danban.kit.refusals import NotNow
from tests.assignments.factories import attach, event_sheet, owed_for
from tests.cast import AT, TODAY, Cast

LATER = AT + timedelta(hours=1)


def _drop(cast: Cast, campaign: Campaign, assignment: Assignment) -> None:
    ha = cast.actors["mrs_ha"]
    change = campaigns.draft_amendment(campaign.pk, actor=ha, at=AT)
    line = change.items.filter(kind=ItemKind.ASSIGNMENT, values__actor=assignment.actor, values__rrule="").get()
    campaigns.drop_item(line.pk, actor=ha, at=AT)
    campaigns.apply_draft(change.pk, reason="Bỏ việc", actor=ha, at=LATER)


def test_notes_files_partners_and_events_stay_and_the_page_says_that_it_is_gone(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    actor, ha = cast.actors["culture_department"], cast.actors["mrs_ha"]
    actions.note_assignment(department_work.pk, text="Đã làm", on=TODAY, actor=actor, at=AT)
    file = attach(department_work, actor)
    actions.add_partner(department_work.pk, body_id=cast.bodies["01", "front_committee"].pk, actor=ha, at=AT)
    actions.record_event(campaign.pk, event_sheet(cast, assignment_id=department_work.pk), actor=ha, at=AT)

    _drop(cast, campaign, department_work)

    page = queries.assignment_page(actor, department_work.pk, at=LATER)
    assert page.row.withdrawn_on == TODAY
    assert [moment.text for moment in page.moments] == ["Đã làm"]
    assert [one.pk for one in page.files] == [file.pk]
    assert page.events == 1
    assert page.verbs == frozenset()
    assert queries.file_to_send(cast.actors["phuc_xa"], file.pk).kind.ending == "docx"
    with pytest.raises(NotNow, match="không còn trong kế hoạch"):
        actions.note_assignment(department_work.pk, text="Làm nữa", on=TODAY, actor=actor, at=LATER)


def test_work_that_stays_keeps_its_status_through_an_amendment(
    cast: Cast, campaign: Campaign, department_work: Assignment, weekly_work: Assignment
) -> None:
    actor = cast.actors["culture_department"]
    actions.note_assignment(weekly_work.pk, text="Tuần này", on=TODAY, week_of=TODAY, actor=actor, at=AT)

    _drop(cast, campaign, department_work)

    assert Work.objects.get().status == WorkStatus.WORKING
    assert ProgressNote.objects.get().assignment == weekly_work
    assert not Assignment.objects.get(pk=weekly_work.pk).withdrawn_at


def test_finished_work_that_is_dropped_keeps_its_obligation_done(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    actions.finish_assignment(
        department_work.pk, result="Xong", on=TODAY, actor=cast.actors["culture_department"], at=AT
    )

    _drop(cast, campaign, department_work)

    assert owed_for(department_work).fulfilled_on == TODAY
