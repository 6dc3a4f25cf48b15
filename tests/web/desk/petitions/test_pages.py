"""Pages of petitions: lists of any length, the desk, one way, what is read back, the table that goes up."""

from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.campaigns.models import Campaign
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.cast import AT, Cast, run_campaign
from tests.petitions.factories import GOOD, answered, routed, said
from tests.web.desk.reading import main_of, text_of
from tests.web.entering import enter

INDEX, SORT, FIGURES, SHEET, SYNTHESIS = (
    reverse(f"desk:petitions:{name}") for name in ("index", "sort", "figures", "sheet", "synthesis")
)


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year."""
    return run_campaign(cast)


def _of(name: str, pk: int) -> str:
    return reverse(f"desk:petitions:{name}", args=[pk])


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_before_a_year_every_page_says_so(cast: Cast) -> None:
    commune = enter(cast, "phuc_xa")

    for address in (INDEX, FIGURES, SHEET, SYNTHESIS):
        assert "Chưa có năm nào được phát hành" in main_of(commune.get(address))


def test_lists_and_figures_cost_the_same_for_three_and_for_thirty(cast: Cast, campaign: Campaign) -> None:
    commune = enter(cast, "phuc_xa")
    pages = (INDEX, f"{INDEX}?xem=dia-ban", FIGURES, SHEET, SYNTHESIS, SORT)
    for number in range(3):
        said(cast, campaign, f"Đèn đường ngõ {number} hỏng, đề nghị sửa")
    commune.get(INDEX)
    few = [_queries(commune, page) for page in pages]
    for number in range(3, 30):
        said(cast, campaign, f"Đèn đường ngõ {number} hỏng, đề nghị sửa")

    assert [_queries(commune, page) for page in pages] == few


def test_a_vague_answer_is_kept_in_the_form_with_the_sentence(cast: Cast, campaign: Campaign) -> None:
    one = routed(cast, said(cast, campaign))
    committee = enter(cast, "phuc_xa_committee")
    told = {"decision": "agreed", "text": "Xin ghi nhận và sẽ xem xét", "done_by": "Đội", "due_on": "2023-03-01"}
    answer = committee.post(_of("answer", one.pk), told)

    assert answer.status_code == 422
    assert "còn chung chung" in main_of(answer)
    assert "Xin ghi nhận và sẽ xem xét" in main_of(answer)
    assert committee.post(_of("answer", one.pk), {**told, "text": GOOD}).status_code == 302


def test_a_name_is_shown_where_it_was_said_and_to_the_body_only_with_leave(cast: Cast, campaign: Campaign) -> None:
    shy = routed(cast, said(cast, campaign, speaker="Trần Thị Sáu"), code="001")
    open_ = routed(cast, said(cast, campaign, speaker="Lê Văn Tám", may_name=True), code="001")
    district, village = enter(cast, "ba_dinh_committee"), enter(cast, "head_of_group_1")

    assert "Trần Thị Sáu" in main_of(village.get(_of("show", shy.pk)))
    assert "Trần Thị Sáu" not in text_of(district.get(_of("show", shy.pk)))
    assert "Lê Văn Tám" in main_of(district.get(_of("show", open_.pk)))


def test_the_sheet_is_read_and_ticked(cast: Cast, campaign: Campaign) -> None:
    one = answered(cast, routed(cast, said(cast, campaign)))
    village = enter(cast, "head_of_group_1")
    assert GOOD in main_of(village.get(SHEET))

    village.post(SHEET, {"kn": [one.pk], "how": "Họp tổ"})
    one.refresh_from_db()
    assert one.read_back_at == AT
    assert "đã đọc lại 100%" in main_of(village.get(SHEET))


def test_the_table_is_sent_with_one_press_and_opens_in_a_sheet(cast: Cast, campaign: Campaign) -> None:
    routed(cast, said(cast, campaign))
    commune = enter(cast, "phuc_xa")

    table = commune.get(reverse("desk:petitions:synthesis_table"))
    assert table.content[:2] == b"PK"
    commune.post(SYNTHESIS)
    assert "Lần 1" in main_of(commune.get(SYNTHESIS))


def test_likes_are_shown_while_typing_only_from_what_is_seen(cast: Cast, campaign: Campaign) -> None:
    said(cast, campaign)
    asked: dict[str, Any] = {"text": "Ngõ 12 tối, xin thay bóng đèn", "place": cast.places["00001.01"].pk}
    likes = reverse("desk:petitions:likes")

    assert "Cùng việc" in enter(cast, "phuc_xa").get(likes, asked).content.decode()
    assert "Cùng việc" not in enter(cast, "truc_bach").get(likes, asked).content.decode()


def test_one_entered_twice_is_merged_from_its_page(cast: Cast, campaign: Campaign) -> None:
    first, twice = said(cast, campaign), said(cast, campaign)
    commune = enter(cast, "phuc_xa")
    assert f"Nhập vào {first.code}" in main_of(commune.get(_of("show", twice.pk)))

    commune.post(_of("merge", twice.pk), {"vao": first.pk})
    assert Petition.objects.get(pk=twice.pk).merged_into == first


def test_a_group_shows_each_voice_with_its_village(cast: Cast, campaign: Campaign) -> None:
    ids = [said(cast, campaign, code=code, who="phuc_xa").pk for code in ("00001.01", "00001.02")]
    group = actions.group_petitions(ids, actor=cast.actors["phuc_xa"], at=AT)
    shown = main_of(enter(cast, "phuc_xa").get(_of("show_group", group.pk)))

    assert "2 tiếng nói ở 2 nơi" in shown
    assert "1 kiến nghị ở địa bàn khác" in main_of(enter(cast, "head_of_group_1").get(_of("show_group", group.pk)))
