"""A unit puts a difficulty to its direct superior."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.campaigns.actions import close_campaign
from danban.campaigns.models import Campaign
from danban.difficulties import actions
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DifficultyStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.difficulties.factories import ask, head_of

ROOMS = ("difficulties", "notices")


def test_a_village_asks_its_commune_which_is_told(cast: Cast, campaign: Campaign) -> None:
    asked = actions.ask_difficulty(
        campaign.pk, title="  Nhà văn hóa đang sửa ", text="Chưa có chỗ họp.", is_urgent=True,
        obligation_kind="conference", actor=cast.actors["head_of_group_1"], at=AT,
    )  # fmt: skip

    asked.refresh_from_db()
    assert (asked.title, asked.status) == ("Nhà văn hóa đang sửa", DifficultyStatus.ASKED)
    assert (asked.placement, asked.holder) == (cast.places["00001.01"], cast.places["00001"])
    assert asked.answer_due_on == date(2023, 2, 13)
    assert [(step.verb, step.holder_id) for step in asked.steps.order_by("pk")] == [("ask", asked.holder_id)]
    assert last_event() == ("difficulty.asked", "difficulty", asked.pk)
    told = Notice.objects.filter(channel="inbox").order_by("account_id")
    assert {notice.account_id for notice in told} == {cast.people[n].pk for n in ("phuc_xa", "phuc_xa_committee")}
    assert told[0].subject == "Gấp. Tổ dân phố số 1 hỏi: Nhà văn hóa đang sửa"
    assert told[0].body == "Chưa có chỗ họp.\nĐề nghị trả lời chậm nhất hết Thứ Hai 13/02/2023."
    assert told[0].is_urgent


@pytest.mark.parametrize(("who", "above"), [("phuc_xa", "001"), ("ba_dinh", "01")])
def test_every_unit_asks_the_one_right_above_it(cast: Cast, campaign: Campaign, who: str, above: str) -> None:
    assert ask(cast, campaign, who).holder == cast.places[above]


def test_the_diary_keeps_no_words(cast: Cast, campaign: Campaign) -> None:
    ask(cast, campaign, title="Ông Ba không chịu", text="Kể dài")

    entry = Entry.objects.order_by("-pk")[0]
    assert "Ba" not in entry.canonical
    assert "Kể" not in entry.canonical


def test_a_second_click_gives_what_is_there_and_tells_nobody_again(cast: Cast, campaign: Campaign) -> None:
    first = ask(cast, campaign, title="Mất điện")
    with no_trace(*ROOMS):
        again = ask(cast, campaign, title="Mất điện")
    assert again == first

    actions.close_difficulty(first.pk, actor=cast.actors["head_of_group_1"], at=AT)
    assert ask(cast, campaign, title="Mất điện") != first


def test_nobody_above_nobody_there_or_a_year_that_is_over_is_refused(cast: Cast, campaign: Campaign) -> None:
    with no_trace(*ROOMS):
        for name in ("mrs_ha", "mr_dung", "culture_department"):
            with pytest.raises(NotYours, match="bên dưới"):
                ask(cast, campaign, name)
        with pytest.raises(NotFound):
            ask(cast, campaign, "stranger")
        with pytest.raises(NotFound):
            actions.ask_difficulty(0, title="Gì", actor=cast.actors["phuc_xa"], at=AT)

    close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã khép lại"):
        ask(cast, campaign)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": " \u200b "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"text": "x" * 4_001}, "text"),
        ({"obligation_kind": "plan"}, "obligation_kind"),
    ],
)
def test_what_cannot_be_used_is_named(cast: Cast, campaign: Campaign, values: dict[str, str], field: str) -> None:
    with no_trace(*ROOMS), pytest.raises(BadInput) as refused:
        ask(cast, campaign, **values)
    assert set(refused.value.problems) == {field}


def test_the_top_of_the_tree_has_nobody_to_ask(cast: Cast, campaign: Campaign) -> None:
    top = head_of(cast, "00001.01")
    moved = type(top)(user_id=1, permissions=top.permissions, paths={cast.tree.pk: ""})

    with no_trace(*ROOMS), pytest.raises(NotNow, match="cấp cao nhất"):
        ask(cast, campaign, moved)
    assert not Difficulty.objects.exists()
