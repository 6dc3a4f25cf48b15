"""Pages of papers on their way: the inbox, the recipients, sending, the registers."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from danban.documents import actions
from danban.documents.models import Delivery, Document, IncomingEntry
from danban.documents.rules import IncomingPaper
from danban.notices.models import Notice
from danban.units.models import Unit
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.documents.factories import issue_composed

INBOX = "/van-ban/den/"
MAILBOX = "bptr.mttqhn@example.vn"


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    """Everything happens on the day of the cast."""
    with time_machine.travel(AT, tick=False):
        yield


def _as(cast: Cast, client: Client, who: str) -> Client:
    client.force_login(cast.people[who])
    return client


def _sent(cast: Cast, *codes: str, **changed: Any) -> Document:
    document = issue_composed(cast, **changed)
    units = [cast.places[code].unit_id for code in codes]
    actions.send_document(document.pk, unit_ids=units, actor=cast.actors["phuc_xa"], at=AT)
    return document


def test_the_inbox_shows_what_nobody_has_opened_first_and_one_tap_receives_it(cast: Cast, client: Client) -> None:
    document = _sent(cast, "001")
    _as(cast, client, "ba_dinh")

    before = client.get(INBOX).content.decode()
    answer = client.post(f"/van-ban/{document.pk}/da-nhan/")
    after = client.get(INBOX).content.decode()

    assert "Chưa mở" in before
    assert "01/KH-MTTQ-BTT" in before
    assert "Ủy ban MTTQ Việt Nam Phường Phúc Xá" in before
    assert answer["Location"] == INBOX
    assert ">Đã nhận</button>" in before
    assert ">Đã nhận</button>" not in after
    assert Delivery.objects.get().read_at == AT


def test_reading_comes_back_to_the_page_it_was_done_on_but_never_elsewhere(cast: Cast, client: Client) -> None:
    document = _sent(cast, "001")
    _as(cast, client, "ba_dinh")

    for back, expected in ((f"/van-ban/{document.pk}/", f"/van-ban/{document.pk}/"), ("//xa.example", INBOX)):
        answer = client.post(f"/van-ban/{document.pk}/da-nhan/", {"ve": back})
        assert answer["Location"] == expected


def test_the_inbox_is_searched_without_accents_by_paper_and_by_sender(cast: Cast, client: Client) -> None:
    _sent(cast, "001")
    _as(cast, client, "ba_dinh")

    for words, is_found in (("hoi nghi dai bieu", True), ("phuc xa", True), ("quyet toan", False)):
        page = client.get(INBOX, {"q": words}).content.decode()
        assert ("01/KH-MTTQ-BTT" in page) is is_found, words


def test_the_inbox_asks_the_same_few_questions_however_full(cast: Cast, client: Client) -> None:
    _as(cast, client, "ba_dinh").get(INBOX)
    counts = []
    for number in (3, 27):
        for _ in range(number):
            _sent(cast, "001")
        with CaptureQueriesContext(connection) as asked:
            client.get(INBOX)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_recipients_are_chosen_by_level_by_tick_and_by_looking_for_them(cast: Cast, client: Client) -> None:
    document = issue_composed(cast)
    _as(cast, client, "phuc_xa")
    address = f"/van-ban/{document.pk}/gui/"
    other = cast.places["00004"].unit_id

    page = client.get(address).content.decode()
    looked = client.post(address, {"tim": "1", "q": "truc bach", "above": "on"}).content.decode()
    answer = client.post(address, {"above": "on", "levels": ["village"], "others": [other], "q": "truc bach"})

    assert "Cấp trên trực tiếp: Quận Ba Đình" in page
    assert "Thôn, tổ dân phố: tất cả 2" in page
    assert f'value="{other}"' in looked
    assert 'name="above" aria-describedby' in looked or "checked" in looked
    assert answer["Location"] == f"/van-ban/{document.pk}/noi-nhan/"
    codes = ("001", "00001.01", "00001.02", "00004")
    assert set(Delivery.objects.order_by("pk").values_list("unit_id", flat=True)) == {
        cast.places[code].unit_id for code in codes
    }


def test_the_mailbox_of_the_plan_is_offered_and_others_are_typed(
    cast: Cast, client: Client, paper_fonts: object
) -> None:
    campaign = run_campaign(cast)
    campaign.report_mailbox = MAILBOX
    campaign.save(update_fields=["report_mailbox"])
    document = issue_composed(cast)
    _as(cast, client, "phuc_xa")
    address = f"/van-ban/{document.pk}/gui/"

    page = client.get(address).content.decode()
    wrong = client.post(address, {"addresses": "khong phai thu"})
    client.post(address, {"to_mailbox": "on", "addresses": "a@example.vn; b@example.vn"})

    assert f"Hộp thư nhận báo cáo của kế hoạch: {MAILBOX}" in page
    assert wrong.status_code == 422
    assert "khong phai thu" in wrong.content.decode()
    mails = Notice.objects.exclude(address="").order_by("address").values_list("address", flat=True)
    assert list(mails) == ["a@example.vn", "b@example.vn", MAILBOX]


def test_nothing_chosen_is_said_and_nothing_sent(cast: Cast, client: Client) -> None:
    document = issue_composed(cast)
    answer = _as(cast, client, "phuc_xa").post(f"/van-ban/{document.pk}/gui/", {"note": "Kính gửi"})

    assert answer.status_code == 422
    assert "ít nhất một nơi nhận" in answer.content.decode()
    assert "Kính gửi" in answer.content.decode()


def test_who_has_opened_a_paper_is_counted_listed_reminded_and_taken_out(cast: Cast, client: Client) -> None:
    document = _sent(cast, "001", "00001.01")
    actions.read_document(document.pk, actor=cast.actors["ba_dinh"], at=AT)
    _as(cast, client, "phuc_xa")
    address = f"/van-ban/{document.pk}/noi-nhan/"

    page = client.get(address).content.decode()
    unread = client.get(address, {"xem": "chua-mo"}).content.decode()
    first = client.post(f"/van-ban/{document.pk}/nhac/")
    again = client.post(f"/van-ban/{document.pk}/nhac/")
    table = client.get(f"{address}xuat/")

    assert "trong 2 đơn vị đã mở" in page
    assert "Nhắc 1 đơn vị chưa mở" in page
    assert "Quận Ba Đình" in page
    assert "Phạm Quốc Bảo" not in unread
    assert "Tổ dân phố số 1" in unread
    assert first["Location"] == f"{address}?xem=chua-mo"
    assert again.status_code == 409
    assert "Hôm nay đã nhắc rồi" in again.content.decode()
    assert "Nhắc 1 đơn vị" not in client.get(address).content.decode()
    assert table.content.startswith(b"PK")


def test_the_list_of_recipients_is_flat_however_long(cast: Cast, client: Client) -> None:
    document = _sent(cast, "001")
    _as(cast, client, "phuc_xa").get(INBOX)
    counts = []
    for number in (3, 60):
        units = Unit.objects.bulk_create(Unit(name=f"Phường {one}") for one in range(number))
        Delivery.objects.bulk_create(Delivery(document=document, unit=unit, sent_at=timezone.now()) for unit in units)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/van-ban/{document.pk}/noi-nhan/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_a_paper_sent_here_is_entered_with_one_button(cast: Cast, client: Client) -> None:
    _sent(cast, "001")
    _as(cast, client, "ba_dinh")
    delivery = Delivery.objects.get()
    front = cast.bodies["001", "front_committee"].pk

    asked = client.get(f"/van-ban/so-den/ghi/?tu={delivery.pk}").content.decode()
    answer = client.post(
        f"/van-ban/so-den/ghi/?tu={delivery.pk}",
        {"received_on": "2023-02-10", "body_id": front, "handed_to": "Văn phòng"},
    )
    register = client.get("/van-ban/so-den/").content.decode()

    assert "Tổ chức hội nghị đại biểu Nhân dân năm 2023" in asked
    assert 'name="subject"' not in asked
    assert answer["Location"] == "/van-ban/so-den/"
    assert IncomingEntry.objects.get().number == 1
    assert "Văn phòng" in register
    assert "Vào sổ đến" not in client.get(INBOX).content.decode()


def test_a_paper_brought_by_hand_is_entered_with_its_scan(cast: Cast, client: Client) -> None:
    _as(cast, client, "phuc_xa")
    typed = {
        "received_on": "2023-02-10", "body_id": cast.bodies["00001", "front_committee"].pk, "issuer": "UBND quận",
        "symbol": "12/UBND-VP", "issued_on": "08/02/2023", "subject": "Mời họp", "handed_to": "",
    }  # fmt: skip

    wrong = client.post("/van-ban/so-den/ghi/", {**typed, "issued_on": "2023-02-11"})
    scan = SimpleUploadedFile("công văn.pdf", b"%PDF-1.7 quet", content_type="application/pdf")
    client.post("/van-ban/so-den/ghi/", {**typed, "file": scan})

    assert wrong.status_code == 422
    assert "sau ngày đến" in wrong.content.decode()
    entry = IncomingEntry.objects.get()
    got = client.get(f"/van-ban/so-den/{entry.pk}/tep/")
    assert got.content == b"%PDF-1.7 quet"
    assert got["X-Content-Type-Options"] == "nosniff"
    assert "attachment" in got["Content-Disposition"]
    assert "12/UBND-VP" in client.get("/van-ban/so-den/", {"q": "moi hop"}).content.decode()
    assert "Không có văn bản nào khớp" in client.get("/van-ban/so-den/", {"q": "quyet toan"}).content.decode()
    printed = client.get("/van-ban/so-den/in/", {"nam": "2023"}).content.decode()
    assert "Sổ đăng ký văn bản đến năm 2023" in printed
    assert "UBND quận" in printed
    assert "12/UBND-VP" in client.get("/van-ban/so-den/xuat/", {"dang": "csv"}).content.decode()


def test_the_incoming_register_is_flat_however_long(cast: Cast, client: Client) -> None:
    _as(cast, client, "phuc_xa").get(INBOX)
    body = cast.bodies["00001", "front_committee"].pk
    counts = []
    for number in (3, 27):
        for one in range(number):
            actions.enter_incoming(
                body_id=body, received_on=TODAY, paper=IncomingPaper(issuer="UBND", subject=f"Việc {one}"),
                actor=cast.actors["phuc_xa"], at=AT,
            )  # fmt: skip
        with CaptureQueriesContext(connection) as asked:
            client.get("/van-ban/so-den/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_the_register_of_what_went_out_names_signer_recipients_and_what_lacks_its_signed_file(
    cast: Cast, client: Client
) -> None:
    document = _sent(cast, "001", "00001.01")
    _as(cast, client, "phuc_xa")

    unsigned = client.get("/so-van-ban/").content.decode()
    document.signed_file = actions.keep_file(b"%PDF- ky", name="k.pdf", media_type="application/pdf", at=AT)
    document.save(update_fields=["signed_file"])
    signed = client.get("/so-van-ban/").content.decode()
    printed = client.get("/so-van-ban/in/").content.decode()
    above = _as(cast, client, "ba_dinh").get("/so-van-ban/", {"don_vi": cast.places["00001"].unit_id}).content.decode()

    assert "Chưa có bản ký" in unsigned
    assert "Chưa có bản ký" not in signed
    assert "Trịnh Văn Sơn" in signed
    assert f'<a href="/van-ban/{document.pk}/noi-nhan/">2</a>' in signed
    assert "Sổ đăng ký văn bản đi" in printed
    assert "Trịnh Văn Sơn" in printed
    assert f"/van-ban/{document.pk}/noi-nhan/" not in above, "who opened it is the sender's to see"


def test_the_page_of_a_paper_says_to_each_side_how_its_way_stands(cast: Cast, client: Client) -> None:
    document = _sent(cast, "001")
    page = f"/van-ban/{document.pk}/"

    sender = _as(cast, client, "phuc_xa").get(page).content.decode()
    receiver = _as(cast, client, "ba_dinh").get(page).content.decode()
    client.post(f"{page}da-nhan/", {"ve": page})
    after = client.get(page).content.decode()

    assert "0 trong 1 đơn vị đã mở" in sender
    assert f'href="{page}gui/"' in sender
    assert ">Đã nhận</button>" not in sender
    assert "Nơi gửi đang chờ xác nhận" in receiver
    assert ">Đã nhận</button>" in receiver
    assert f'href="{page}noi-nhan/"' not in receiver
    assert ">Đã nhận</button>" not in after
    assert "Phạm Quốc Bảo, Quận Ba Đình" in after
    assert "Vào sổ đến" in after
