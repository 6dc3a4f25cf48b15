"""Draft: minutes and a resolution are begun once the conference has been opened, and once only."""

import pytest

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.resolutions import actions
from danban.resolutions.models import Minutes, Resolution
from danban.resolutions.queries import minutes_page
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.conferences.factories import conference_of
from tests.resolutions.factories import ROOMS, aim_at, consult, hands, held, poll, say

BOTH = pytest.mark.parametrize("verb", ["draft_minutes", "draft_resolution"])


def test_drafted_minutes_follow_the_records_at_each_reading(one: Conference, writer: Actor) -> None:
    actions.draft_minutes(one.pk, actor=writer, at=AT)
    before = minutes_page(writer, one.pk, at=AT).paper

    say(one, "Sửa đường vào nghĩa trang")

    now = minutes_page(writer, one.pk, at=AT).paper
    assert "nghĩa trang" not in str(before)
    assert "nghĩa trang" in str(now)
    assert Minutes.objects.get(conference=one).content == {}


@BOTH
def test_it_waits_for_the_conference_and_is_begun_once(
    cast: Cast, campaign: Campaign, one: Conference, writer: Actor, verb: str
) -> None:
    act = getattr(actions, verb)
    with pytest.raises(NotNow, match="chưa họp"):
        act(conference_of(cast, campaign, "00001").pk, actor=cast.actors["phuc_xa"], at=AT)
    act(one.pk, actor=writer, at=AT)
    before = everything(*ROOMS)

    with pytest.raises(NotNow, match="đã có"):
        act(one.pk, actor=writer, at=AT)

    assert everything(*ROOMS) == before


@BOTH
def test_it_may_begin_while_the_conference_still_meets(
    cast: Cast, campaign: Campaign, writer: Actor, verb: str
) -> None:
    one = held(cast, campaign, status="opened")

    getattr(actions, verb)(one.pk, actor=writer, at=AT)

    assert Minutes.objects.count() + Resolution.objects.count() == 1


@BOTH
def test_offices_further_above_and_neighbours_do_not_draft(cast: Cast, one: Conference, verb: str) -> None:
    act, before = getattr(actions, verb), everything(*ROOMS)

    with pytest.raises(NotYours):
        act(one.pk, actor=cast.actors["ba_dinh"], at=AT)
    with pytest.raises(NotFound):
        act(one.pk, actor=cast.actors["truc_bach"], at=AT)

    assert everything(*ROOMS) == before


def test_articles_hold_what_was_agreed_and_name_a_consultation_as_one(
    cast: Cast, campaign: Campaign, writer: Actor
) -> None:
    one = held(cast, campaign)
    hands(one, "Chỉ tiêu A", 38, target=aim_at(one, "Hộ đăng ký"))
    hands(one, "Chỉ tiêu B", 3, 37, target=aim_at(one, "Đường hoa"))
    aim_at(one, "Chưa ai biểu quyết")
    consult(one)
    poll(one)

    articles = actions.draft_resolution(one.pk, actor=writer, at=AT).articles

    words = {article["title"]: article["text"] for article in articles}
    assert words["Chỉ tiêu năm 2023"] == "Hộ đăng ký: 95 % số hộ đăng ký (năm trước 92 %)."
    assert "không quyết định" in words["Nội dung lấy ý kiến, chưa quyết định"]
    assert "cụm dân cư" in words["Nội dung lấy ý kiến, chưa quyết định"]
    assert "đóng góp" not in words["Kết quả biểu quyết"]
    assert "Đường hoa" not in str(articles)
    assert "Chưa ai" not in str(articles)


def test_a_target_agreed_first_and_turned_down_in_a_second_count_is_left_out(
    cast: Cast, campaign: Campaign, writer: Actor
) -> None:
    one = held(cast, campaign)
    target = aim_at(one, "Hộ đăng ký")
    hands(one, "Lần một", 38, target=target)
    hands(one, "Lần hai", 5, 35, target=target)
    secret = aim_at(one, "Ngày tổng vệ sinh")
    poll(one, 30, 8, target=secret)

    articles = actions.draft_resolution(one.pk, actor=writer, at=AT).articles

    assert "Hộ đăng ký" not in str(articles)
    assert "Ngày tổng vệ sinh" in str(articles)
