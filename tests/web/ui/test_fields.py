"""Days as people type and paste them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from danban.web.ui.fields import DayField

_FORMATS = ["%d/%m/%Y", "%Y-%m-%d"]


@pytest.mark.parametrize("typed", ["5/3/2023", " 05 / 03 / 2023 ", "5/3/2023\u200b", "\u00a02023-03-05"])
def test_a_day_is_understood_with_blanks_inside(typed: str) -> None:
    assert DayField(input_formats=_FORMATS).clean(typed) == date(2023, 3, 5)


@pytest.mark.parametrize("typed", ["01/01/0001", "31/12/9999", "2101-01-01"])
def test_a_year_nobody_means_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="Hãy xem lại năm"):
        DayField(input_formats=_FORMATS).clean(typed)
