"""A due day in words."""

from datetime import date

import pytest

from danban.web.ui.due import due_pill

TODAY = date(2023, 2, 10)
DUE = date(2023, 2, 13)


@pytest.mark.parametrize(
    ("due_on", "fulfilled_on", "starts_on", "kind", "text"),
    [
        (DUE, None, None, "soon", "Còn 3 ngày · đến hết 13/02"),
        (date(2023, 2, 17), None, None, "soon", "Còn 7 ngày · đến hết 17/02"),
        (date(2023, 2, 18), None, None, "info", "Còn 8 ngày · đến hết 18/02"),
        (date(2024, 1, 5), None, None, "info", "Còn 329 ngày · đến hết 05/01/2024"),
        (TODAY, None, None, "soon", "Hôm nay là ngày cuối"),
        (date(2023, 2, 9), None, None, "late", "Quá hạn 1 ngày"),
        (date(2023, 2, 5), None, None, "late", "Quá hạn 5 ngày"),
        (DUE, date(2023, 1, 12), None, "done", "Xong 12/01"),
        (date(2023, 2, 5), date(2023, 2, 5), None, "done", "Xong 05/02"),
        (date(2023, 2, 5), date(2023, 2, 7), None, "done", "Xong muộn 2 ngày"),
        (None, date(2022, 12, 19), None, "done", "Xong 19/12/2022"),
        (date(2023, 3, 10), None, date(2023, 3, 1), "quiet", "Chưa tới kỳ, từ 01/03"),
        (date(2023, 3, 10), None, TODAY, "info", "Còn 28 ngày · đến hết 10/03"),
        (None, None, None, "quiet", "Kế hoạch không nêu hạn"),
    ],
)
def test_a_due_day_reads_as_people_say_it(
    due_on: date | None, fulfilled_on: date | None, starts_on: date | None, kind: str, text: str
) -> None:
    pill = due_pill(due_on, fulfilled_on, TODAY, starts_on=starts_on)

    assert (pill.kind, pill.text) == (kind, text)
