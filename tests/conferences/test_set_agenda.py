"""Order, presenters, minutes and local items change; what the plan wants stays."""

from dataclasses import replace

import pytest

from danban.campaigns.models import Campaign
from danban.conferences import actions, queries
from danban.conferences.models import Conference, Hall
from danban.conferences.rules import AgendaLine, programme_of
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.conferences.factories import ROOMS, announced, evening
from tests.conferences.factories_agenda import agreed, as_lines, drafted, make_template
from tests.conferences.owing import owe


@pytest.fixture
def one(cast: Cast, campaign: Campaign, one: Conference) -> Conference:
    """The conference of group 1, with a drafted agenda of five items."""
    make_template(cast, campaign)
    drafted(cast, one)
    return one


def _set(cast: Cast, one: Conference, lines: list[AgendaLine], who: str = "head_of_group_1", seen: str = "") -> None:
    actions.set_agenda(one.pk, lines=lines, seen=seen, actor=cast.actors[who], at=AT)


def test_items_are_moved_added_and_dropped_and_keep_their_notes(cast: Cast, one: Conference) -> None:
    lines = as_lines(one)
    second = lines[1].entry_id
    assert second
    actions.note_entry(one.pk, entry_id=second, note="Đạt 9/10", actor=cast.actors["phuc_xa"], at=AT)
    wanted = [AgendaLine(" Văn  nghệ ", "Chi hội phụ nữ", 10), lines[0], lines[2], replace(lines[1], minutes=30)]

    _set(cast, one, wanted)

    entries = queries.agenda_of(one.pk)
    assert [entry.title for entry in entries] == ["Văn nghệ", lines[0].title, lines[2].title, lines[1].title]
    assert (entries[3].pk, entries[3].minutes, entries[3].note) == (second, 30, "Đạt 9/10")
    assert [entry.position for entry in entries] == [0, 1, 2, 3]
    assert last_event() == ("agenda.set", "conference", one.pk)


def test_the_words_of_a_mandatory_content_are_the_plans(cast: Cast, one: Conference) -> None:
    lines = as_lines(one)

    _set(cast, one, [replace(line, title="Việc khác", presenter="Bà Mai") for line in lines])

    entries = queries.agenda_of(one.pk)
    assert [entry.title for entry in entries] == [*(line.title for line in lines[:3]), "Việc khác", "Việc khác"]
    assert {entry.presenter for entry in entries} == {"Bà Mai"}


def test_a_change_lets_the_assents_fall_and_the_duty_is_owed_again(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    kind = owe(cast, campaign, "agenda", "village")
    duty = kind.obligations.filter(placement=one.placement)
    agreed(cast, one)
    assert duty.get().fulfilled_on == TODAY

    with no_trace(*ROOMS):  # the same lines again change nothing
        _set(cast, one, as_lines(one))
    _set(cast, one, as_lines(one)[:-1])

    assert (duty.get().fulfilled_on, one.assents.count()) == (None, 0)


def test_a_dropped_content_and_a_bad_line_are_refused_by_name(cast: Cast, one: Conference) -> None:
    lines = as_lines(one)
    bad = [
        ([*lines[:2], *lines[3:]], "Công bố hộ đăng ký"),
        (lines[1:], "Nghị quyết năm trước"),
        ([*lines, AgendaLine("  ")], "Mục 6"),
        ([*lines, AgendaLine("Nghị quyết năm trước và kiến nghị còn mở")], "đã có sẵn"),
        ([replace(lines[0], minutes=0), *lines[1:]], "từ 1 đến 240"),
        ([replace(lines[0], presenter="x" * 201), *lines[1:]], "200 ký tự"),
        ([*lines, *[AgendaLine("Việc")] * 40], "nhiều nhất 40"),
    ]
    for wanted, words in bad:
        with no_trace(*ROOMS), pytest.raises(BadInput, match=words):
            _set(cast, one, wanted)


def test_two_who_change_it_at_once_do_not_lose_each_others_work(cast: Cast, one: Conference) -> None:
    seen, lines = programme_of(one, on=TODAY).mark, as_lines(one)
    _set(cast, one, lines[:-1], seen=seen)

    with no_trace(*ROOMS):
        with pytest.raises(NotNow, match="vừa có người sửa"):
            _set(cast, one, lines[:-2], "phuc_xa", seen=seen)
        with pytest.raises(NotNow, match="vừa có người sửa"):
            _set(cast, one, lines)  # names an entry that is gone


def test_others_none_and_announced_are_refused(cast: Cast, campaign: Campaign, one: Conference, hall: Hall) -> None:
    with no_trace(*ROOMS):
        for who, refusal in (("ba_dinh", NotYours), ("mrs_ha", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                _set(cast, one, as_lines(one)[:-1], who)
    announced(cast, one, evening(hall=hall))
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã chốt"):
        _set(cast, one, as_lines(one)[:-1])


def test_without_an_agenda_there_is_nothing_to_change(cast: Cast, other: Conference) -> None:
    with no_trace(*ROOMS), pytest.raises(NotNow, match="chưa có chương trình"):
        _set(cast, other, [], "phuc_xa")
