"""Pages of preparing: agenda read, entered, edited without a script, agreed to; people; papers; the summary."""

import re
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.accounts.models import Account
from danban.campaigns.models import Campaign, Obligation
from danban.conferences import actions, queries
from danban.conferences.models import AgendaEntry, Conference
from danban.conferences.queries import AgendaRow
from danban.conferences.rules import AgendaLine, Asking
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import conference_of, evening, hall_of, plan, scheduled
from tests.conferences.factories_agenda import as_lines, drafted, heads_of, make_template
from tests.documents import uploads
from tests.web.entering import browser_of, enter


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year with its conferences and a template of two contents."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    make_template(cast, campaign)
    return campaign


@pytest.fixture
def one(cast: Cast, campaign: Campaign) -> Conference:
    """The conference of group 1 of Phúc Xá."""
    return conference_of(cast, campaign, "00001.01")


@pytest.fixture
def front(cast: Cast, one: Conference) -> Client:
    """The head of the Front of group 1; its village head is hired as well."""
    heads_of(cast, "00001.01")
    return enter(cast, "head_of_group_1")


@pytest.fixture
def authority(cast: Cast, one: Conference) -> Client:
    """The head of group 1."""
    _, actor = heads_of(cast, "00001.01")
    assert actor.user_id
    return browser_of(Account.objects.get(pk=actor.user_id))


def _main(answer: Any) -> str:
    text = unescape(answer.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", text.split("<main", 1)[1]).split())


def _of(name: str, *args: int | str) -> str:
    return reverse(f"desk:conferences:{name}", args=args)


def _typed(one: Conference, **changed: object) -> dict[str, object]:
    """What the form of editing sends when nothing was changed."""
    sent: dict[str, object] = {}
    for line in as_lines(one):
        sent |= {f"title_{line.entry_id}": line.title, f"presenter_{line.entry_id}": line.presenter}
        sent[f"minutes_{line.entry_id}"] = line.minutes or ""
    return sent | changed


def _titles(one: Conference) -> list[str]:
    return [entry.title for entry in queries.agenda_of(one.pk)]


def test_an_agenda_is_entered_agreed_by_both_and_announced(
    cast: Cast, one: Conference, front: Client, authority: Client
) -> None:
    scheduled(cast, one, evening(hall=hall_of(cast)))
    duty = Obligation.objects.get(placement=one.placement, kind__code="conference")
    assert front.get(_of("agenda_of_duty", duty.pk))["Location"] == _of("agenda", one.pk)
    assert "Lập chương trình từ kế hoạch" in _main(front.get(_of("agenda", one.pk)))
    assert front.post(_of("draft_agenda", one.pk)).status_code == 302
    shown = _main(front.get(_of("agenda", one.pk)))
    assert "1. Nghị quyết năm trước và kiến nghị còn mở 19:30" in shown
    assert "Chưa có nghị quyết năm trước trong hệ thống" in shown
    assert "Thống nhất chương trình này" in shown
    assert "Hai bên thống nhất" in _main(enter(cast, "phuc_xa").get(_of("show", one.pk)))

    for head in (front, authority):
        mark = re.search(r'name="seen" value="(\w+)"', head.get(_of("agenda", one.pk)).content.decode())
        assert mark
        assert head.post(_of("agree_agenda", one.pk), {"seen": mark[1]}).status_code == 302

    assert "Thống nhất chương trình này" not in _main(front.get(_of("agenda", one.pk)))
    assert front.post(_of("announce", one.pk)).status_code == 302
    one.refresh_from_db()
    assert one.status == "announced"
    assert "Sửa chương trình" not in _main(front.get(_of("agenda", one.pk)))


def test_what_is_missing_is_said_at_once_when_announcing(cast: Cast, one: Conference, front: Client) -> None:
    scheduled(cast, one, evening(starts=None))

    refused = front.post(_of("announce", one.pk))

    assert refused.status_code == 409
    assert "còn thiếu hội trường, giờ họp và chương trình" in _main(refused)


def test_lines_move_come_and_go_by_plain_buttons_and_what_was_typed_stays(
    cast: Cast, one: Conference, front: Client
) -> None:
    entries = drafted(cast, one)
    page = _of("edit_agenda", one.pk)
    assert "Nội dung của kế hoạch" in _main(front.get(page))
    second, local = entries[1].pk, entries[3].pk

    moved = front.post(page, _typed(one, len=second, **{f"presenter_{second}": "Bà Mai"}))

    assert moved["Location"].endswith(f"#muc-{second}")
    assert _titles(one)[0] == entries[1].title
    assert one.agenda.get(pk=second).presenter == "Bà Mai"
    front.post(page, _typed(one, xuong=second))
    front.post(page, _typed(one, xuong=entries[4].pk))  # the last one stays where it is
    front.post(page, _typed(one, bo=local))
    front.post(page, _typed(one, them="1", new_title="Ký giao ước thi đua", new_minutes="10"))
    shown = front.get(page).content.decode()
    offered = re.search(r'name="goi_y" value="(\d+)">(?:(?!<button).)*?Chào cờ', shown, re.DOTALL)
    assert offered
    assert front.post(page, _typed(one, goi_y=offered[1])).status_code == 302
    saved = front.post(page, _typed(one, luu="1"))
    assert saved["Location"] == _of("agenda", one.pk)
    titles = _titles(one)
    assert titles[0] == "Chào cờ, nêu lý do, giới thiệu đại biểu, cử chủ tọa và thư ký"
    assert titles[1:4] == [entry.title for entry in entries[:3]]
    assert titles[-1] == "Ký giao ước thi đua"
    assert entries[3].title not in titles


def test_bad_minutes_and_a_stale_page_are_shown_again_with_what_was_typed(
    cast: Cast, one: Conference, front: Client
) -> None:
    first = drafted(cast, one)[0].pk
    page = _of("edit_agenda", one.pk)

    bad = front.post(page, _typed(one, luu="1", **{f"minutes_{first}": "999"}))
    assert bad.status_code == 422
    assert "từ 1 đến 240" in _main(bad)
    stale = front.post(page, _typed(one, luu="1", seen="cu", new_title="Việc khác"))
    assert stale.status_code == 409
    assert "vừa có người sửa" in _main(stale)
    assert 'value="Việc khác"' in unescape(stale.content.decode())
    assert front.post(page, _typed(one, luu="1", len="abc", bo="9" * 30, goi_y="99")).status_code == 302


def test_contents_added_by_the_plan_later_come_in_with_one_press(
    cast: Cast, campaign: Campaign, one: Conference, front: Client
) -> None:
    drafted(cast, one)
    make_template(cast, campaign, "village", "Phát động thi đua")

    shown = _main(front.get(_of("agenda", one.pk)))
    assert "Nội dung bắt buộc (Phát động thi đua)" in shown
    assert "Đưa vào nội dung còn thiếu" in shown
    assert front.post(_of("draft_agenda", one.pk)).status_code == 302
    assert _titles(one)[-1] == "Phát động thi đua"


def test_last_years_resolution_is_written_by_hand(cast: Cast, one: Conference, front: Client) -> None:
    first = drafted(cast, one)[0].pk

    assert "Nghị quyết năm trước" in _main(front.get(_of("note_entry", one.pk, first)))
    assert front.post(_of("note_entry", one.pk, first), {"note": "Đạt 7/9 chỉ tiêu"}).status_code == 302
    assert "Đạt 7/9 chỉ tiêu" in _main(front.get(_of("agenda", one.pk)))
    assert front.get(_of("note_entry", one.pk, first + 99)).status_code == 404


def test_people_and_prepared_papers_are_written_down_and_seen_only_nearby(
    cast: Cast, one: Conference, front: Client
) -> None:
    people = {"chair": "Bùi Thị Mai, Trưởng ban", "members": "Lê Văn Tư\nVũ Thị Năm - Bí thư", "secretaries": ""}
    assert front.post(_of("name_officers", one.pk), people).status_code == 302
    assert front.post(_of("list_guests", one.pk), {"guests": "Trần Văn Dũng, Phó Chủ tịch"}).status_code == 302
    assert front.post(_of("ask_paper", one.pk), {"speaker": "Chi hội Phụ nữ", "subject": "Rác"}).status_code == 302
    paper = one.prepared_papers.get()
    assert "Rác" in _main(front.get(_of("hand_in_paper", one.pk, paper.pk)))
    assert front.post(_of("hand_in_paper", one.pk, paper.pk), {}).status_code == 422
    file = SimpleUploadedFile("bai.docx", uploads.docx("bài"))
    assert front.post(_of("hand_in_paper", one.pk, paper.pk), {"file": file}).status_code == 302
    assert "tham-luan-rac.docx" in front.get(_of("paper_file", one.pk, paper.pk))["Content-Disposition"]
    assert front.post(_of("drop_paper", one.pk, paper.pk)).status_code == 409

    near, far = _main(front.get(_of("agenda", one.pk))), _main(enter(cast, "ba_dinh").get(_of("agenda", one.pk)))

    for words in ("Bùi Thị Mai", "Vũ Thị Năm", "Trần Văn Dũng", "Chi hội Phụ nữ"):
        assert words in near
        assert words not in far
    assert "Bùi Thị Mai, Trưởng ban" in unescape(front.get(_of("name_officers", one.pk)).content.decode())
    assert "Trần Văn Dũng, Phó Chủ tịch" in unescape(front.get(_of("list_guests", one.pk)).content.decode())
    assert enter(cast, "ba_dinh").get(_of("paper_file", one.pk, paper.pk)).status_code == 403


def test_a_paper_asked_in_vain_is_dropped(cast: Cast, one: Conference, front: Client) -> None:
    paper = actions.ask_paper(one.pk, asking=Asking("A", "Rác"), actor=cast.actors["phuc_xa"], at=AT)

    assert front.get(_of("paper_file", one.pk, paper.pk)).status_code == 404
    assert front.post(_of("drop_paper", one.pk, paper.pk)).status_code == 302
    assert "Chưa đặt tham luận nào" in _main(front.get(_of("agenda", one.pk)))


def test_it_is_printed_filled_and_blank_and_kept_as_a_file(
    cast: Cast, one: Conference, front: Client, paper_fonts: Any
) -> None:
    assert front.get(_of("agenda_file", one.pk, "docx")).status_code == 409
    assert "chưa có chương trình để in" in _main(front.get(_of("print_agenda", one.pk)))
    assert "Công bố hộ đăng ký" in _main(front.get(_of("blank_agenda", one.pk)))
    drafted(cast, one)

    assert "Công bố hộ đăng ký" in _main(front.get(_of("print_agenda", one.pk)))
    blank = _main(front.get(_of("blank_agenda", one.pk)))
    assert "Công bố hộ đăng ký" in blank
    assert "Hiệp thương" not in blank  # a local item is the place's own to write
    assert front.get(_of("agenda_file", one.pk, "docx")).content[:2] == b"PK"
    assert front.get(_of("agenda_file", one.pk, "pdf")).content[:4] == b"%PDF"
    assert front.get(_of("agenda_file", one.pk, "txt")).status_code == 404


def test_each_level_writes_once_and_every_village_has_its_copy(
    cast: Cast, one: Conference, front: Client, paper_fonts: Any
) -> None:
    page = reverse("desk:conferences:summary")
    assert "Chưa cấp nào viết" in _main(front.get(_of("summary_copy", one.pk)))
    assert front.get(_of("summary_file", one.pk, "docx")).status_code == 409
    assert "2 thôn, tổ dân phố đọc phần này" in _main(enter(cast, "phuc_xa").get(page))
    assert enter(cast, "phuc_xa").post(page, {"text": " "}).status_code == 422
    for who, words in (("mrs_ha", "Thành phố tăng trưởng."), ("phuc_xa", "Phường thoát nghèo hai hộ.")):
        assert enter(cast, who).post(page, {"text": words}).status_code == 302

    copy = _main(front.get(_of("summary_copy", one.pk)))

    for words in ("Thành phố tăng trưởng.", "Phường thoát nghèo hai hộ.", "Còn chờ", "Quận Ba Đình"):
        assert words in copy
    assert "dài hơn hai trang" not in copy
    assert front.get(_of("summary_file", one.pk, "docx")).content[:2] == b"PK"
    assert front.get(_of("summary_file", one.pk, "pdf")).content[:4] == b"%PDF"
    assert "do Thành phố, cấp huyện và cấp xã viết" in _main(front.get(page))
    assert "1/2 đã viết" in _main(enter(cast, "ba_dinh").get(page))


def test_a_summary_longer_than_two_pages_warns(cast: Cast, one: Conference, front: Client) -> None:
    page = reverse("desk:conferences:summary")
    for who in ("mrs_ha", "ba_dinh"):
        enter(cast, who).post(page, {"text": "Kinh tế tăng trưởng khá, đời sống được chăm lo. " * 60})

    assert "dài hơn hai trang A4" in _main(front.get(_of("summary_copy", one.pk)))
    assert "dễ quá hai trang" in _main(enter(cast, "mrs_ha").get(page))


def test_the_page_costs_the_same_for_many_lines(cast: Cast, one: Conference, front: Client) -> None:
    drafted(cast, one)

    def count(address: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert front.get(address).status_code == 200
        return len(seen)

    pages = [_of(name, one.pk) for name in ("agenda", "edit_agenda", "print_agenda", "show")]
    front.get(pages[0])  # what a first request looks up once
    few = [count(page) for page in pages]
    lines = [*as_lines(one), *[AgendaLine(f"Việc {number}") for number in range(25)]]
    actions.set_agenda(one.pk, lines=lines, actor=cast.actors["phuc_xa"], at=AT)
    assert [count(page) for page in pages] == few


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Phát động thi đua", "Phát động thi đua"),
        ("Đánh giá nghị quyết: việc đã làm; việc chưa làm", "Đánh giá nghị quyết"),
        ("Nhìn lại năm 2022, bàn năm 2023 theo chủ đề “Kỷ cương; sáng tạo”", "Nhìn lại năm 2022"),
        (f"Nghe báo cáo, {'rất ' * 40}dài", "Nghe báo cáo"),
    ],
)
def test_a_long_content_is_led_by_its_first_words(title: str, lead: str) -> None:
    assert AgendaRow(1, AgendaEntry(title=title), None, stays=True).lead == lead


def test_a_content_without_any_pause_is_cut_between_words() -> None:
    lead = AgendaRow(1, AgendaEntry(title="Nội dung " * 20), None, stays=True).lead

    assert lead.endswith(("dung…", "Nội…"))
    assert len(lead) <= 110
