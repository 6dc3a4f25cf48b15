"""Draft a paper of the own unit; draft what replaces an issued one."""

from typing import Any

import pytest

from danban.documents import actions
from danban.documents.models import Document
from danban.documents.queries import content_paper, preview_paper
from danban.documents.rules import sheet_from_plain
from danban.documents.states import DocumentStatus
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.papers.paper import Profile
from tests.cast import AT, TODAY, Cast
from tests.documents.factories import desk_of, issue_composed, issued, sheet_of


def test_what_was_typed_is_kept_and_shown_as_it_would_look(cast: Cast) -> None:
    sheet = sheet_of(cast)

    document = actions.draft_document(sheet, actor=cast.actors["phuc_xa"], at=AT)

    document.refresh_from_db()
    paper = preview_paper(document, on=TODAY)
    assert sheet_from_plain(document.sheet) == sheet
    assert (document.status, document.entry) == (DocumentStatus.DRAFTING, None)
    assert (paper.number, paper.symbol, paper.issued_on, paper.check_code) == (None, "MTTQ-BTT", None, None)
    assert paper.signatures[0].lines == ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")
    assert len(paper.blocks) == 3


def test_a_second_click_begins_no_second_draft(cast: Cast) -> None:
    sheet = sheet_of(cast)

    drafts = {actions.draft_document(sheet, actor=cast.actors["phuc_xa"], at=AT).pk for _ in range(2)}

    assert len(drafts) == 1


def test_a_draft_may_still_lack_words(cast: Cast) -> None:
    sheet = sheet_of(cast, text="", recipients=(), addressed_to=(), signer_ids=())

    assert actions.draft_document(sheet, actor=cast.actors["phuc_xa"], at=AT).pk


@pytest.mark.parametrize("who", ["truc_bach", "head_of_group_1", "culture_department"])
def test_others_do_not_draft_for_phuc_xa(cast: Cast, who: str) -> None:
    with pytest.raises(NotYours):
        actions.draft_document(sheet_of(cast), actor=cast.actors[who], at=AT)

    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"subject": "  "}, "subject"),
        ({"subject": "x" * 301}, "subject"),
        ({"kind": "plan"}, "kind"),
        ({"series": "plan"}, "series"),
        ({"symbol_pattern": "MTTQ-BTT"}, "pattern"),
        ({"text": "x" * 200_001}, "text"),
        ({"recipients": ("x" * 501,)}, "recipients"),
        ({"signer_ids": (987654,)}, "signers"),
        ({"profile": Profile.STATE}, "body"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(cast: Cast, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as refusal:
        actions.draft_document(sheet_of(cast, **changed), actor=cast.actors["phuc_xa"], at=AT)

    assert field in refusal.value.problems
    assert not Document.objects.exists()


def test_a_replacement_begins_with_the_words_of_the_old_and_takes_its_place(cast: Cast) -> None:
    desk = desk_of(cast)
    old = issued(cast, desk)

    draft = actions.draft_replacement(old.pk, actor=desk.drafter, at=AT)

    assert (draft.subject, draft.status, draft.replaces_id) == (old.subject, DocumentStatus.DRAFTING, old.pk)
    actions.edit_document(draft.pk, sheet=sheet_of(cast, text="Nội dung mới."), actor=desk.drafter, at=AT)
    actions.submit_document(draft.pk, actor=desk.drafter, at=AT)
    actions.sign_document(draft.pk, signature_id=draft.signatures.get().pk, actor=desk.signer, at=AT)
    new = actions.issue_document(draft.pk, issued_on=TODAY, actor=desk.drafter, at=AT)
    old.refresh_from_db()
    assert (old.status, new.status) == (DocumentStatus.REPLACED, DocumentStatus.ISSUED)
    assert content_paper(new).number == 2


def test_one_replacement_at_a_time_and_a_dropped_one_makes_room(cast: Cast) -> None:
    desk = desk_of(cast)
    old = issued(cast, desk)
    draft = actions.draft_replacement(old.pk, actor=desk.drafter, at=AT)

    with pytest.raises(NotNow):
        actions.draft_replacement(old.pk, actor=desk.drafter, at=AT)

    actions.drop_document(draft.pk, actor=desk.drafter, at=AT)
    assert actions.draft_replacement(old.pk, actor=desk.drafter, at=AT).pk != draft.pk


def test_a_paper_of_another_room_is_replaced_there(cast: Cast) -> None:
    document = issue_composed(cast)

    with pytest.raises(NotNow, match="Kế hoạch"):
        actions.draft_replacement(document.pk, actor=cast.actors["phuc_xa"], at=AT)
