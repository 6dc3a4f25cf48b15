"""A plan as an official paper: composed from what was frozen, in the form the decree asks, replaced by the next."""

from datetime import date

import pytest

from danban.campaigns.models import Campaign
from danban.documents.queries import content_paper
from danban.documents.states import DocumentStatus
from danban.kit.refusals import NotFound, NotNow
from danban.papers.check.sandbox import inspect_bytes
from danban.papers.paper import Heading, Item, Profile, Table
from danban.papers.word import write_docx
from danban.plans import actions, queries
from danban.plans.actions import GivenDate, OwnItem
from danban.plans.models import Plan, PlanEdition
from danban.plans.rules.content import content_from
from danban.plans.rules.wording import in_order_of, subject_of
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import approved, issued, kind_id, officer


def _texts(edition: PlanEdition) -> str:
    paper = content_paper(edition.document)
    return "\n".join(block.text for block in paper.blocks if isinstance(block, Item))


def test_the_paper_says_what_the_frozen_content_says(cast: Cast, campaign: Campaign) -> None:
    minutes = kind_id(campaign, "village", "minutes")
    edition = issued(
        cast, campaign, "00001", GivenDate(minutes, None, date(2023, 2, 25)),
        items=(OwnItem("Treo cờ đầu ngõ"), OwnItem("Kiểm tra loa", doer="Ban công tác Mặt trận")),
        funding_amount=5_000_000, funding_source="ngân sách phường",
    )  # fmt: skip

    paper, content = content_paper(edition.document), content_from(edition.content)

    assert (paper.profile, paper.kind_name, paper.subject) == (
        Profile.JOINT, "Kế hoạch liên tịch", subject_of(content.title),
    )  # fmt: skip
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert len(table.rows) == len(content.dates) + len(content.bounds)
    assert any("đến hết ngày 25/02/2023" in row[2] for row in table.rows)
    assert "Treo cờ đầu ngõ." in _texts(edition)
    heads = [block.title for block in paper.blocks if isinstance(block, Heading)]
    assert "Nội dung bắt buộc theo kế hoạch của cấp trên" in heads
    assert "Ban công tác Mặt trận" in heads
    assert all(item.title.strip(" .;") in _texts(edition) for item in content.items)
    assert any(line.startswith("UBND, Ủy ban MTTQ Việt Nam quận Ba Đình") for line in paper.recipients)


def test_the_paper_is_based_on_the_plan_above_by_number_and_day(cast: Cast, campaign: Campaign) -> None:
    above = issued(cast, campaign, "001")
    edition = issued(cast, campaign, "00001")

    basis = content_paper(edition.document).basis

    assert any("16/12/2022" in line for line in basis)
    assert f"Kế hoạch số {above.symbol} ngày 10/02/2023" in basis[-1]


def test_its_own_docx_passes_the_checker_of_form(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")

    report = inspect_bytes(write_docx(content_paper(edition.document)), profile=Profile.JOINT)

    assert list(report.errors) == []


def test_a_later_edition_replaces_the_paper_and_one_sent_back_stays_issued_until_then(
    cast: Cast, campaign: Campaign
) -> None:
    first = issued(cast, campaign, "00001")
    actions.send_back_plan(first.plan_id, comment="Thiếu lịch", actor=cast.actors["ba_dinh"], at=AT)
    first.document.refresh_from_db()
    assert first.document.status == DocumentStatus.ISSUED

    actions.revise_plan(first.plan_id, actor=officer(cast, "00001"), at=AT)
    actions.submit_plan(first.plan_id, actor=officer(cast, "00001"), at=AT)
    actions.approve_plan(first.plan_id, actor=officer(cast, "00001", "committee"), at=AT)
    second = actions.issue_plan(first.plan_id, issued_on=TODAY, actor=officer(cast, "00001"), at=AT)

    first.document.refresh_from_db()
    assert first.document.status == DocumentStatus.REPLACED
    assert second.document.replaces_id == first.document_id


def test_receiving_a_plan_marks_its_delivery_read(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")
    head = cast.actors["head_of_group_1"]
    mine = edition.document.deliveries.get(unit_id=head.unit_id or 0)
    assert mine.read_at is None

    actions.receive_plan(campaign.pk, edition_id=edition.pk, actor=head, at=AT)

    mine.refresh_from_db()
    assert mine.read_at == AT


def test_the_preview_has_no_number_and_is_for_those_who_see_the_draft(cast: Cast, campaign: Campaign) -> None:
    plan = approved(cast, campaign, "00001")

    found = queries.preview_of_plan(cast.actors["phuc_xa"], plan.pk, at=AT)

    assert (found.paper.number, found.paper.issued_on) == (None, None)
    assert [one.name for one in found.paper.signatures] == ["Đỗ Văn Lâm", "Trịnh Thị Sen"]
    with pytest.raises(NotFound):
        queries.preview_of_plan(cast.actors["truc_bach"], plan.pk, at=AT)
    actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)
    with pytest.raises(NotNow, match="Kế hoạch đã ban hành"):
        queries.preview_of_plan(cast.actors["phuc_xa"], plan.pk, at=AT)
    assert Plan.objects.filter(pk=plan.pk, status="issued").exists()


def test_the_head_follows_the_pattern_of_the_number() -> None:
    names = {"committee": "UB", "front": "MT", "numbering": "MT"}

    assert in_order_of("{number:02d}/KHLT-UBND-UBMTTQ", **names) == ("UB", "MT")
    assert in_order_of("{number:02d}/KHLT-MTTQ-UBND", **names) == ("MT", "UB")
    assert in_order_of("{number:02d}/KHLT", **names) == ("MT", "UB")


def test_a_subject_does_not_repeat_the_name_of_the_kind() -> None:
    assert subject_of("Kế hoạch triển khai hội nghị") == "Triển khai hội nghị"
    assert subject_of("Kế hoạch liên tịch tổ chức hội nghị") == "Tổ chức hội nghị"
    assert subject_of("Tổ chức hội nghị") == "Tổ chức hội nghị"
