"""Several people press a button about the same work at the same time."""

import pytest

from danban.assignments import actions
from danban.assignments.models import Attachment, Briefing, Work
from danban.audit.models import Entry
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Assignment, Campaign
from danban.campaigns.states import ItemKind
from tests.assignments.factories import attach, briefing_sheet, given_to, owed_for, seat_board_in_front, upload
from tests.campaigns.readings import reading_of
from tests.cast import AT, TODAY, Cast
from tests.documents import uploads
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


def _launched(city: Cast) -> Campaign:
    seat_board_in_front(city)
    ha = city.actors["mrs_ha"]
    draft = campaigns.start_draft(reading_of(), tree_id=city.tree.pk, actor=ha, at=AT)
    return campaigns.launch_draft(draft.pk, actor=ha, at=AT)


def _work(city: Cast, campaign: Campaign) -> Assignment:
    return given_to(campaign, city.bodies["01", "department"])


def test_work_finished_twice_at_once_is_done_once(city: Cast) -> None:
    given, actor = _work(city, _launched(city)), city.actors["culture_department"]

    answers = together(
        *(
            lambda result=result: actions.finish_assignment(given.pk, result=result, on=TODAY, actor=actor, at=AT)
            for result in ("Xong", "Đã xong")
        )
    )

    assert sorted(type(answer).__name__ for answer in answers) == ["NotNow", "Work"]
    assert Entry.objects.filter(event="obligation.fulfilled").count() == 1
    assert Work.objects.count() == 1


def test_files_of_one_title_sent_at_once_are_two_versions(city: Cast) -> None:
    given, actor = _work(city, _launched(city)), city.actors["culture_department"]

    together(
        *(
            lambda text=text: attach(given, actor, upload=upload(content=uploads.docx(text)))
            for text in ("một", "hai", "ba")
        )
    )

    assert sorted(Attachment.objects.values_list("version", flat=True)) == [1, 2, 3]


def test_a_briefing_recorded_by_both_offices_at_once_is_kept_once(city: Cast) -> None:
    campaign = _launched(city)

    answers = together(
        *(
            lambda who=who: actions.hold_briefing(campaign.pk, briefing_sheet(city), actor=city.actors[who], at=AT)
            for who in ("phuc_xa", "phuc_xa_committee")
        )
    )

    assert sorted(type(answer).__name__ for answer in answers) == ["BadInput", "Briefing"]
    assert Briefing.objects.count() == 1


def test_work_finished_while_an_amendment_is_applied_holds_nobody_up(city: Cast) -> None:
    campaign, ha = _launched(city), city.actors["mrs_ha"]
    given, actor = _work(city, campaign), city.actors["culture_department"]
    change = campaigns.draft_amendment(campaign.pk, actor=ha, at=AT)
    line = change.items.get(kind=ItemKind.ASSIGNMENT, values__actor=given.actor, values__rrule="")
    campaigns.correct_item(line.pk, values={"due_on": "2023-02-20"}, actor=ha, at=AT)

    finished, applied = together(
        lambda: actions.finish_assignment(given.pk, result="Xong", on=TODAY, actor=actor, at=AT),
        lambda: campaigns.apply_draft(change.pk, reason="Thêm hạn", actor=ha, at=AT),
    )

    assert (type(finished).__name__, applied) == ("Work", campaign)
    assert owed_for(given).fulfilled_on == TODAY
    assert not Assignment.objects.get(pk=given.pk).withdrawn_at
