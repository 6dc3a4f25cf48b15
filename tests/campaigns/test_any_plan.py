"""Whatever a reader found, a draft of it can be shown, and is launched or says why not."""

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from danban.campaigns import actions, queries
from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotNow
from danban.planreader.reading import (
    Citation,
    Contents,
    Deadline,
    Money,
    Reading,
    Section,
    TaskGiven,
)
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast

WORDS = st.sampled_from(
    ["", "Hội nghị", "ở thôn", "các xã", "UBND các cấp", "Thành phố", "kế hoạch", "báo cáo", "x" * 400, "Sở Y tế"]
)
SAID = st.lists(WORDS, max_size=4).map(" ".join)
DAYS = st.dates(date(2022, 1, 1), date(2025, 12, 31)) | st.just(date(1999, 1, 1)) | st.just(date(2400, 1, 1))
PATHS = st.sampled_from(["", "I", "I.1", "II.a", "II.đ", "II.d", "III." + "x" * 60])
SPAN = (0, 10)

DEADLINES = st.builds(
    Deadline, text=SAID, kind=st.sampled_from(["before", "on", "window", "recurring"]), start=st.none() | DAYS,
    end=st.none() | DAYS, inclusive=st.booleans(), relative=st.none() | SAID, rrule=st.none() | st.just("FREQ=WEEKLY"),
    actor=SAID, task=SAID, section=PATHS, span=st.just(SPAN),
)  # fmt: skip
MONEY = st.builds(
    Money, amount=st.sampled_from([0, 5_000_000, 10**20]), text=SAID, per=st.lists(SAID, max_size=2).map(tuple),
    payer=st.none() | SAID, section=PATHS, span=st.just(SPAN),
)  # fmt: skip
TASKS = st.builds(
    TaskGiven, section=PATHS, actors=st.lists(SAID, max_size=3).map(tuple), tasks=st.lists(SAID, max_size=2).map(tuple),
    span=st.just(SPAN),
)  # fmt: skip
SECTIONS = st.builds(Section, path=PATHS, label=st.just("I"), level=st.just(1), title=SAID, span=st.just(SPAN))
CONTENTS = st.builds(
    Contents, level=SAID, items=st.lists(SAID, max_size=2).map(tuple), section=PATHS, span=st.just(SPAN)
)
CITED = st.builds(
    Citation, number=st.none() | SAID, issued_on=st.none() | DAYS, name=SAID, span=st.just(SPAN)
)  # fmt: skip
READINGS = st.builds(
    Reading, text=st.just("Hội nghị đại biểu Nhân dân.\nĐánh giá quy tắc ứng xử."), doc_type=st.none() | SAID,
    number=st.none() | SAID, place=st.none() | SAID, title=st.none() | SAID, issuers=st.just(()),
    issued_on=st.none() | DAYS, cited=st.lists(CITED, max_size=2).map(tuple),
    sections=st.lists(SECTIONS, max_size=3).map(tuple), deadlines=st.lists(DEADLINES, max_size=4).map(tuple),
    money=st.lists(MONEY, max_size=2).map(tuple), assignments=st.lists(TASKS, max_size=3).map(tuple),
    contents=st.lists(CONTENTS, max_size=2).map(tuple), emails=st.sampled_from([(), ("a@b.vn",), ("a@b", "")]),
)  # fmt: skip
BARE: dict[str, Any] = {"doc_type": None, "number": None, "place": None, "issuers": (), "issued_on": None}


@pytest.mark.timeout(900)
@given(reading=READINGS)
@example(reading=Reading(text="", title=None, **BARE))
@example(reading=Reading(text="Hội nghị đại biểu Nhân dân", title="Hội nghị đại biểu Nhân dân", **BARE))
def test_any_reading_is_drafted_shown_and_launched_or_refused_with_a_sentence(cast: Cast, reading: Reading) -> None:
    ha = cast.actors["mrs_ha"]
    draft = actions.start_draft(reading, tree_id=cast.tree.pk, actor=ha, at=AT)
    draft.name = f"Năm {draft.pk}"
    draft.save()

    page = queries.draft_page(ha, draft.pk, at=AT)

    if page.draft.campaign is not None:
        return
    if page.summary.problems or not 2000 <= draft.year <= 2100:
        with no_trace():
            try:
                actions.launch_draft(draft.pk, actor=ha, at=AT)
            except (BadInput, NotNow):
                return
            raise AssertionError("a year with problems was launched")
    campaign: Campaign = actions.launch_draft(draft.pk, actor=ha, at=AT)
    assert queries.summary_of_campaign(campaign) == page.summary
