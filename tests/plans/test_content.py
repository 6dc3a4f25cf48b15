"""What a plan says, stored as plain JSON and read back the same."""

import json
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from danban.plans.rules.content import (
    Above,
    AboveDate,
    Assent,
    Consultation,
    Content,
    DateLine,
    Funding,
    ItemLine,
    above_from,
    content_from,
    to_plain,
)
from danban.plans.states import LineSource

_DAY = st.none() | st.integers(0, 500).map(lambda ago: date(2022, 6, 1) + timedelta(days=ago))
_WORDS = st.text("Hội nghị thôn 123", max_size=12)
_LINE = {"kind_id": st.integers(1, 9), "code": _WORDS, "level": _WORDS, "level_name": _WORDS, "name": _WORDS}
_DATES = st.builds(DateLine, **_LINE, starts_on=_DAY, due_on=_DAY, is_required=st.booleans())
_ABOVE = st.builds(AboveDate, **_LINE, starts_on=_DAY, due_on=_DAY, is_left_out=st.booleans())
_ITEMS = st.builds(
    ItemLine, title=_WORDS, source=st.sampled_from(LineSource.values), origin=_WORDS, starts_on=_DAY, due_on=_DAY,
    doer=_WORDS, is_mandatory=st.booleans(), item_id=st.none() | st.integers(1, 9),
)  # fmt: skip
_CONTENTS = st.builds(
    Content, title=_WORDS, dates=st.lists(_DATES, max_size=3).map(tuple), items=st.lists(_ITEMS, max_size=3).map(tuple),
    consultation=st.builds(Consultation, body=_WORDS, on=_DAY, how=_WORDS),
    funding=st.builds(Funding, amount=st.none() | st.integers(0, 10**12), source=_WORDS, is_confirmed=st.booleans()),
    assents=st.lists(st.builds(Assent, st.integers(1, 9), _WORDS, st.integers(1, 9), _WORDS), max_size=2).map(tuple),
)  # fmt: skip


@given(content=_CONTENTS)
def test_an_edition_reads_back_as_it_was_frozen(content: Content) -> None:
    assert content_from(json.loads(json.dumps(to_plain(content)))) == content


@given(dates=st.lists(_ABOVE, max_size=3), items=st.lists(_ITEMS, max_size=3))
def test_what_stood_above_reads_back_as_it_was(dates: list[AboveDate], items: list[ItemLine]) -> None:
    above = Above(tuple(dates), tuple(items))

    assert above_from(json.loads(json.dumps(to_plain(above)))) == above


def test_nothing_stored_is_nothing_above() -> None:
    assert above_from({}) == Above()
    assert Above().date_of(1) is None
