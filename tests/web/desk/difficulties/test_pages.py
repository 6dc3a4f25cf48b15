"""Pages of difficulties: few fields to ask, lists with counts, one thread, a roll-up whose numbers open."""

import re
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.campaigns.actions import close_campaign
from danban.campaigns.models import Campaign, Obligation
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DifficultyStatus
from tests.cast import AT, Cast, run_campaign
from tests.difficulties.factories import answered, ask
from tests.web.desk.reading import main_of, text_of
from tests.web.entering import enter

INDEX, ASK, SUMMARY = (reverse(f"desk:difficulties:{name}") for name in ("index", "ask", "summary"))


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year."""
    return run_campaign(cast)


def _of(name: str, pk: int) -> str:
    return reverse(f"desk:difficulties:{name}", args=[pk])


def test_before_a_year_every_page_says_so(cast: Cast) -> None:
    village = enter(cast, "head_of_group_1")

    for address in (INDEX, SUMMARY):
        assert "Chưa có năm nào được phát hành" in main_of(village.get(address))
    assert village.get(ASK).status_code == 404


def test_a_village_asks_from_home_and_from_what_it_owes(cast: Cast, campaign: Campaign) -> None:
    village = enter(cast, "head_of_group_1")
    owed = Obligation.objects.get(placement=cast.places["00001.01"], kind__code="conference")

    assert f'href="{ASK}"' in text_of(village.get("/viec-cua-toi/"))
    assert f'href="{ASK}?viec=conference"' in text_of(village.get(f"/viec/{owed.pk}/"))
    form = village.get(f"{ASK}?viec=conference")
    assert '<option value="conference" selected>' in text_of(form)
    assert "Gửi tới Phường Phúc Xá" in main_of(form)
    assert "Thứ Hai 13/02/2023" in main_of(form)


@pytest.mark.parametrize("name", ["mrs_ha", "culture_department"])
def test_who_cannot_ask_is_offered_no_button(cast: Cast, campaign: Campaign, name: str) -> None:
    client = enter(cast, name)

    assert ASK not in text_of(client.get("/viec-cua-toi/"))
    assert ASK not in text_of(client.get(INDEX))
    close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    assert ASK not in text_of(enter(cast, "phuc_xa").get(INDEX))


def test_a_form_half_right_comes_back_filled(cast: Cast, campaign: Campaign) -> None:
    village = enter(cast, "head_of_group_1")

    answer = village.post(ASK, {"title": " ", "text": "Đã kể", "is_urgent": "on"})

    assert answer.status_code == 422
    assert "Đã kể" in text_of(answer)
    assert "checked" in text_of(answer)
    assert not Difficulty.objects.exists()


def test_from_asking_to_closing_by_four_offices(cast: Cast, campaign: Campaign) -> None:
    village, commune, district = (enter(cast, name) for name in ("head_of_group_1", "phuc_xa", "ba_dinh"))
    sent = village.post(ASK, {"title": "Mất điện", "obligation_kind": "conference", "is_urgent": "on"}, follow=True)
    one = Difficulty.objects.get()
    assert "Đã gửi tới Phường Phúc Xá. Hạn trả lời: hết Thứ Hai 13/02/2023." in main_of(sent)
    assert "Chờ Phường Phúc Xá trả lời" in main_of(sent)
    assert "Gửi câu trả lời" not in main_of(sent)

    held = commune.get(_of("show", one.pk))
    assert [words in main_of(held) for words in ("Tiếp nhận", "Gửi câu trả lời", "Chuyển lên Quận Ba Đình")] == [
        True
    ] * 3
    assert "Đã báo cho Tổ dân phố số 1" in main_of(commune.post(_of("acknowledge", one.pk), follow=True))
    up = commune.get(_of("pass_up", one.pk))
    assert "Mất điện" in main_of(up)
    assert commune.post(_of("pass_up", one.pk), {"reason": ""}).status_code == 422
    commune.post(_of("pass_up", one.pk), {"reason": "Của quận"})

    empty = district.post(_of("answer", one.pk), {"text": " "})
    assert (empty.status_code, "Hãy viết câu trả lời" in text_of(empty)) == (422, True)
    district.post(_of("answer", one.pk), {"text": "Điện lực sửa xong trong tối nay.\nXin đợi."})

    read = village.get(_of("show", one.pk))
    assert "Điện lực sửa xong trong tối nay.\nXin đợi." in text_of(read)
    assert "Quận Ba Đình trả lời" in main_of(read)
    assert "Còn vướng điều gì?" in main_of(village.get(_of("reopen", one.pk)))
    village.post(_of("reopen", one.pk), {"reason": "Vẫn mất"})
    district.post(_of("answer", one.pk), {"text": "Đã sửa."})
    done = village.post(_of("close", one.pk), follow=True)
    assert "Đã khép lại" in main_of(done)
    assert "Lại vướng đúng điều này?" in main_of(done)
    one.refresh_from_db()
    assert one.status == DifficultyStatus.CLOSED
    assert [step.verb for step in one.steps.order_by("pk")] == [
        "ask", "acknowledge", "pass_up", "answer", "reopen", "answer", "close",
    ]  # fmt: skip


def test_what_has_moved_on_is_said_on_the_same_page(cast: Cast, campaign: Campaign) -> None:
    one = ask(cast, campaign)
    answered(cast, one)
    commune = enter(cast, "phuc_xa")

    again = commune.post(_of("acknowledge", one.pk))
    assert again.status_code == 409
    assert "Đã trả lời" in main_of(again)
    assert commune.post(_of("answer", one.pk), {"text": "Nữa"}).status_code == 409
    assert enter(cast, "phuc_xa_committee").post(_of("close", one.pk)).status_code == 403


def test_the_list_of_what_lies_with_us_has_counts_and_filters(cast: Cast, campaign: Campaign) -> None:
    for number in range(12):
        ask(cast, campaign, title=f"Vướng {number}", is_urgent=number == 3, obligation_kind="conference")
    answered(cast, Difficulty.objects.get(title="Vướng 5"))
    commune = enter(cast, "phuc_xa")

    page = main_of(commune.get(INDEX))
    assert "Chờ trả lời 11" in page
    assert "Gấp 1" in page
    assert page.index("Vướng 3") < page.index("Vướng 0") < page.index("Vướng 5")
    assert "Vướng 3" in main_of(commune.get(INDEX, {"tinh_trang": "gap"}))
    assert "Vướng 4" not in main_of(commune.get(INDEX, {"tinh_trang": "gap"}))
    assert "Không có khó khăn nào khớp" in main_of(commune.get(INDEX, {"q": "khong co dau"}))
    assert "Vướng 7" in main_of(commune.get(INDEX, {"q": "vuong 7", "xem": "dia-ban"}))
    assert commune.get(INDEX, {"xem": "?", "trang": "x", "don_vi": "-1", "nam": "0"}).status_code == 200
    assert commune.get(INDEX, {"nam": "999"}).status_code == 404


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("head_of_group_1", "Đơn vị chưa báo khó khăn nào"),
        ("phuc_xa", "đang chờ đơn vị trả lời"),
        ("culture_department", "Chưa có đơn vị nào báo khó khăn"),
    ],
)
def test_an_empty_list_says_what_it_means(cast: Cast, campaign: Campaign, name: str, sentence: str) -> None:
    assert sentence in main_of(enter(cast, name).get(INDEX))


def test_every_number_of_the_roll_up_opens_as_many_rows(cast: Cast, campaign: Campaign) -> None:
    for who in ("head_of_group_1", "head_of_group_1", "phuc_xa"):
        answered(cast, ask(cast, campaign, who), "ba_dinh" if who == "phuc_xa" else "phuc_xa")
    ask(cast, campaign, obligation_kind="conference")
    district = enter(cast, "ba_dinh")

    for address in (SUMMARY, f"{SUMMARY}?don_vi={cast.places['00001'].pk}"):
        page = text_of(district.get(address))
        links = re.findall(r'href="(/kho-khan/\?[^"]+)">([0-9]+)</a>', page)
        assert len(links) > 6
        for href, figure in links:
            rows = text_of(district.get(href)).count('class="item"')
            assert rows == int(figure), href
    assert "Riêng Phường Phúc Xá" in page
    assert "Tổng hợp" in main_of(district.get(INDEX))
    assert district.get(f"{SUMMARY}?don_vi={cast.places['017'].pk}").status_code == 404


def test_a_year_that_is_over_can_still_be_read(cast: Cast, campaign: Campaign) -> None:
    one = ask(cast, campaign)
    close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    later = Campaign.objects.create(tree=cast.tree, year=2024, name="Hội nghị năm 2024", launched_at=AT)
    commune = enter(cast, "phuc_xa")

    assert one.title not in main_of(commune.get(INDEX))
    old = commune.get(INDEX, {"nam": campaign.pk})
    assert one.title in main_of(old)
    assert later.name in main_of(old)
    assert "Gửi câu trả lời" not in main_of(commune.get(_of("show", one.pk)))


def test_lists_threads_and_roll_ups_cost_the_same_for_thirty(cast: Cast, campaign: Campaign) -> None:
    commune = enter(cast, "phuc_xa")

    def count() -> list[int]:
        counts = []
        for address in (INDEX, f"{INDEX}?xem=dia-ban", SUMMARY):
            with CaptureQueriesContext(connection) as made:
                assert commune.get(address).status_code == 200
            counts.append(len(made))
        return counts

    for _ in range(3):
        ask(cast, campaign)
    commune.get(INDEX)  # the first page of a session writes down that it was used
    few = count()
    for _ in range(27):
        ask(cast, campaign, obligation_kind="conference")

    assert count() == few
