"""Which days count at a place: the plan's, narrowed by the units on the way down."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.campaigns.rules.local_dates import (
    ANY_DAYS,
    Days,
    bound_above,
    check_inside,
    explain_own,
    explain_resting,
    is_inside,
    is_left_out,
    standing_days,
)
from danban.kit.refusals import BadInput

JAN, FEB, MAR = date(2023, 1, 2), date(2023, 2, 28), date(2023, 3, 10)
WINDOW = Days(JAN, FEB)
_DAY = st.integers(0, 40).map(lambda ago: JAN + timedelta(days=ago))
_OWN = st.tuples(st.none() | _DAY, _DAY).filter(lambda two: two[0] is None or two[0] <= two[1]).map(lambda t: Days(*t))
_KIND = st.just(ANY_DAYS) | st.builds(Days, st.none(), _DAY) | _OWN
_CHAIN = st.lists(_OWN, max_size=3)


@pytest.mark.parametrize(
    ("own", "above", "fits"),
    [
        (Days(None, FEB), WINDOW, True),
        (Days(JAN, FEB), WINDOW, True),
        (Days(None, JAN), WINDOW, True),
        (Days(date(2023, 1, 1), FEB), WINDOW, False),
        (Days(None, date(2023, 1, 1)), WINDOW, False),
        (Days(None, MAR), WINDOW, False),
        (Days(JAN, MAR), Days(None, MAR), True),
        (Days(JAN, MAR), ANY_DAYS, True),
        (Days(JAN, None), ANY_DAYS, False),
    ],
)
def test_own_days_lie_inside_those_above_or_not(own: Days, above: Days, fits: bool) -> None:
    assert is_inside(own, above) == fits


def test_the_nearest_unit_decides_and_what_lies_outside_rests() -> None:
    district, commune = Days(None, date(2023, 2, 20)), Days(date(2023, 2, 1), date(2023, 2, 25))

    assert standing_days(WINDOW, [district], left_out=False).days == Days(JAN, date(2023, 2, 20))
    standing = standing_days(WINDOW, [district, commune], left_out=False)
    assert (standing.days, standing.counts) == (Days(JAN, date(2023, 2, 20)), (True, False))
    assert standing_days(WINDOW, [commune], left_out=False).days == commune


def test_a_proposal_binds_nobody_until_a_plan_sets_the_day() -> None:
    proposal, later, latest = Days(None, JAN), Days(None, FEB), Days(None, MAR)

    assert standing_days(proposal, [], left_out=True).days == proposal
    assert bound_above(proposal, [], left_out=True) == ANY_DAYS
    assert standing_days(proposal, [later], left_out=True).days == later
    assert bound_above(proposal, [later], left_out=True) == later
    assert standing_days(proposal, [later, latest], left_out=True).counts == (True, False)
    assert is_left_out(is_set_by_office=True, due_on=JAN)
    assert is_left_out(is_set_by_office=False, due_on=None)
    assert not is_left_out(is_set_by_office=False, due_on=JAN)


@given(kind=_KIND, chain=_CHAIN, left_out=st.booleans())
def test_going_down_days_only_grow_narrower(kind: Days, chain: list[Days], left_out: bool) -> None:
    left_out = left_out or kind.due_on is None
    bound = bound_above(kind, [], left_out=left_out)
    for length in range(1, len(chain) + 1):
        below = bound_above(kind, chain[:length], left_out=left_out)
        assert below == bound or is_inside(below, bound)
        bound = below


@given(kind=_KIND, chain=_CHAIN, own=_OWN, left_out=st.booleans())
def test_own_days_inside_the_bound_are_the_days_that_count_and_others_change_nothing(
    kind: Days, chain: list[Days], own: Days, left_out: bool
) -> None:
    left_out = left_out or kind.due_on is None
    bound = bound_above(kind, chain, left_out=left_out)
    before, after = (standing_days(kind, rows, left_out=left_out) for rows in (chain, [*chain, own]))

    if is_inside(own, bound):
        assert after.days == Days(own.starts_on or bound.starts_on, own.due_on)
    else:
        assert after.days == before.days
    assert after.counts[:-1] == before.counts
    assert after.counts[-1] == is_inside(own, bound)


@given(kind=_KIND, chain=_CHAIN, left_out=st.booleans())
def test_what_rests_may_be_taken_away_without_a_change(kind: Days, chain: list[Days], left_out: bool) -> None:
    left_out = left_out or kind.due_on is None
    standing = standing_days(kind, chain, left_out=left_out)
    counting = [own for own, counts in zip(chain, standing.counts, strict=True) if counts]

    assert standing_days(kind, counting, left_out=left_out).days == standing.days


def test_a_day_outside_is_refused_with_the_name_of_the_thing_and_both_windows() -> None:
    with pytest.raises(BadInput, match=r"“Hội nghị”: 10/03/2023 nằm ngoài .* \(02/01/2023–28/02/2023\)"):
        check_inside("Hội nghị", Days(None, MAR), WINDOW)
    with pytest.raises(BadInput, match="hãy nhập ngày cuối"):
        check_inside("Hội nghị", Days(FEB, JAN), WINDOW)
    with pytest.raises(BadInput, match="hãy nhập ngày cuối"):
        check_inside("Hội nghị", ANY_DAYS, WINDOW)
    check_inside("Hội nghị", Days(None, FEB), WINDOW)


def test_a_day_explains_itself_with_the_paper_and_the_calendar() -> None:
    assert explain_own(Days(None, date(2023, 2, 25)), paper="Kế hoạch số 01/KH ngày 01/01/2023", unit="X") == (
        "Kế hoạch số 01/KH ngày 01/01/2023 của X đặt ngày cuối 25/02/2023.",
        "Thứ Bảy 25/02/2023 là ngày nghỉ; việc làm trong ngày này vẫn kịp hạn.",
    )
    assert explain_own(Days(JAN, FEB), paper="Kế hoạch", unit="X") == ("Kế hoạch của X đặt đợt 02/01/2023–28/02/2023.",)
    assert explain_resting(Days(None, MAR), unit="X", above=WINDOW) == (
        "X từng đặt 10/03/2023, nay nằm ngoài thời gian cấp trên đã định (02/01/2023–28/02/2023) nên chưa áp dụng."
    )
    assert str(ANY_DAYS) == "chưa có hạn"
