"""A document becomes a draft year; what cannot be read leaves nothing behind."""

import pytest

from danban.audit.models import Entry
from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft, DraftItem
from danban.campaigns.states import DraftPurpose, ItemKind, ItemState
from danban.documents.models import StoredFile
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.units.models import Tree
from tests.campaigns.finders import milestone
from tests.campaigns.readings import CHANGE, OTHER, PLAN, reading_of
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_a_text_file_becomes_a_draft_that_keeps_the_document(cast: Cast) -> None:
    draft = actions.read_plan(
        PLAN.encode(), file_name="ke-hoach.txt", tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT
    )

    assert (draft.year, draft.purpose) == (2023, DraftPurpose.NEW)
    assert draft.file is not None
    assert draft.file.name == "ke-hoach.txt"
    assert draft.reading["issued_on"] == "2022-12-16"
    assert last_event() == ("plan.read", "draft", draft.pk)


def test_lines_come_with_the_words_they_were_read_from(cast: Cast, draft: Draft) -> None:
    window = milestone(draft, "village-conference")

    words = draft.reading["text"][window.start : window.end]
    assert "02/01/2023" in words
    assert window.state == ItemState.READ
    assert draft.items.filter(kind=ItemKind.DUTY).exclude(state=ItemState.PROPOSED).count() == 0
    assert draft.items.get(kind=ItemKind.MAILBOX).values == {"email": "tiepnhan@example.vn"}


def test_a_file_that_cannot_be_read_is_refused_with_the_readers_sentence(cast: Cast) -> None:
    with no_trace(), pytest.raises(BadInput):
        actions.read_plan(
            b"\x00\x01\x02 khong phai ke hoach", file_name="anh.docx", tree_id=cast.tree.pk,
            actor=cast.actors["mrs_ha"], at=AT,
        )  # fmt: skip

    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("who", ["culture_department", "ba_dinh", "phuc_xa", "stranger"])
def test_only_who_keeps_the_year_may_bring_plans_in(cast: Cast, who: str) -> None:
    with no_trace(), pytest.raises(NotYours):
        actions.read_plan(PLAN.encode(), file_name="a.txt", tree_id=cast.tree.pk, actor=cast.actors[who], at=AT)


def test_another_tree_is_as_if_absent(cast: Cast) -> None:
    other = Tree.objects.create(scheme=cast.tree.scheme, name="Nơi khác", starts_on=AT.date())

    with no_trace():
        for tree_id in (other.pk, other.pk + 1):
            with pytest.raises(NotFound):
                actions.start_draft(reading_of(), tree_id=tree_id, actor=cast.actors["mrs_ha"], at=AT)


def test_a_plan_of_another_subject_gives_only_duties_of_its_own_deadlines(cast: Cast) -> None:
    draft = actions.start_draft(reading_of(OTHER), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)

    duties = draft.items.filter(kind=ItemKind.DUTY).order_by("position")
    assert [(item.level.code if item.level else None, item.values["from_milestone"]) for item in duties] == [
        ("district", "deadline-1"),
        ("commune", "deadline-2"),
    ]
    assert draft.year == 2024
    assert duties[1].values["starts_with_milestone"] is True


def test_a_document_that_changes_the_running_year_becomes_an_amendment_of_it(cast: Cast, campaign: Campaign) -> None:
    change = actions.start_draft(reading_of(CHANGE), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert (change.purpose, change.campaign, change.name) == (DraftPurpose.AMENDMENT, campaign, campaign.name)
    assert milestone(change, "village-conference").values["due_on"] == "2023-03-05"
    assert milestone(change, "report").state == ItemState.PROPOSED
    assert change.items.filter(kind=ItemKind.DUTY).count() == 9 + 11 + 8 + 5


def test_the_same_plan_read_again_drops_what_it_no_longer_says(cast: Cast, campaign: Campaign) -> None:
    shorter = PLAN.replace("- Thảo luận chương trình hành động năm 2023.\n", "")

    again = actions.start_draft(reading_of(shorter), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)

    dropped = DraftItem.objects.filter(draft=again, state=ItemState.DROPPED)
    assert again.purpose == DraftPurpose.AMENDMENT
    assert [item.values["title"] for item in dropped] == ["Thảo luận chương trình hành động năm 2023"]
    assert Entry.objects.filter(event="plan.read").count() == 2
