"""What differs, in sentences people read."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from danban.plans.rules.content import Above, AboveDate, Consultation, Content, DateLine, Funding, ItemLine
from danban.plans.rules.differences import difference_above, difference_between, misfits_of
from danban.plans.states import LineSource

JAN, FEB, MAR = date(2023, 1, 2), date(2023, 2, 28), date(2023, 3, 5)
WINDOW = AboveDate(1, "conference", "village", "Thôn", "Hội nghị thôn", JAN, FEB)
PROPOSAL = AboveDate(2, "minutes", "village", "Thôn", "Biên bản", None, FEB, is_left_out=True, is_required=True)
AGENDA = ItemLine("Bàn việc", LineSource.ABOVE.value, "agenda:1", doer="Thôn", is_mandatory=True)
OWN = ItemLine("Treo cờ", item_id=5)
PLAN = Content("Kế hoạch", (DateLine(1, "conference", "village", "Thôn", "Hội nghị thôn", JAN, FEB),), (AGENDA, OWN))


def _above(*lines: AboveDate | ItemLine) -> Above:
    return Above(
        tuple(line for line in lines if isinstance(line, AboveDate)),
        tuple(line for line in lines if isinstance(line, ItemLine)),
    )


@pytest.mark.parametrize(
    ("was", "stands", "sentence"),
    [
        (WINDOW, replace(WINDOW, due_on=MAR), "Hội nghị thôn: từ 02/01/2023–28/02/2023 thành 02/01/2023–05/03/2023."),
        (WINDOW, None, "Bỏ việc “Hội nghị thôn” (Thôn)."),
        (None, WINDOW, "Thêm việc “Hội nghị thôn” (Thôn): 02/01/2023–28/02/2023."),
        (PROPOSAL, replace(PROPOSAL, due_on=MAR), "Biên bản: từ 28/02/2023 thành 05/03/2023."),
        (PROPOSAL, replace(PROPOSAL, is_left_out=False), "Biên bản: cấp trên nay định là 28/02/2023."),
        (
            replace(PROPOSAL, is_left_out=False), PROPOSAL,
            "Biên bản: cấp trên không định thời gian nữa, đơn vị cần tự đặt.",
        ),
        (
            replace(PROPOSAL, is_left_out=False), replace(PROPOSAL, is_required=False),
            "Biên bản: cấp trên không định thời gian nữa.",
        ),
        (None, AGENDA, "Thêm nội dung bắt buộc “Bàn việc”."),
        (None, replace(AGENDA, is_mandatory=False), "Thêm nội dung “Bàn việc”."),
        (AGENDA, None, "Bỏ nội dung “Bàn việc”."),
        (AGENDA, replace(AGENDA, title="Bàn kỹ"), "Nội dung “Bàn việc” đổi thành “Bàn kỹ”."),
        (AGENDA, replace(AGENDA, doer=""), "Nội dung “Bàn việc”: nơi thực hiện từ Thôn thành chưa có."),
        (AGENDA, replace(AGENDA, is_mandatory=False), "Nội dung “Bàn việc”: nay không bắt buộc."),
        (
            replace(AGENDA, is_mandatory=False), replace(AGENDA, due_on=FEB),
            "Nội dung “Bàn việc”: thời gian từ chưa có hạn thành 28/02/2023; nay bắt buộc.",
        ),
    ],
)  # fmt: skip
def test_a_change_above_says_what_was_and_what_is(was: Any, stands: Any, sentence: str) -> None:
    changes = difference_above(_above(*filter(None, [was])), _above(*filter(None, [stands])))

    assert [change.sentence for change in changes] == [sentence]


def test_what_the_unit_owes_itself_is_told_once_and_the_same_above_is_no_change() -> None:
    duty = ItemLine("Biên bản", LineSource.ABOVE.value, "duty:2", is_mandatory=True)

    assert len(difference_above(_above(), _above(PROPOSAL, duty))) == 1
    assert difference_above(_above(WINDOW, AGENDA), _above(WINDOW, AGENDA)) == ()


def test_a_later_edition_says_what_it_says_otherwise() -> None:
    later = Content(
        "Kế hoạch mới", (), (AGENDA, replace(OWN, title="Treo cờ và băng rôn"), ItemLine("Họp", item_id=6)),
        Consultation("Đảng ủy", FEB, "Họp"), Funding(5_000_000, "Ngân sách", is_confirmed=True),
    )  # fmt: skip

    assert [change.sentence for change in difference_between(PLAN, later)] == [
        "Tên kế hoạch: từ Kế hoạch thành Kế hoạch mới.",
        "Cấp ủy cho ý kiến: từ chưa có thành Đảng ủy.",
        "Ngày cấp ủy cho ý kiến: từ chưa có thành 28/02/2023.",
        "Hình thức cho ý kiến: từ chưa có thành Họp.",
        "Kinh phí: từ chưa có thành 5.000.000 đ.",
        "Nguồn kinh phí: từ chưa có thành Ngân sách.",
        "Bảo đảm kinh phí: từ chưa có thành đã xác nhận.",
        "Bỏ việc “Hội nghị thôn” (Thôn).",
        "Nội dung “Treo cờ” đổi thành “Treo cờ và băng rôn”.",
        "Thêm nội dung “Họp”.",
    ]
    assert difference_between(PLAN, PLAN) == ()
    moved = replace(PLAN, dates=(replace(PLAN.dates[0], due_on=MAR),), items=(ItemLine("Không số"),))
    assert [type(change).__name__ for change in difference_between(moved, PLAN)] == [
        "DateChange", "ItemChange", "ItemChange", "ItemChange",
    ]  # fmt: skip


def test_own_days_outside_those_above_are_misfits() -> None:
    inside = DateLine(1, "conference", "village", "Thôn", "Hội nghị thôn", None, FEB)
    outside, gone = replace(inside, due_on=MAR), replace(inside, kind_id=9)
    unset, free = replace(inside, due_on=None), DateLine(2, "minutes", "village", "Thôn", "Biên bản", None, MAR)

    (misfit,) = misfits_of([inside, outside, gone, unset, free], _above(WINDOW, PROPOSAL))

    assert misfit.sentence == (
        "“Hội nghị thôn”: đơn vị đặt 05/03/2023, nay nằm ngoài thời gian cấp trên định (02/01/2023–28/02/2023)."
    )
