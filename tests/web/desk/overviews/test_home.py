"""Home: the one thing to do, what waits on whom, the four steps of a village."""

import ast
import json
import re
from datetime import date, timedelta

from django.urls import reverse

from danban.campaigns.models import Obligation
from danban.difficulties.models import Difficulty
from danban.overviews import texts
from danban.web.desk.overviews import waiting
from danban.web.desk.overviews.addresses import DEEDS
from tests.cast import TODAY, Cast, run_campaign
from tests.conferences.factories import plan
from tests.difficulties.factories import ask
from tests.house.walk import HOUSE, tree_of
from tests.overviews.growing import done, owed_by
from tests.web.desk.reading import main_of, text_of
from tests.web.entering import enter

HOME, LIST = "/viec-cua-toi/", "/viec/"


def test_home_names_the_one_thing_to_do_and_why(cast: Cast) -> None:
    run_campaign(cast)
    owed = owed_by(cast, "00001", "plan").get()

    page = enter(cast, "phuc_xa").get(HOME)

    deed = f'class="btn primary" href="{reverse("desk:plans:of_obligation", args=[owed.pk])}">Mở kế hoạch của đơn vị<'
    assert deed in text_of(page)
    assert "Quá hạn 42 ngày" in main_of(page)
    assert "Kế hoạch ghi mốc này." in main_of(page)
    assert "Tổ dân phố số 2" in main_of(page)


def test_with_nothing_pressing_of_its_own_a_district_is_led_to_what_is_late_below(cast: Cast) -> None:
    run_campaign(cast)
    browser = enter(cast, "ba_dinh")
    pressed = main_of(browser.get(HOME))
    done(owed_by(cast, "001", "plan"), date(2022, 12, 20))

    free = main_of(browser.get(HOME))

    assert "ở các đơn vị bên dưới" not in pressed
    assert "2 việc quá hạn ở các đơn vị bên dưới" in free
    assert "Đang trong hạn Tổng hợp kiến nghị" in free


def test_a_village_head_sees_four_steps_and_the_thing_owed(cast: Cast) -> None:
    run_campaign(cast)

    page = main_of(enter(cast, "head_of_group_1").get(HOME))

    assert "Bước 3 trên 4: Họp" in page
    assert re.search(r"Chuẩn bị .* Mời .* Họp .* Gửi", page)
    assert "Tổ chức hội nghị" not in page
    assert "Còn 18 ngày · đến hết 28/02" in page


def test_a_village_that_is_done_is_told_so(cast: Cast) -> None:
    run_campaign(cast)
    done(Obligation.objects.filter(placement=cast.places["00001.01"]), TODAY)

    page = main_of(enter(cast, "head_of_group_1").get(HOME))

    assert "Mọi việc của năm đã xong." in page
    assert "Xong 10/02" in page


def test_what_waits_stands_on_two_cards_each_line_one_deed_away(cast: Cast) -> None:
    campaign = run_campaign(cast)
    first = ask(cast, campaign)

    village = enter(cast, "head_of_group_1").get(HOME)
    commune = enter(cast, "phuc_xa").get(HOME)

    assert "Mình đang chờ 1 khó khăn mình báo chờ Phường Phúc Xá trả lời" in main_of(village)
    assert "Chờ mình 1 khó khăn chờ mình trả lời" in main_of(commune)
    for page in (village, commune):
        assert f'class="item" href="/kho-khan/{first.pk}/"' in text_of(page)


def test_two_difficulties_open_the_list_they_were_counted_from(cast: Cast) -> None:
    campaign = run_campaign(cast)
    ask(cast, campaign)
    ask(cast, campaign)
    browser = enter(cast, "phuc_xa")

    found = re.search(r'href="([^"]+)"><span class="what">2 khó khăn chờ mình trả lời', text_of(browser.get(HOME)))

    assert found
    assert "Chờ trả lời 2" in main_of(browser.get(found[1]))


def test_every_line_of_what_waits_has_a_page(cast: Cast) -> None:
    """Each code the questions know leads somewhere: a line nobody can follow is a dead end."""
    codes = {
        node.args[1].value
        for path in (HOUSE / "overviews/queries/waiting").glob("*.py")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Wait" and isinstance(node.args[1], ast.Constant)
    }

    assert len(codes) > 15
    assert codes - set(waiting._WAYS) == {"units.late"}


def test_a_thing_whose_room_comes_later_says_calmly_what_will_be_done_there(cast: Cast) -> None:
    run_campaign(cast)
    owed, plan = owed_by(cast, "00001.01", "conference").get(), owed_by(cast, "00001", "plan").get()

    later = main_of(enter(cast, "head_of_group_1").get(f"{LIST}{owed.pk}/"))
    now = main_of(enter(cast, "phuc_xa").get(f"{LIST}{plan.pk}/"))

    assert "Sắp tới, ngay tại đây sẽ ghi ngày giờ, nơi họp" in later
    assert "Xem nội dung hội nghị, mốc và lời kế hoạch của năm" in later
    assert "Mở kế hoạch của đơn vị" in now
    assert "Sắp tới" not in now


def test_every_kind_of_duty_has_a_page_or_words_for_what_will_be_done() -> None:
    duties = json.loads((HOUSE / "campaigns/data/duties.json").read_text(encoding="utf-8"))["duties"]
    known = set(DEEDS) | set(texts._TO_COME)

    assert {duty["code"] for duty in duties} - known == set()


def test_what_waits_past_its_day_is_the_next_step_unless_something_owed_presses(cast: Cast) -> None:
    campaign = run_campaign(cast)
    first = ask(cast, campaign)
    Difficulty.objects.filter(pk=first.pk).update(answer_due_on=TODAY - timedelta(days=2))
    pressed = main_of(enter(cast, "phuc_xa").get(HOME))
    done(owed_by(cast, "00001", "plan"), TODAY)

    free = enter(cast, "phuc_xa").get(HOME)

    assert "Mở kế hoạch của đơn vị" in pressed
    assert "Chờ mình 1 khó khăn chờ mình trả lời" in pressed
    assert f'class="btn primary" href="/kho-khan/{first.pk}/">Mở khó khăn cần trả lời<' in text_of(free)
    assert "Chờ mình 1 khó khăn" not in main_of(free)


def test_a_villages_home_and_its_conference_show_the_same_next_deed(cast: Cast) -> None:
    plan(cast, run_campaign(cast))
    browser = enter(cast, "head_of_group_1")

    home, own = (browser.get(address).content.decode() for address in ("/viec-cua-toi/", "/hoi-nghi/cua-toi/"))

    for page in (home, own):
        assert "Chưa có chương trình." in page
        assert page.count('class="btn primary"') == 1
        assert "Lập chương trình" in page
