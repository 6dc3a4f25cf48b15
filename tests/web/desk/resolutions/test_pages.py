"""Minutes and resolution on their pages: the same page for whoever writes, confirms and reads."""

from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.accounts.models import Account
from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.resolutions.actions import confirm_minutes, correct_minutes, submit_minutes
from danban.resolutions.models import Minutes, Resolution
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import conference_of, plan
from tests.resolutions.factories import aim_at, confirmed, full, hands, say, two_heads
from tests.web.desk.conferences.test_pages import _main as main_of
from tests.web.entering import browser_of, enter


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year with its conferences."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    return campaign


@pytest.fixture
def one(cast: Cast, campaign: Campaign) -> Conference:
    """A village's conference that is over."""
    return full(cast, campaign)


@pytest.fixture
def heads(cast: Cast) -> tuple[Actor, Actor]:
    """Who writes, who confirms."""
    return two_heads(cast)


def _as(actor: Actor) -> Any:
    return browser_of(Account.objects.get(pk=actor.user_id or 0))


def _of(name: str, pk: int, *more: str) -> str:
    return reverse(f"desk:resolutions:{name}", args=[pk, *more])


def test_minutes_are_drafted_followed_handed_on_and_confirmed_on_one_page(
    one: Conference, heads: tuple[Actor, Actor]
) -> None:
    writer, chair = (_as(head) for head in heads)
    page = _of("minutes", one.pk)

    assert "Chưa có biên bản" in main_of(writer.get(page))
    assert writer.post(_of("draft_minutes", one.pk)).status_code == 302
    assert "40/40 (100,0 %)" in main_of(writer.get(page))
    say(one, "Kẻ vạch sân chơi")
    assert "Kẻ vạch sân chơi" in main_of(writer.get(page))
    assert writer.post(_of("edit_minutes", one.pk), {"end": "Chủ tọa cảm ơn bà con."}).status_code == 302
    assert "Chủ tọa cảm ơn bà con." in main_of(writer.get(page))
    assert writer.post(_of("submit_minutes", one.pk)).status_code == 302
    assert "Xác nhận và khóa" not in main_of(writer.get(page))
    assert "Xác nhận và khóa" in main_of(chair.get(page))
    assert chair.post(_of("return_minutes", one.pk), {"reason": "Thiếu ý kiến"}).status_code == 302
    assert "Thiếu ý kiến" in main_of(writer.get(page))
    writer.post(_of("submit_minutes", one.pk))
    assert chair.post(_of("confirm_minutes", one.pk)).status_code == 302
    assert "Đã xác nhận" in main_of(writer.get(page))
    assert Minutes.objects.get(conference=one).status == "confirmed"


def test_a_correction_shows_what_it_changes_and_both_can_be_read(one: Conference, heads: tuple[Actor, Actor]) -> None:
    confirmed(one, *heads, AT)
    writer = _as(heads[0])
    say(one, "Kẻ vạch sân chơi")

    assert writer.post(_of("correct_minutes", one.pk), {"reason": "Sót một ý kiến"}).status_code == 302

    now, before = (main_of(writer.get(_of("minutes", one.pk) + query)) for query in ("", "?ban=1"))
    assert "Khác bản trước" in now
    assert "Kẻ vạch sân chơi" in now
    assert "Kẻ vạch sân chơi" not in before
    assert writer.get(_of("minutes", one.pk) + "?ban=7").status_code == 404


def test_offices_further_above_read_figures_and_no_names(
    cast: Cast, one: Conference, heads: tuple[Actor, Actor]
) -> None:
    confirmed(one, *heads, AT)

    district, commune = (enter(cast, name) for name in ("ba_dinh", "phuc_xa"))

    assert "Bùi Văn Sơn" in main_of(commune.get(_of("minutes", one.pk)))
    shown = main_of(district.get(_of("minutes", one.pk)))
    assert "Bùi Văn Sơn" not in shown
    assert "40 người" in shown
    assert district.get(_of("minutes_file", one.pk, "docx")).status_code == 403


def test_a_corrected_paper_is_read_by_its_commune_and_not_further_above(
    cast: Cast, one: Conference, heads: tuple[Actor, Actor]
) -> None:
    confirmed(one, *heads, AT)
    first = Minutes.objects.get(conference=one).document
    assert first
    correct_minutes(one.pk, reason="Sót", actor=heads[0], at=AT)
    submit_minutes(one.pk, actor=heads[0], at=AT)
    second = confirm_minutes(one.pk, actor=heads[1], at=AT).document
    assert second

    for paper, words in ((first, "bản mới"), (second, "bản trước")):
        address = reverse("desk:documents:show", args=[paper.pk])
        assert words in main_of(enter(cast, "phuc_xa").get(address))
        assert [enter(cast, name).get(address).status_code for name in ("ba_dinh", "mrs_ha", "truc_bach")] == [404] * 3


def test_the_synthesis_is_read_by_commune_district_and_city_from_the_board_on(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    commune = conference_of(cast, campaign, "00001")
    area = reverse("desk:resolutions:area")

    own = enter(cast, "phuc_xa").get(_of("synthesis", commune.pk))
    above = enter(cast, "ba_dinh").get(_of("synthesis", commune.pk))

    assert "Chưa họp 1/2" in main_of(own)
    assert "Sửa cống thoát nước" in main_of(own)
    assert "Sửa cống thoát nước" not in main_of(above)
    assert area in enter(cast, "mrs_ha").get(reverse("desk:conferences:board")).content.decode()
    assert "Quận Ba Đình" in main_of(enter(cast, "mrs_ha").get(area))
    assert enter(cast, "phuc_xa").get(_of("synthesis_file", commune.pk, "docx")).content[:2] == b"PK"


def test_a_resolution_is_drafted_edited_issued_and_replaced(one: Conference, heads: tuple[Actor, Actor]) -> None:
    head = _as(heads[1])
    page = _of("resolution", one.pk)

    head.post(_of("draft_resolution", one.pk))
    shown = main_of(head.get(page))
    assert "95 % số hộ đăng ký (năm trước 92 %)" in shown
    assert "Đường hoa" in shown.partition("Không đưa vào")[2]
    assert "Đường hoa" not in shown.partition("Không đưa vào")[0]
    assert head.post(_of("edit_resolution", one.pk), {"title_0": "Chung", "text_0": ""}).status_code == 422
    sheet = {"title_0": "Chung", "text_0": "Nhất trí với báo cáo."}
    assert head.post(_of("edit_resolution", one.pk), sheet).status_code == 302
    assert head.post(_of("issue_resolution", one.pk)).status_code == 302
    assert "Đã ban hành" in main_of(head.get(page))
    assert head.post(_of("replace_resolution", one.pk), {"reason": "Sửa câu chữ"}).status_code == 302
    assert [row.status for row in Resolution.objects.order_by("revision")] == ["issued", "drafted"]


@pytest.mark.parametrize("name", ["minutes", "resolution"])
def test_papers_come_as_word_and_nothing_else_is_served(one: Conference, heads: tuple[Actor, Actor], name: str) -> None:
    writer = _as(heads[0])
    assert writer.get(_of(f"{name}_file", one.pk, "docx")).status_code == 404
    writer.post(_of(f"draft_{name}", one.pk))

    answer = writer.get(_of(f"{name}_file", one.pk, "docx"))

    assert answer.content[:2] == b"PK"
    assert writer.get(_of(f"{name}_file", one.pk, "exe")).status_code == 404


@pytest.mark.parametrize("name", ["minutes", "resolution"])
def test_pages_ask_the_database_as_often_for_three_records_as_for_thirty(
    one: Conference, heads: tuple[Actor, Actor], name: str
) -> None:
    writer = _as(heads[0])
    writer.post(_of(f"draft_{name}", one.pk))

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert writer.get(_of(name, one.pk)).status_code == 200
        return len(queries)

    asked()
    few = asked()
    for at in range(27):
        say(one, f"Ý kiến {at}")
        hands(one, f"Chỉ tiêu {at}", 38, target=aim_at(one, f"Chỉ tiêu {at}"))

    assert asked() == few
