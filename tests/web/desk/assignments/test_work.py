"""One assignment on its page, and the forms about it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from danban.assignments import actions
from danban.assignments.models import Attachment, ProgressNote, Work
from danban.assignments.states import WorkStatus
from danban.campaigns.models import Assignment, Campaign
from tests.assignments.factories import attach, given_to, make_assignment, owed_for
from tests.cast import AT, TODAY, Cast
from tests.documents import uploads
from tests.web.desk.assignments.reading import page_of, post, shown, words
from tests.web.entering import enter

NOTE: dict[str, Any] = {"text": "Đã mở lớp", "on": TODAY.isoformat()}


@pytest.fixture
def department(cast: Cast) -> Client:
    """The culture department at its desk."""
    return enter(cast, "culture_department")


def _file(name: str = "anh.png", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, uploads.png() if content is None else content)


def test_a_department_accepts_notes_and_finishes_and_the_city_sees_each_step(
    cast: Cast, department: Client, department_work: Assignment
) -> None:
    board, pk = enter(cast, "mrs_ha"), department_work.pk
    assert "Nhận việc" in shown(department, department_work)
    assert "Nhận việc" not in shown(board, department_work)

    accepted = post(department, cast, "culture_department", "accept", pk)
    noted = post(
        department, cast, "culture_department", "note", pk, **NOTE, label_1="Lớp tập huấn", value_1="1.200",
        unit_1="lớp", uploads=[_file(), _file("bao-cao.docx", uploads.docx())],
    )  # fmt: skip
    seen = shown(board, department_work)
    finished = post(department, cast, "culture_department", "finish", pk, result="Đã xong cả", on=TODAY.isoformat())

    assert "Đã nhận việc" in words(accepted)
    assert "Lớp tập huấn: <b" in words(noted)
    assert "1.200" in seen
    assert "bao-cao" in seen
    assert "Đã ghi hoàn thành ngày 10/02/2023" in words(finished)
    assert "Đã xong cả" in shown(board, department_work)
    assert Work.objects.get().status == WorkStatus.DONE


def test_a_refused_note_keeps_what_was_typed_and_says_which_files_to_choose_again(
    cast: Cast, department: Client, department_work: Assignment
) -> None:
    answer = post(
        department, cast, "culture_department", "note", department_work.pk, text="Đã mở lớp",
        on=(TODAY + timedelta(days=9)).isoformat(), label_1="Lớp", value_1="abc", uploads=[_file("ảnh lớp.png")],
    )  # fmt: skip

    page = words(answer)
    assert answer.status_code == 422
    assert "Đã mở lớp" in page
    assert "Cần một số nguyên" in page
    assert "hãy chọn lại tệp" in page
    assert "ảnh lớp.png" in page
    assert not ProgressNote.objects.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"label_1": "Lớp"}, "Hãy ghi số."),
        ({"value_2": "3"}, "Hãy ghi đếm được gì."),
        ({"on": (TODAY + timedelta(days=1)).isoformat()}, "còn ở phía trước"),
        ({"uploads": [_file("x.exe", b"MZ")]}, "loại không nhận được"),
        ({"uploads": [_file("x.png", b"")]}, "Có tệp rỗng"),
        ({"uploads": [_file(f"{n}.png") for n in range(6)]}, "nhiều nhất 5 tệp"),
    ],
    ids=["no number", "no name", "tomorrow", "program", "empty", "many"],
)
def test_what_cannot_be_noted_is_said_in_a_sentence(
    cast: Cast, department: Client, department_work: Assignment, typed: dict[str, Any], said: str
) -> None:
    answer = post(department, cast, "culture_department", "note", department_work.pk, **{**NOTE, **typed})

    assert answer.status_code == 422
    assert said in words(answer)
    assert not ProgressNote.objects.exists()


def test_weekly_work_is_noted_from_the_week_that_was_missed(
    cast: Cast, department: Client, weekly_work: Assignment
) -> None:
    page = shown(department, weekly_work)
    form = words(department.get(page_of("note", weekly_work.pk, tuan="2023-01-30")))

    post(department, cast, "culture_department", "note", weekly_work.pk, **NOTE, week_of="2023-01-30")

    assert "Ghi tuần 30/01" in page
    assert '<option value="2023-01-30" selected>' in form
    assert str(ProgressNote.objects.get().week_of) == "2023-01-30"
    assert "Ghi tuần 30/01" not in shown(department, weekly_work)
    assert "tuần 30/01 – 05/02" in shown(department, weekly_work)


def test_the_city_gives_finished_work_back_with_a_reason(
    cast: Cast, department: Client, department_work: Assignment
) -> None:
    actor, board = cast.actors["culture_department"], enter(cast, "mrs_ha")
    actions.finish_assignment(department_work.pk, result="Xong", on=TODAY, actor=actor, at=AT)

    empty = post(board, cast, "mrs_ha", "reopen", department_work.pk, reason=" ")
    done = post(board, cast, "mrs_ha", "reopen", department_work.pk, reason="Còn thiếu số liệu")

    assert empty.status_code == 422
    assert "Đã mở lại việc này" in words(done)
    assert "Lý do: Còn thiếu số liệu" in shown(department, department_work)
    assert owed_for(department_work).fulfilled_on is None


def test_the_city_names_who_answers_where_the_plan_does_not(cast: Cast, campaign: Campaign) -> None:
    unknown, board = make_assignment(campaign, actor="Các ngành liên quan"), enter(cast, "mrs_ha")
    listed = words(board.get(page_of("index")))
    assert "Ghi cơ quan cho 1 việc" in listed

    done = post(board, cast, "mrs_ha", "name_body", unknown.pk, body=cast.bodies["01", "department"].pk)

    assert "Đã ghi cơ quan chịu trách nhiệm" in words(done)
    assert "(Thành phố ghi)" in words(done)
    assert "Các ngành liên quan" in shown(enter(cast, "culture_department"), unknown)


def test_a_body_the_plan_names_is_confirmed_with_one_button_and_taken_off_with_another(
    cast: Cast, campaign: Campaign
) -> None:
    board, front = enter(cast, "mrs_ha"), cast.bodies["01", "front_committee"]
    given = make_assignment(campaign, cast.bodies["01", "department"], tasks=["cùng Mặt trận vận động"])
    assert "Lời của kế hoạch nhắc tới" in shown(board, given)

    post(board, cast, "mrs_ha", "add_partner", given.pk, body=front.pk)
    twice = post(board, cast, "mrs_ha", "add_partner", given.pk, body=front.pk)

    assert "Lời của kế hoạch nhắc tới" not in shown(board, given)
    assert twice.status_code == 422
    assert "Đã bỏ cơ quan phối hợp" in words(post(board, cast, "mrs_ha", "remove_partner", given.pk, front.pk))


def test_files_are_attached_sent_as_attachments_and_withdrawn(
    cast: Cast, department: Client, department_work: Assignment
) -> None:
    pk = department_work.pk
    sent = {"purpose": "outline", "title": "Đề cương năm 2023", "file": _file("a.docx", uploads.docx())}
    done = post(department, cast, "culture_department", "attach", pk, **sent)
    file = Attachment.objects.get()

    answer = enter(cast, "head_of_group_1").get(page_of("file", file.pk))
    assert "Đã đính kèm “Đề cương năm 2023”" in words(done)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%C4%90")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"].endswith("wordprocessingml.document")
    assert answer.content == uploads.docx()

    again = post(
        department, cast, "culture_department", "attach", pk, **{**sent, "file": _file("b.docx", uploads.docx("mới"))}
    )
    gone = post(department, cast, "culture_department", "withdraw_file", file.pk, reason="Nhầm")
    assert "bản 2 của “Đề cương năm 2023”" in words(again)
    assert "Đã rút “Đề cương năm 2023”" in words(gone)
    assert department.get(page_of("file", file.pk)).status_code == 404


def test_a_file_without_a_file_or_of_a_foreign_kind_is_refused_with_the_words_kept(
    cast: Cast, department: Client, department_work: Assignment
) -> None:
    typed = {"purpose": "own_plan", "title": "Kế hoạch riêng", "number": "15/KH", "issued_on": "2023-01-05"}

    nothing = post(department, cast, "culture_department", "attach", department_work.pk, **typed)
    foreign = post(
        department, cast, "culture_department", "attach", department_work.pk, **typed, file=_file("a.docx", b"MZ")
    )

    assert "Hãy chọn tệp." in words(nothing)
    assert foreign.status_code == 422
    assert "15/KH" in words(foreign)
    assert "a.docx" in words(foreign)
    assert not Attachment.objects.exists()


def test_who_may_not_see_the_work_reads_that_and_its_outlines(cast: Cast, department_work: Assignment) -> None:
    actor = cast.actors["culture_department"]
    actions.note_assignment(department_work.pk, text="Chuyện nội bộ", on=TODAY, actor=actor, at=AT)
    attach(department_work, actor, "Đề cương chung")
    attach(department_work, actor, "Báo cáo riêng", purpose="report")

    page = shown(enter(cast, "ba_dinh"), department_work)

    assert "chỉ mở cho cơ quan được giao" in page
    assert "Đề cương chung" in page
    assert "Chuyện nội bộ" not in page
    assert "Báo cáo riêng" not in page


def test_work_that_left_the_plan_says_so_and_offers_nothing(
    cast: Cast, department: Client, department_work: Assignment
) -> None:
    Assignment.objects.filter(pk=department_work.pk).update(withdrawn_at=AT)

    page = shown(department, department_work)

    assert "Không còn trong kế hoạch từ ngày 10/02/2023" in page
    assert "Ghi tiến độ" not in page
    assert post(department, cast, "culture_department", "accept", department_work.pk).status_code == 409


def test_many_notes_fold_after_the_eighth(cast: Cast, department: Client, department_work: Assignment) -> None:
    for number in range(10):
        actions.note_assignment(
            department_work.pk, text=f"Lần {number}", on=TODAY, actor=cast.actors["culture_department"], at=AT
        )

    page = shown(department, department_work)

    assert "2 lần ghi trước" in page
    assert page.index("Lần 9") < page.index("lần ghi trước") < page.index("Lần 0")


def test_a_thing_owed_by_a_body_opens_its_assignment(
    cast: Cast, campaign: Campaign, department: Client, department_work: Assignment
) -> None:
    owed = owed_for(department_work)

    page = department.get(f"/viec/{owed.pk}/").content.decode()
    answer = department.get(page_of("of_obligation", owed.pk))

    assert page_of("of_obligation", owed.pk) in page
    assert answer.headers["Location"] == page_of("show", department_work.pk)
    front = owed_for(given_to(campaign, cast.bodies["01", "front_committee"]))
    assert enter(cast, "ba_dinh").get(page_of("of_obligation", front.pk)).status_code == 404
