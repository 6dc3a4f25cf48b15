"""Issued papers brought in by the hundred, for a demonstration or a year kept on paper."""

import pytest

from danban.audit.models import Entry
from danban.documents import actions
from danban.documents.models import Document
from danban.documents.queries import content_paper
from danban.documents.states import DocumentStatus
from danban.kit.actor import Actor, machine
from danban.kit.refusals import NotYours
from tests.cast import AT, TODAY, Cast
from tests.documents.factories import composed

MACHINE = machine("test")


def _load(cast: Cast, *, count: int, actor: Actor = MACHINE) -> list[Document]:
    front = cast.bodies["00001", "front_committee"].pk
    pattern = "{number:02d}/KH-MTTQ-BTT"
    numbers = [actions.NumberRow(front, "plan", pattern, f"Kế hoạch {at}", TODAY) for at in range(count)]
    signature = actions.PaperSignature(front, ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "Trịnh Văn Sơn")
    rows = [
        actions.DocumentRow(
            paper=composed(), body_id=front, kind="plan", origin="plans", on=TODAY, issued_at=AT, entry=entry,
            series="plan", pattern=pattern, signatures=(signature,), is_public=True,
        )
        for entry in actions.load_numbers(numbers, actor=MACHINE, at=AT)
    ]  # fmt: skip
    return actions.load_documents(rows, actor=actor, at=AT)


def test_every_paper_stands_issued_with_its_number_code_and_signature(cast: Cast) -> None:
    documents = _load(cast, count=3)

    papers = [content_paper(document) for document in Document.objects.order_by("pk")]
    assert [paper.number for paper in papers] == [1, 2, 3]
    assert {document.status for document in documents} == {DocumentStatus.ISSUED}
    assert len({paper.check_code.code for paper in papers if paper.check_code}) == 3
    assert all(document.signatures.get().name == "Trịnh Văn Sơn" for document in documents)
    assert Entry.objects.get(event="documents.loaded").changes == {"documents": 3}


def test_nobody_but_a_machine_brings_papers_in(cast: Cast) -> None:
    with pytest.raises(NotYours):
        _load(cast, count=1, actor=cast.actors["phuc_xa"])

    assert not Document.objects.exists()
