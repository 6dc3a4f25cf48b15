"""The papers of a village and a commune: right in form, every number in them from the records, opened by an office."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.campaigns.models import Campaign
from danban.documents.queries import content_paper
from danban.papers.check.sandbox import inspect_bytes
from danban.papers.word import write_docx
from danban.resolutions import actions
from danban.resolutions.models import Minutes, Resolution
from danban.resolutions.queries import facts_of
from danban.resolutions.rules import facts_from, to_plain
from danban.resolutions.rules.facts import CountLine, PollLine, with_unit
from danban.resolutions.rules.wording import count_words, poll_words, present_words
from tests.cast import AT, Cast
from tests.resolutions.factories import confirmed, full, two_heads

COUNTS = st.integers(0, 4_000)


@pytest.mark.parametrize("code", ["00001.01", "00001"])
def test_minutes_and_resolution_pass_the_check_of_form(cast: Cast, campaign: Campaign, code: str) -> None:
    heads = two_heads(cast) if "." in code else (cast.actors["phuc_xa"], cast.actors["phuc_xa_committee"])
    one = full(cast, campaign, code)
    confirmed(one, *heads, AT)
    actions.draft_resolution(one.pk, actor=heads[0], at=AT)
    actions.issue_resolution(one.pk, actor=heads[1], at=AT)

    for row in (Minutes.objects.get(conference=one), Resolution.objects.get(conference=one)):
        assert row.document
        paper = content_paper(row.document)
        assert not inspect_bytes(write_docx(paper), profile=paper.profile).errors


def test_facts_come_back_from_where_they_were_frozen(cast: Cast, campaign: Campaign) -> None:
    facts = facts_of(full(cast, campaign))

    assert facts_from(to_plain(facts)) == facts


@given(in_favour=COUNTS, against=COUNTS, other=COUNTS)
def test_every_number_of_a_count_stands_in_its_sentence(in_favour: int, against: int, other: int) -> None:
    count = CountLine(
        id=1, item_id=None, target_id=None, question="Chỉ tiêu", village="", chooses="", matter="ordinary",
        is_ballot=False, present=in_favour + against + other, in_favour=in_favour, against=against, other=other,
        gap_reason="", household_reps=None, rule_set="", outcome="passed", goes_to="",
    )  # fmt: skip

    words = count_words(count).replace(".", "")

    assert f"có mặt {count.present}, tán thành {in_favour}/{count.present}" in words
    assert f"không tán thành {against}, ý kiến khác {other}" in words
    assert "Kết quả: thông qua" in words
    asked = count_words(replace(count, outcome="consulted", matter="convention", household_reps=120))
    assert "chưa quyết định" in asked
    assert "Kết quả: thông qua" not in asked


@given(for_it=COUNTS, against=COUNTS, blank=COUNTS)
def test_every_number_of_a_secret_vote_stands_in_its_sentence(for_it: int, against: int, blank: int) -> None:
    voted = for_it + against + blank
    poll = PollLine(1, None, None, "Ngày", voted + 3, voted, (("Đồng ý", for_it), ("Không", against)), blank)

    words = poll_words(poll).replace(".", "")

    assert f"{voted}/{voted + 3} người có mặt bỏ phiếu; Đồng ý {for_it}/{voted}" in words


def test_presence_is_told_with_its_denominators(cast: Cast, campaign: Campaign) -> None:
    facts = facts_of(full(cast, campaign))

    told = present_words(facts)
    assert told == "40 người, 40/42 hộ gia đình có đại diện; vắng 2 trong 42 đại biểu được cử"
    assert with_unit(facts.targets[0].value, "%") == "95 %"
