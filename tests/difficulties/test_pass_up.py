"""The unit a difficulty lies with hands it to its own superior."""

from datetime import date

import pytest

from danban.campaigns.actions import close_campaign
from danban.difficulties import actions
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DifficultyStatus
from danban.kit import clock
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast

ROOMS = ("difficulties", "notices")
LATER = clock.moment(date(2023, 2, 14), 16)


def test_the_district_holds_it_next_and_its_days_count_anew(cast: Cast, asked: Difficulty) -> None:
    actions.acknowledge_difficulty(asked.pk, actor=cast.actors["phuc_xa"], at=AT)
    actions.pass_up_difficulty(asked.pk, reason="Cần quận cho mượn", actor=cast.actors["phuc_xa"], at=LATER)

    asked.refresh_from_db()
    assert (asked.holder, asked.status) == (cast.places["001"], DifficultyStatus.ASKED)
    assert asked.answer_due_on == date(2023, 2, 17)
    assert last_event() == ("difficulty.passed_up", "difficulty", asked.pk)
    step = asked.steps.get(verb="pass_up")
    assert (step.holder, step.text) == (cast.places["001"], "Cần quận cho mượn")
    district = Notice.objects.filter(channel="inbox", account=cast.people["ba_dinh"]).get()
    village = Notice.objects.filter(channel="inbox", account=cast.people["head_of_group_1"]).order_by("-pk")[0]
    assert district.subject.startswith("Phường Phúc Xá chuyển lên khó khăn của Tổ dân phố số 1")
    assert village.subject == f"Đã chuyển lên Quận Ba Đình: {asked.title}"


def test_the_commune_it_left_may_do_nothing_more(cast: Cast, asked: Difficulty) -> None:
    actions.pass_up_difficulty(asked.pk, reason="Vì thế", actor=cast.actors["phuc_xa"], at=AT)

    with no_trace(*ROOMS), pytest.raises(NotYours, match="đang ở Quận Ba Đình"):
        actions.answer_difficulty(asked.pk, text="Được", actor=cast.actors["phuc_xa"], at=AT)


def test_from_the_top_there_is_no_way_up(cast: Cast, asked: Difficulty) -> None:
    for name in ("phuc_xa", "ba_dinh"):
        actions.pass_up_difficulty(asked.pk, reason="Vì thế", actor=cast.actors[name], at=AT)

    with no_trace(*ROOMS), pytest.raises(NotNow, match="Thành phố Hà Nội là cấp cao nhất"):
        actions.pass_up_difficulty(asked.pk, reason="Vì thế", actor=cast.actors["mrs_ha"], at=AT)


def test_no_reason_and_a_closed_year_are_refused(cast: Cast, asked: Difficulty) -> None:
    with no_trace(*ROOMS):
        for reason, sentence in (("  ", "lý do"), ("x" * 4_001, "4000")):
            with pytest.raises(BadInput, match=sentence):
                actions.pass_up_difficulty(asked.pk, reason=reason, actor=cast.actors["phuc_xa"], at=AT)

    close_campaign(asked.campaign_id, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã khép lại"):
        actions.pass_up_difficulty(asked.pk, reason="Vì thế", actor=cast.actors["phuc_xa"], at=AT)
