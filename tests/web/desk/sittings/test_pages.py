"""The one screen of the secretary: opened, gone through, spoken, decided, voted, closed, all by its buttons."""

from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.conferences.models import Conference, Officer
from danban.sittings.models import HandCount, Opinion, Poll, PollVoter, Target, Turn
from tests.cast import Cast
from tests.sittings.factories import HEAD, entries_of, opinion, poll_of, present
from tests.web.entering import enter


def _at(name: str, *args: int) -> str:
    return reverse(f"desk:sittings:{name}", args=args)


def _post(browser: Client, name: str, *args: int, **values: Any) -> Any:
    return browser.post(_at(name, *args), values)


def _hands(**values: Any) -> dict[str, Any]:
    return {
        "uuid": str(uuid4()), "question": "Thông qua", "present": "10", "in_favour": "9", "against": "1", "other": "0",
        "matter": "ordinary",
    } | values  # fmt: skip


def test_a_conference_is_opened_gone_through_and_closed(cast: Cast, ready: Conference) -> None:
    browser = enter(cast, HEAD)

    assert _post(browser, "open_conference", ready.pk).status_code == 302
    for entry in entries_of(ready):
        page = browser.get(_at("run", ready.pk)).content.decode()
        assert "Mục tiếp theo" in page
        assert entry.title in page
        assert _post(browser, "step_agenda", ready.pk, entry.pk).status_code == 302
    assert "Bế mạc hội nghị" in browser.get(_at("run", ready.pk)).content.decode()
    assert _post(browser, "close_conference", ready.pk).status_code == 302

    ready.refresh_from_db()
    assert ready.status == "held"


def test_closing_too_early_says_what_is_missing(cast: Cast, meeting: Conference) -> None:
    answer = _post(enter(cast, HEAD), "close_conference", meeting.pk)

    assert answer.status_code == 409
    assert "Bàn chỉ tiêu năm nay" in answer.content.decode()


def test_an_opinion_sent_twice_stands_once_and_the_browser_is_told(cast: Cast, meeting: Conference) -> None:
    browser, uuid = enter(cast, HEAD), str(uuid4())
    for _ in range(2):
        answer = _post(browser, "record_opinion", meeting.pk, uuid=uuid, text="Đèn ngõ 12 hỏng", speaker="Bà Tư")
        assert answer["Location"] == f"{_at('run', meeting.pk)}?da-ghi={uuid}#y-kien"

    assert Opinion.objects.get().speaker == "Bà Tư"
    assert "Đèn ngõ 12 hỏng" in browser.get(_at("run", meeting.pk)).content.decode()


def test_a_refused_opinion_keeps_its_words_and_its_number(cast: Cast, meeting: Conference) -> None:
    uuid = str(uuid4())
    answer = _post(enter(cast, HEAD), "record_opinion", meeting.pk, uuid=uuid, text="", speaker="Bà Tư")

    assert answer.status_code == 422
    assert "Bà Tư" in answer.content.decode()
    assert uuid in answer.content.decode()


def test_an_opinion_is_answered_and_what_is_not_enough_becomes_a_petition(cast: Cast, meeting: Conference) -> None:
    browser, said = enter(cast, HEAD), opinion(cast, meeting)

    _post(browser, "answer_opinion", meeting.pk, said.pk, text="Tuần sau thay", answered_by="Phó Chủ tịch phường")
    page = browser.get(_at("run", meeting.pk)).content.decode()
    assert "Người nêu đồng ý" in page
    _post(browser, "settle_opinion", meeting.pk, said.pk, du="0")
    said.refresh_from_db()
    assert (said.is_settled, said.is_petition) == (False, True)

    _post(browser, "mark_petition", meeting.pk, said.pk, kien_nghi="0")
    _post(browser, "edit_opinion", meeting.pk, said.pk, uuid=str(uuid4()), text="Đèn ngõ 14", speaker="")
    said.refresh_from_db()
    assert (said.is_petition, said.text, said.speaker) == (False, "Đèn ngõ 14", "")


def test_speakers_wait_speak_and_leave(cast: Cast, meeting: Conference) -> None:
    browser = enter(cast, HEAD)
    for name in ("Ông Ba", "Bà Tư"):
        _post(browser, "ask_to_speak", meeting.pk, uuid=str(uuid4()), speaker=name)
    first, second = Turn.objects.order_by("pk")

    _post(browser, "begin_turn", meeting.pk, first.pk)
    assert "đang phát biểu: Ông Ba" in browser.get(_at("run", meeting.pk)).content.decode()
    _post(browser, "end_turn", meeting.pk, first.pk)
    _post(browser, "leave_queue", meeting.pk, second.pk)

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.ended_at
    assert second.left_at


def test_chair_and_secretary_are_chosen_by_a_vote(cast: Cast, meeting: Conference) -> None:
    browser = enter(cast, HEAD)
    assert "Biểu quyết chủ tọa" in browser.get(_at("run", meeting.pk)).content.decode()

    answer = browser.post(
        f"{_at('count_hands', meeting.pk)}?chon=chu-toa", _hands(people="Bùi Thị Mai, Trưởng ban công tác Mặt trận")
    )

    assert answer.status_code == 302
    assert HandCount.objects.get().chooses == "chair"
    assert Officer.objects.get(conference=meeting).full_name == "Bùi Thị Mai"
    page = browser.get(_at("run", meeting.pk)).content.decode()
    assert "Biểu quyết chủ tọa" not in page
    assert "Biểu quyết thư ký" in page


def test_numbers_that_do_not_add_up_are_sent_back_with_the_sum(cast: Cast, meeting: Conference) -> None:
    answer = enter(cast, HEAD).post(_at("count_hands", meeting.pk), _hands(in_favour="8"))

    assert answer.status_code == 422
    assert "= 9, khác số có mặt 10" in answer.content.decode()
    assert not HandCount.objects.exists()


def test_a_count_is_corrected(cast: Cast, meeting: Conference) -> None:
    browser = enter(cast, HEAD)
    browser.post(_at("count_hands", meeting.pk), _hands())
    count = HandCount.objects.get()
    browser.post(_at("correct_count", meeting.pk, count.pk), _hands(in_favour="7", against="3"))

    count.refresh_from_db()
    assert (count.in_favour, count.against) == (7, 3)


def test_targets_are_put_changed_dropped_and_voted_at_once(cast: Cast, meeting: Conference) -> None:
    browser = enter(cast, HEAD)
    for name in ("Hộ văn hóa", "Buổi tổng vệ sinh", "Cây xanh"):
        _post(browser, "put_target", meeting.pk, indicator=name, value="90")
    first, _, last = Target.objects.order_by("position")
    _post(browser, "change_target", meeting.pk, first.pk, indicator="Hộ văn hóa", value="92")
    _post(browser, "drop_target", meeting.pk, last.pk)
    browser.post(f"{_at('count_hands', meeting.pk)}?chon=tat-ca-chi-tieu", _hands())

    assert sorted(HandCount.objects.values_list("target__indicator", flat=True)) == ["Buổi tổng vệ sinh", "Hộ văn hóa"]
    changed = _post(browser, "change_target", meeting.pk, first.pk, indicator="Hộ văn hóa", value="50")
    assert changed.status_code == 409


def test_a_secret_vote_at_the_station_shows_no_result_before_it_is_counted(cast: Cast, meeting: Conference) -> None:
    browser = enter(cast, HEAD)
    _post(browser, "prepare_poll", meeting.pk, question="Tên nhà văn hóa", matter="ordinary", options="A\nB", most="1")
    poll = Poll.objects.get()
    _post(browser, "open_poll", meeting.pk, poll.pk)
    first, second = present(meeting, 2)

    ballot = _at("station_ballot", meeting.pk, poll.pk, first.pk)
    assert browser.post(ballot, {"poll": poll.pk, "choices": "1"})["Location"] == _at("station", meeting.pk, poll.pk)
    assert browser.post(ballot, {"poll": poll.pk, "choices": "0"}).status_code == 409
    station = browser.get(_at("station", meeting.pk, poll.pk)).content.decode()
    assert second.full_name in station
    assert first.full_name not in station
    page = browser.get(_at("run", meeting.pk)).content.decode()
    assert 'B: <b class="num">' not in page

    _post(browser, "close_poll", meeting.pk, poll.pk)
    assert 'B: <b class="num">1</b>' in browser.get(_at("run", meeting.pk)).content.decode()
    assert PollVoter.objects.count() == 1


def test_a_matter_the_law_reserves_has_no_electronic_vote(cast: Cast, meeting: Conference) -> None:
    answer = _post(
        enter(cast, HEAD), "prepare_poll", meeting.pk, question="Mức đóng góp", matter="contribution", options="A\nB",
        most="1",
    )  # fmt: skip

    assert answer.status_code == 422
    assert "chỉ giơ tay hoặc bỏ phiếu giấy" in answer.content.decode()


def test_a_vote_is_given_up_with_a_reason(cast: Cast, meeting: Conference) -> None:
    poll = poll_of(cast, meeting)
    _post(enter(cast, HEAD), "cancel_poll", meeting.pk, poll.pk, reason="Ghi sai câu hỏi")

    poll.refresh_from_db()
    assert poll.status == "cancelled"


def test_why_an_item_is_left_out_is_written_down(cast: Cast, meeting: Conference) -> None:
    entry = entries_of(meeting)[0]
    _post(enter(cast, HEAD), "explain_entry", meeting.pk, entry.pk, note="Đã bàn ở hội nghị trước")

    entry.refresh_from_db()
    assert entry.note == "Đã bàn ở hội nghị trước"


def test_who_reads_from_above_sees_counts_but_neither_names_nor_buttons(cast: Cast, meeting: Conference) -> None:
    opinion(cast, meeting, speaker="Bà Tư")
    page = enter(cast, "mrs_ha").get(_at("run", meeting.pk)).content.decode()

    assert "Bà Tư" not in page
    assert "Ghi ý kiến" not in page
    assert "Mục tiếp theo" not in page


def test_the_sheets_to_fill_by_hand_hold_the_items(cast: Cast, ready: Conference) -> None:
    page = enter(cast, HEAD).get(_at("blank", ready.pk)).content.decode()

    assert all(entry.title in page for entry in entries_of(ready))


def test_three_opinions_cost_as_many_queries_as_thirty(cast: Cast, meeting: Conference) -> None:
    browser = enter(cast, HEAD)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert browser.get(_at("run", meeting.pk)).status_code == 200
        return len(found)

    for number in range(3):
        opinion(cast, meeting, f"Ý kiến {number}", entry_id=entries_of(meeting)[0].pk)
    few = queries()
    for number in range(27):
        opinion(cast, meeting, f"Ý kiến thêm {number}", entry_id=entries_of(meeting)[1].pk)
    assert queries() == few
