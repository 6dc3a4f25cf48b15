"""A paper is sent to units and mailboxes by those who issued it, each place once."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.audit.models import Entry
from danban.documents import actions, queries
from danban.documents.models import Delivery, Document
from danban.documents.states import DocumentStatus
from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from danban.notices.states import Channel
from danban.units.models import Unit
from tests.accounts.factories import make_appointment
from tests.cast import AT, Cast
from tests.documents.factories import issue_composed

MAILBOX = "bptr.mttqhn@example.vn"


def _send(cast: Cast, document: Document, *codes: str, who: str = "phuc_xa", **changed: Any) -> int:
    asked: dict[str, Any] = {
        "unit_ids": [cast.places[code].unit_id for code in codes], "actor": cast.actors[who], "at": AT,
    }  # fmt: skip
    return actions.send_document(document.pk, **asked | changed)


def test_units_find_the_paper_in_their_inbox_and_their_people_are_told_once(cast: Cast) -> None:
    document = issue_composed(cast)

    assert _send(cast, document, "001", "00001.01", note="Đề nghị thực hiện.") == 2

    assert set(Delivery.objects.order_by("pk").values_list("unit_id", "read_at", "sent_by")) == {
        (cast.places[code].unit_id, None, cast.offices["phuc_xa"].pk) for code in ("001", "00001.01")
    }
    told = Notice.objects.filter(channel=Channel.INBOX, subject_type="document", subject_id=document.pk)
    assert set(told.order_by("pk").values_list("account__full_name", flat=True)) == {
        "Phạm Quốc Bảo", "Ngô Thanh Tùng", "Bùi Thị Mai",
    }  # fmt: skip
    notice = told.order_by("pk")[0]
    assert notice.subject == "01/KH-MTTQ-BTT: Tổ chức hội nghị đại biểu Nhân dân năm 2023"
    assert notice.body.endswith("Lời nhắn: Đề nghị thực hiện.")
    entry = Entry.objects.get(event="document.sent")
    assert entry.changes == {"units": 2, "mailboxes": 0}


def test_sending_twice_is_harmless_and_only_new_places_are_told(cast: Cast) -> None:
    document = issue_composed(cast)
    _send(cast, document, "001")
    told = Notice.objects.count()

    assert _send(cast, document, "001") == 0
    assert (Delivery.objects.count(), Notice.objects.count()) == (1, told)
    assert Entry.objects.filter(event="document.sent").count() == 1
    assert _send(cast, document, "001", "00001.01") == 1


def test_only_receiving_offices_of_a_unit_are_told(cast: Cast) -> None:
    document = issue_composed(cast)

    _send(cast, document, "01")

    told = Notice.objects.filter(channel=Channel.INBOX).order_by("pk").values_list("account__full_name", flat=True)
    assert set(told) == {"Nguyễn Thị Hà", "Trần Văn Dũng"}, "a department does not take in the city's papers"


def test_a_mailbox_gets_the_pdf_itself(cast: Cast, paper_fonts: object) -> None:
    document = issue_composed(cast)

    assert _send(cast, document, addresses=[f" {MAILBOX.upper()} ", MAILBOX]) == 1

    document.refresh_from_db()
    assert document.pdf is not None
    notice = Notice.objects.get(address=MAILBOX)
    assert notice.attachments == [
        {"name": "01-kh-mttq-btt.pdf", "media_type": "application/pdf", "sha256": document.pdf.sha256}
    ]
    assert notice.href == f"/kiem-tra/{document.public_code}/"
    assert _send(cast, document, addresses=[MAILBOX]) == 0


def test_the_signed_file_goes_to_a_mailbox_before_the_pdf(cast: Cast) -> None:
    document = issue_composed(cast)
    document.signed_file = actions.keep_file(b"%PDF- da ky", name="ban ky.pdf", media_type="application/pdf", at=AT)
    document.save(update_fields=["signed_file"])

    _send(cast, document, addresses=[MAILBOX])

    assert Notice.objects.get(address=MAILBOX).attachments[0]["sha256"] == document.signed_file.sha256


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("truc_bach", NotYours), ("ba_dinh", NotYours), ("head_of_group_1", NotYours), ("stranger", NotYours)],
)
def test_nobody_else_sends_it_and_nothing_is_written(cast: Cast, who: str, refusal: type[Exception]) -> None:
    document = issue_composed(cast)

    with pytest.raises(refusal):
        _send(cast, document, "001", who=who)

    assert not Delivery.objects.exists()
    assert not Notice.objects.exists()


@pytest.mark.parametrize("status", [DocumentStatus.REPLACED, DocumentStatus.REVOKED])
def test_what_is_no_longer_in_force_is_not_sent(cast: Cast, status: str) -> None:
    document = issue_composed(cast)
    revoked_at = AT if status == DocumentStatus.REVOKED else None
    Document.objects.filter(pk=document.pk).update(status=status, revoked_at=revoked_at)

    with pytest.raises(NotNow, match="không gửi đi được"):
        _send(cast, document, "001")
    with pytest.raises(NotFound):
        actions.send_document(0, unit_ids=[1], actor=cast.actors["phuc_xa"], at=AT)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "ít nhất một nơi nhận"),
        ({"unit_ids": [999_999]}, "không còn trong danh sách"),
        ({"addresses": ["khong phai thu"]}, "khong phai thu"),
        ({"addresses": [f"a{number}@example.vn" for number in range(21)]}, "20 hộp thư"),
        ({"addresses": [MAILBOX], "note": "x" * 501}, "500 ký tự"),
    ],
)
def test_recipients_that_make_no_sense_are_refused(cast: Cast, changed: dict[str, Any], words: str) -> None:
    document = issue_composed(cast)

    with pytest.raises(BadInput, match=words):
        _send(cast, document, **changed)
    with pytest.raises(BadInput, match="chính mình"):
        _send(cast, document, "00001")

    assert not Delivery.objects.exists()


def test_a_machine_sends_for_the_room_that_issued(cast: Cast) -> None:
    assert actions.send_document(issue_composed(cast).pk, unit_ids=[cast.city.unit_id], actor=machine("demo"), at=AT)


def test_hundreds_of_units_are_sent_it_in_few_statements(cast: Cast) -> None:
    units = Unit.objects.bulk_create(Unit(name=f"Phường {number}") for number in range(579))
    for unit in units[:30]:
        make_appointment(unit)
    document = issue_composed(cast)

    with CaptureQueriesContext(
        connection,
    ) as few:
        _send(cast, document, unit_ids=[unit.pk for unit in units[:30]])
    with CaptureQueriesContext(connection) as many:
        assert _send(cast, document, unit_ids=[unit.pk for unit in units[30:]]) == 549

    assert len(many) <= len(few) + 4, "one statement more for each 400 units of a step"
    found = queries.counts_of(document)
    assert (found.units, found.read, found.unread, found.mailboxes) == (579, 0, 579, 0)
