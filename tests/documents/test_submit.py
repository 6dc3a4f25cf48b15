"""Hand a draft on to be checked and signed."""

from typing import Any

import pytest

from danban.documents import actions
from danban.documents.models import Document
from danban.documents.states import DocumentStatus
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.cast import AT, Cast
from tests.documents.factories import chair, desk_of, sheet_of, submitted


def test_who_signs_is_written_down_as_it_will_be_printed(cast: Cast) -> None:
    document = submitted(cast, desk_of(cast))

    signature = document.signatures.get()
    assert document.status == DocumentStatus.CHECKING
    assert (signature.lines, signature.name) == (["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"], "Trịnh Văn Sơn")
    assert signature.signed_at is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"text": " "}, "text"),
        ({"addressed_to": ()}, "addressed_to"),
        ({"recipients": ()}, "recipients"),
        ({"signer_ids": ()}, "signers"),
    ],
)
def test_what_lacks_is_said_at_its_field(cast: Cast, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as refusal:
        submitted(cast, desk_of(cast), **changed)

    assert field in refusal.value.problems
    assert Document.objects.get().status == DocumentStatus.DRAFTING


def test_the_drafter_is_not_the_one_who_signs(cast: Cast) -> None:
    desk = desk_of(cast)
    own = chair(cast, full_name="Hoàng Thị Lan", account_id=desk.drafter.user_id)

    with pytest.raises(BadInput, match="Người soạn"):
        submitted(cast, desk, signer_ids=(own.pk,))


def test_a_colleague_does_not_submit_it(cast: Cast) -> None:
    desk = desk_of(cast)
    document = actions.draft_document(sheet_of(cast), actor=desk.drafter, at=AT)

    with pytest.raises(NotYours):
        actions.submit_document(document.pk, actor=desk.signer, at=AT)


def test_it_is_submitted_once(cast: Cast) -> None:
    desk = desk_of(cast)
    document = submitted(cast, desk)

    with pytest.raises(NotNow):
        actions.submit_document(document.pk, actor=desk.drafter, at=AT)

    assert document.signatures.count() == 1
