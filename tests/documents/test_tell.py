"""Whoever was sent a paper is told when it is revoked or replaced."""

from danban.documents import actions
from danban.documents.models import Document
from danban.documents.states import DocumentStatus
from danban.notices.models import Notice
from danban.notices.states import Channel
from tests.cast import AT, Cast
from tests.documents.factories import issue_composed

MAILBOX = "bptr.mttqhn@example.vn"


def _sent(cast: Cast) -> Document:
    document = issue_composed(cast)
    document.signed_file = actions.keep_file(b"%PDF- da ky", name="ban ky.pdf", media_type="application/pdf", at=AT)
    document.save(update_fields=["signed_file"])
    actions.send_document(
        document.pk, unit_ids=[cast.places["00001.01"].unit_id], addresses=[MAILBOX], actor=cast.actors["phuc_xa"],
        at=AT,
    )  # fmt: skip
    return document


def test_recipients_of_a_revoked_paper_are_told_why_each_by_its_way(cast: Cast) -> None:
    document = _sent(cast)
    document.status, document.revoke_reason = DocumentStatus.REVOKED, "Ghi nhầm ngày họp."

    actions.tell_revoked(document, at=AT)
    actions.tell_revoked(document, at=AT)

    told = Notice.objects.filter(fact=f"document:{document.pk}:revoked")
    inbox = told.get(channel=Channel.INBOX)
    assert inbox.account == cast.people["head_of_group_1"]
    assert inbox.subject.startswith("Đã thu hồi: 01/KH-MTTQ-BTT")
    assert inbox.body == (
        "Văn bản số 01/KH-MTTQ-BTT ngày 10/02/2023 của Ủy ban MTTQ Việt Nam Phường Phúc Xá đã bị thu hồi."
        " Lý do: Ghi nhầm ngày họp."
    )
    assert told.get(address=MAILBOX).attachments == []


def test_recipients_of_a_replaced_paper_learn_which_one_holds_now(cast: Cast) -> None:
    old = _sent(cast)
    new = issue_composed(cast, replaces_id=old.pk)
    old.refresh_from_db()

    actions.tell_replaced(old, by=new, at=AT)

    body = Notice.objects.get(fact=f"document:{old.pk}:replaced", channel=Channel.INBOX).body
    assert "được thay thế bằng văn bản số 02/KH-MTTQ-BTT ngày 10/02/2023" in body
