"""How somebody wants to be told: a page of their own."""

from datetime import time

from django.test import Client

from danban.accounts.models import Account
from danban.notices.models import Preference
from danban.notices.states import Digest
from tests.cast import Cast
from tests.notices.factories import give_phone

PAGE = "/tai-khoan/cach-nhan-tin/"
TYPED = {"by_email": "on", "digest": "daily", "quiet_from": "20:00", "quiet_to": "07:00"}


def test_the_page_shows_the_present_choice_and_where_each_way_leads(cast: Cast, client: Client) -> None:
    give_phone(cast.people["phuc_xa"])
    client.force_login(cast.people["phuc_xa"])

    page = client.get(PAGE).content.decode()

    assert "Thư điện tử tới phuc.xa@example.vn" in page
    assert "Tin nhắn tới 0912 345 678" in page
    assert 'value="21:00"' in page
    assert PAGE in client.get("/tai-khoan/").content.decode()


def test_a_choice_is_written_and_shown_again(cast: Cast, client: Client) -> None:
    give_phone(cast.people["phuc_xa"])
    client.force_login(cast.people["phuc_xa"])

    done = client.post(PAGE, TYPED | {"by_sms": "on"}, follow=True).content.decode()

    assert "Đã ghi cách nhận tin của bạn." in done
    wish = Preference.objects.get(account=cast.people["phuc_xa"])
    assert (wish.by_email, wish.by_sms, wish.digest) == (True, True, Digest.DAILY)
    assert (wish.quiet_from, wish.quiet_to) == (time(20), time(7))
    assert 'value="20:00"' in done


def test_a_way_without_an_address_is_not_offered_and_forging_it_is_refused(cast: Cast, client: Client) -> None:
    Account.objects.filter(pk=cast.people["phuc_xa"].pk).update(email=None, phone="+842438253536")
    client.force_login(cast.people["phuc_xa"])
    page = client.get(PAGE).content.decode()
    assert "chưa có địa chỉ thư điện tử" in page
    assert "chưa có số di động" in page

    answer = client.post(PAGE, TYPED)

    assert answer.status_code == 422
    assert not Preference.objects.exists()


def test_hours_that_are_none_or_too_long_come_back_with_a_sentence(cast: Cast, client: Client) -> None:
    client.force_login(cast.people["phuc_xa"])

    unreadable = client.post(PAGE, TYPED | {"quiet_from": "tối"})
    too_long = client.post(PAGE, TYPED | {"quiet_from": "12:00", "quiet_to": "11:00"})

    assert unreadable.status_code == too_long.status_code == 422
    assert "Ví dụ đúng: 21:00." in unreadable.content.decode()
    assert "dài nhất 12 tiếng" in too_long.content.decode()
    assert 'value="12:00"' in too_long.content.decode()
