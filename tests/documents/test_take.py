"""Official numbers: the next one, gapless, in the order of their days, new each year."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from danban.audit.models import Entry
from danban.documents.models import Counter, RegisterEntry
from danban.kit import clock
from danban.kit.refusals import BadInput, NotFound, NotYours, Refused
from danban.units.models import Body
from tests.cast import TODAY, Cast
from tests.documents.factories import take


def _trace() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in (Counter, RegisterEntry, Entry)]


def test_the_first_number_is_one_and_the_next_two(cast: Cast) -> None:
    first = take(cast, on=TODAY - timedelta(days=1))
    second = take(cast, subject="  Kế hoạch   bổ sung ")

    assert (first.number, first.symbol, first.issued_on) == (1, "01/KHLT-UBND-UBMTTQ", TODAY - timedelta(days=1))
    assert (second.number, second.symbol, second.subject) == (2, "02/KHLT-UBND-UBMTTQ", "Kế hoạch bổ sung")
    assert second.appointment_id == cast.actors["phuc_xa"].appointment_id
    assert Counter.objects.get().last == 2
    entry = Entry.objects.order_by("-pk")[0]
    assert (entry.event, entry.subject_id) == ("number.taken", second.pk)


def test_each_body_counts_by_itself_and_each_year_begins_again(cast: Cast) -> None:
    january = clock.moment(date(2024, 1, 1), 8)
    take(cast, on=date(2022, 12, 31))
    take(cast)

    other = take(cast, "00001", body_id=cast.bodies["00001", "peoples_committee"].pk)
    next_year = take(cast, on=date(2024, 1, 1), at=january, pattern="{number}/{year}/KH-MTTQ-BTT")

    assert (other.number, next_year.number) == (1, 1)
    assert next_year.symbol == "1/2024/KH-MTTQ-BTT"
    assert sorted(Counter.objects.values_list("year", "last")) == [(2022, 1), (2023, 1), (2023, 1), (2024, 1)]


def test_a_deed_that_fails_after_it_gives_its_number_back(cast: Cast) -> None:
    take(cast)
    with pytest.raises(NotFound):
        _paper(cast, "front_committee", 0, fails=True)

    assert take(cast).number == 2


def test_days_never_run_backwards(cast: Cast) -> None:
    take(cast, on=TODAY - timedelta(days=2))
    before = _trace()

    with pytest.raises(BadInput, match=r"Số gần nhất trong sổ là 01/KHLT-UBND-UBMTTQ, ngày 08/02/2023") as refusal:
        take(cast, on=TODAY - timedelta(days=3))

    assert list(refusal.value.problems) == ["on"]
    assert _trace() == before
    assert take(cast, on=TODAY - timedelta(days=2)).number == 2


def test_a_day_ahead_a_body_that_is_gone_and_an_unknown_series_are_refused(cast: Cast) -> None:
    body = cast.bodies["00001", "front_committee"]
    Body.objects.filter(pk=body.pk).update(ends_on=TODAY - timedelta(days=1))
    before = _trace()

    with pytest.raises(BadInput, match="còn ở phía trước"):
        take(cast, on=TODAY + timedelta(days=1))
    with pytest.raises(BadInput, match="không hoạt động"):
        take(cast)
    with pytest.raises(BadInput, match="Không có sổ số này"):
        take(cast, series="secret")
    with pytest.raises(NotFound):
        take(cast, body_id=0)

    assert _trace() == before


@pytest.mark.parametrize("who", ["truc_bach", "ba_dinh", "mrs_ha", "stranger"])
def test_only_the_own_unit_takes_its_numbers(cast: Cast, who: str) -> None:
    before = _trace()

    with pytest.raises(NotYours):
        take(cast, actor=cast.actors[who])

    assert _trace() == before


@pytest.mark.parametrize(
    "pattern",
    [
        "KH-MTTQ", "{number}/{name}", "{number.__class__}/KH", "{number!r}/KH", "{number:9999d}/KH", "{}/KH", "{number",
        "  {number}/KH", "{number}/" + "X" * 60, "{number:02d}/{year:>50}",
    ],
)  # fmt: skip
def test_a_pattern_writes_a_number_and_nothing_else(cast: Cast, pattern: str) -> None:
    before = _trace()

    with pytest.raises(BadInput) as refusal:
        take(cast, pattern=pattern)

    assert list(refusal.value.problems) == ["pattern"]
    assert _trace() == before


_SERIES = st.tuples(st.sampled_from(["peoples_committee", "front_committee"]), st.integers(0, 800), st.booleans())


@given(papers=st.lists(_SERIES, max_size=30))
def test_numbers_have_no_gaps_and_no_repeats_whatever_is_asked_or_fails(
    cast: Cast, papers: list[tuple[str, int, bool]]
) -> None:
    RegisterEntry.objects.all().delete()
    Counter.objects.all().delete()
    for kind, days_ago, fails in papers:
        with suppress(Refused):
            _paper(cast, kind, days_ago, fails=fails)

    for counter in Counter.objects.order_by("pk"):
        entries = list(counter.entries.order_by("number"))
        assert [entry.number for entry in entries] == list(range(1, counter.last + 1))
        assert [entry.issued_on for entry in entries] == sorted(entry.issued_on for entry in entries)
        assert {entry.issued_on.year for entry in entries} <= {counter.year}


def _paper(cast: Cast, kind: str, ago: int, *, fails: bool) -> None:
    with transaction.atomic():
        take(cast, body_id=cast.bodies["00001", kind].pk, on=TODAY - timedelta(days=ago))
        if fails:
            raise NotFound
