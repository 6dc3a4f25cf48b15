"""A person over sixty comes in with a code from a letter; an office of the city sets up its second factor."""

from copy import deepcopy
from typing import Any

from playwright.sync_api import Page, expect

from danban.accounts import queries
from danban.config.authority import Authority
from tests.accounts.authenticator import app_code
from tests.browser.stories import overflow_of
from tests.cast import PASSWORD, Cast
from tests.notices.conftest import route_mail
from tests.notices.post_office import mail_server
from tests.web.desk.accounts.letters import code_in
from tests.web.desk.accounts.provider import CLIENT, SECRET, serve

NAME = "E-mail hoặc số điện thoại"


def test_a_code_from_a_letter_opens_the_door_of_a_telephone(city: Cast, settings: Any, hand: Page) -> None:
    with mail_server() as server:
        route_mail(settings, server.port)
        hand.goto("/dang-nhap/")
        assert overflow_of(hand) == 0
        hand.get_by_label(NAME).fill("phuc.xa@example.vn")
        hand.get_by_role("button", name="Gửi mã đăng nhập").click()
        expect(hand.get_by_role("heading", name="Nhập mã đăng nhập")).to_be_visible()
        assert overflow_of(hand) == 0
        for _ in range(100):
            if server.mails:
                break
            hand.wait_for_timeout(50)
    letter = server.mails[0]

    hand.get_by_label("Mã", exact=True).fill(code_in(letter.get_content()))
    hand.get_by_role("button", name="Đăng nhập").click()

    hand.wait_for_url("**/viec-cua-toi/")
    assert server.recipients == ["phuc.xa@example.vn"]
    assert letter["Subject"] == "Mã đăng nhập Dân Bàn"
    assert "danban@hanoi.example.vn" in letter["From"]
    assert "Không đưa mã cho bất kỳ ai" in letter.get_content()


def test_an_office_of_the_city_sets_up_its_second_factor_and_is_asked_for_it(
    city: Cast, settings: Any, desk: Page
) -> None:
    settings.SECOND_FACTOR = "city"
    _by_password(desk, "mrs.ha@example.vn")
    expect(desk.get_by_role("heading", name="Thiết lập xác thực hai lớp")).to_be_visible()
    expect(desk.get_by_role("img", name="Mã QR để quét bằng ứng dụng tạo mã")).to_be_visible()
    desk.get_by_text("Không quét được?").click()
    secret = desk.locator(".code").inner_text().replace(" ", "")
    desk.get_by_label("Mã", exact=True).fill(app_code(secret))
    desk.get_by_role("button", name="Bật xác thực hai lớp").click()
    expect(desk.locator(".codes li")).to_have_count(10)
    desk.get_by_role("link", name="Tôi đã cất mã, tiếp tục").click()
    desk.wait_for_url("**/viec-cua-toi/")
    desk.goto("/tai-khoan/")
    desk.locator("main").get_by_role("button", name="Đăng xuất", exact=True).click()

    _by_password(desk, "mrs.ha@example.vn")
    desk.get_by_label("Mã", exact=True).fill(app_code(secret, steps=1))
    desk.get_by_role("button", name="Đăng nhập").click()

    desk.wait_for_url("**/viec-cua-toi/")
    assert len(queries.recovery_codes_of(city.people["mrs_ha"].pk)) == 10


def _by_password(page: Page, name: str) -> None:
    page.goto("/dang-nhap/")
    page.get_by_label(NAME).fill(name)
    page.get_by_role("button", name="Dùng mật khẩu").click()
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def test_another_authority_is_reached_from_the_strict_page_and_leads_back(
    city: Cast, settings: Any, desk: Page
) -> None:
    with serve() as provider:
        provider.person = {"sub": "1", "email": "phuc.xa@example.vn", "email_verified": True}
        known = Authority(provider.url, CLIENT, SECRET, "VNeID", ("openid", "email"))
        settings.OIDC = known
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": known.apps}}
        strict = deepcopy(settings.CONTENT_SECURITY_POLICY)
        strict["DIRECTIVES"]["form-action"] += known.origins
        settings.CONTENT_SECURITY_POLICY = strict

        desk.goto("/dang-nhap/")
        desk.get_by_role("button", name="Đăng nhập bằng VNeID").click()
        desk.wait_for_url("**/viec-cua-toi/")

    assert len(provider.asked) == 1
