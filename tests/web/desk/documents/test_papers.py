"""Pages of papers: draft, check, sign, issue, files, signers."""

from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.documents import actions
from danban.documents.models import Counter, Document, Signer
from danban.documents.states import DocumentStatus
from tests.cast import AT, Cast
from tests.documents.factories import chair, desk_of, issue_composed, issued, sheet_of, signed, submitted
from tests.library.factories import enter as enter_reference
from tests.web.desk.reading import main_of, text_of
from tests.web.entering import enter

INDEX, DRAFT, SIGNERS = (reverse(f"desk:documents:{name}") for name in ("index", "draft", "signers"))


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


def _of(name: str, pk: int, *more: object) -> str:
    return reverse(f"desk:documents:{name}", args=[pk, *more])


def _typed(cast: Cast, **changed: Any) -> dict[str, Any]:
    return {
        "body": cast.bodies["00001", "front_committee"].pk, "symbol": "MTTQ-BTT", "subject": "Chuẩn bị hội nghị",
        "addressed_to": "Các tổ dân phố", "text": "Đề nghị:\n- Rà soát;\n- Bố trí hội trường.",
        "recipients": "- Như trên;\n- Lưu: VT.", "signers": [chair(cast).pk], "is_public": "on",
    } | changed  # fmt: skip


def test_an_office_drafts_sees_it_as_it_looks_and_submits_it(cast: Cast) -> None:
    front = enter(cast, "phuc_xa")
    assert "Công văn" in main_of(front.get(DRAFT))

    answer = front.post(f"{DRAFT}?loai=dispatch", _typed(cast), follow=True)

    document = Document.objects.get()
    assert "V/v Chuẩn bị hội nghị" in main_of(answer)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in main_of(answer)
    assert document.sheet["recipients"] == ["Như trên", "Lưu: VT."]
    assert "Chờ chữ ký của Trịnh Văn Sơn" in main_of(front.post(_of("submit", document.pk), follow=True))


def test_legal_bases_are_taken_from_the_library_beside_those_typed(cast: Cast) -> None:
    reference = enter_reference(cast, symbol="30/2020/NĐ-CP")
    front = enter(cast, "phuc_xa")
    assert "Căn cứ Nghị định số 30/2020/NĐ-CP" in main_of(front.get(f"{DRAFT}?loai=dispatch"))

    front.post(f"{DRAFT}?loai=dispatch", _typed(cast, basis="Căn cứ tình hình địa phương;", shelf=[reference.pk]))

    typed, taken = Document.objects.get().sheet["basis"]
    assert typed == "Căn cứ tình hình địa phương"
    assert taken.startswith("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ")


@pytest.mark.parametrize(("kind", "words"), [("dispatch", "gửi kèm"), ("party_report", "Đề nghị Thường trực cấp ủy")])
def test_a_paper_about_an_issued_one_begins_with_its_number(cast: Cast, kind: str, words: str) -> None:
    document = issued(cast, desk_of(cast))
    front = enter(cast, "phuc_xa")

    page = text_of(front.get(f"{DRAFT}?loai={kind}&ve={document.pk}"))

    assert document.entry is not None
    assert document.entry.symbol in page
    assert words in page
    assert enter(cast, "truc_bach").get(f"{DRAFT}?loai={kind}&ve={document.pk}").status_code == 404


def test_what_is_wrong_comes_back_with_what_was_typed(cast: Cast) -> None:
    answer = enter(cast, "phuc_xa").post(f"{DRAFT}?loai=dispatch", _typed(cast, symbol="{0}", subject="Việc A"))

    assert answer.status_code == 422
    assert 'value="Việc A"' in text_of(answer)
    assert not Document.objects.exists()


def test_a_draft_is_edited_in_the_same_form(cast: Cast) -> None:
    document = actions.draft_document(sheet_of(cast), actor=cast.actors["phuc_xa"], at=AT)
    front = enter(cast, "phuc_xa")

    assert "Rà soát danh sách đại biểu" in text_of(front.get(_of("edit", document.pk)))
    front.post(_of("edit", document.pk), _typed(cast, subject="Việc B"))

    document.refresh_from_db()
    assert document.subject == "Việc B"


def test_the_page_offers_exactly_what_the_rules_let_through(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)
    front = enter(cast, "phuc_xa")
    sign = _of("sign", document.pk, document.signatures.get().pk)

    assert sign not in text_of(front.get(_of("show", document.pk)))
    assert front.post(sign).status_code == 403


def test_a_second_click_on_issue_takes_one_number(cast: Cast) -> None:
    document = signed(cast, desk_of(cast))
    front = enter(cast, "phuc_xa")

    answers = [front.post(_of("issue", document.pk), {"issued_on": "2023-02-10"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 409]
    assert Counter.objects.get().last == 1
    assert "01/MTTQ-BTT" in main_of(answers[1])


def test_without_its_signed_copy_a_paper_says_so_until_it_is_attached(cast: Cast) -> None:
    document = issue_composed(cast)
    front = enter(cast, "phuc_xa")
    assert "Chưa có bản ký" in main_of(front.get(_of("show", document.pk)))

    scan = SimpleUploadedFile("quet.pdf", b"%PDF-1.7\n%%EOF\n")
    answer = front.post(_of("attach", document.pk), {"file": scan}, follow=True)

    assert "Chưa có bản ký" not in main_of(answer)
    got = front.get(_of("file", document.pk, "ban-ky"))
    assert got.content.startswith(b"%PDF-")
    assert "01-kh-mttq-btt" in got["Content-Disposition"]


@pytest.mark.usefixtures("paper_fonts")
@pytest.mark.parametrize(("kind", "begins"), [("docx", b"PK"), ("pdf", b"%PDF-")])
def test_files_of_a_draft_say_so_in_their_name_and_those_of_an_issued_one_bear_its_number(
    cast: Cast, kind: str, begins: bytes
) -> None:
    front = enter(cast, "phuc_xa")
    draft = actions.draft_document(sheet_of(cast), actor=cast.actors["phuc_xa"], at=AT)
    document = issue_composed(cast)

    early, late = (front.get(_of("file", one.pk, kind)) for one in (draft, document))

    assert early.content.startswith(begins)
    assert late.content.startswith(begins)
    assert "du-thao-" in early["Content-Disposition"]
    assert f"01-kh-mttq-btt.{kind}" in late["Content-Disposition"]


def test_there_is_no_other_file(cast: Cast) -> None:
    assert enter(cast, "phuc_xa").get(_of("file", issue_composed(cast).pk, "exe")).status_code == 404


def test_going_back_and_revoking_ask_for_a_reason(cast: Cast) -> None:
    desk = desk_of(cast)
    waiting, done = submitted(cast, desk), issued(cast, desk, subject="Việc khác")
    front = enter(cast, "phuc_xa")

    for name, document, status in (
        ("return", waiting, DocumentStatus.DRAFTING), ("revoke", done, DocumentStatus.REVOKED)
    ):  # fmt: skip
        assert front.get(_of(name, document.pk)).status_code == 200
        assert front.post(_of(name, document.pk), {"reason": ""}).status_code == 422
        answer = front.post(_of(name, document.pk), {"reason": "Sai ngày họp"}, follow=True)
        document.refresh_from_db()
        assert document.status == status
        assert "Sai ngày họp" in main_of(answer)


def test_a_replacement_opens_filled_in_and_a_draft_is_dropped(cast: Cast) -> None:
    document = issued(cast, desk_of(cast))
    front = enter(cast, "phuc_xa")

    answer = front.post(_of("replace", document.pk), follow=True)

    draft = Document.objects.get(replaces=document)
    assert "Rà soát danh sách đại biểu" in text_of(answer)
    front.post(_of("drop", draft.pk))
    draft.refresh_from_db()
    assert draft.status == DocumentStatus.DROPPED


def test_the_list_narrows_and_the_district_sees_what_is_issued_below(cast: Cast) -> None:
    issue_composed(cast)
    actions.draft_document(sheet_of(cast), actor=cast.actors["phuc_xa"], at=AT)
    front, district = enter(cast, "phuc_xa"), enter(cast, "ba_dinh")

    assert "01/KH-MTTQ-BTT" in main_of(front.get(INDEX))
    assert "01/KH-MTTQ-BTT" not in main_of(front.get(INDEX, {"tinh_trang": "drafting"}))
    assert "Không có văn bản nào khớp" in main_of(front.get(INDEX, {"q": "khong co"}))
    below = main_of(district.get(INDEX, {"xem": "cap-duoi"}))
    assert "01/KH-MTTQ-BTT" in below
    assert "Chuẩn bị hội nghị" not in below


def test_the_list_asks_the_database_the_same_few_questions_for_three_papers_and_for_thirty(cast: Cast) -> None:
    front = enter(cast, "phuc_xa")
    counts = []
    for wanted in (3, 30):
        while Document.objects.count() < wanted:
            issue_composed(cast)
        front.get(INDEX)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            front.get(INDEX)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_who_signs_is_named_and_ended_on_one_page(cast: Cast) -> None:
    front = enter(cast, "phuc_xa")
    body = cast.bodies["00001", "front_committee"].pk

    answer = front.post(
        SIGNERS,
        {"body": body, "full_name": "Lưu Thị Hòa", "position": "Phó Chủ tịch", "power": "kt",
         "head_position": "Chủ tịch", "starts_on": "2023-02-01"},
        follow=True,
    )  # fmt: skip

    assert "TM. BAN THƯỜNG TRỰC / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" in main_of(answer)
    front.post(_of("end_signer", Signer.objects.get().pk), {"ends_on": "2023-02-05"})
    assert "Đã thôi ký" in main_of(front.get(SIGNERS))
