"""Whatever is done in whatever order: states follow the table, numbers have no gap and never come twice."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.documents import actions
from danban.documents.models import Document, RegisterEntry
from danban.documents.queries import content_paper
from danban.documents.states import DocumentStatus
from danban.kit.refusals import Refused
from tests.cast import AT, TODAY, Cast, build_cast
from tests.documents.factories import Desk, desk_of, sheet_of

_WHICH = st.integers(0, 3)
_WHO = st.sampled_from(["drafter", "signer"])


class Papers(RuleBasedStateMachine):
    """A Front of two people and up to four papers at a time."""

    cast: Cast
    desk: Desk

    @initialize()
    def begin(self) -> None:
        self.cast = build_cast()
        self.desk = desk_of(self.cast)
        self.frozen: dict[int, dict[str, Any]] = {}

    def _try(self, verb: Any, which: int, who: str, **named: Any) -> None:
        papers = list(Document.objects.order_by("-pk")[:4])
        if which < len(papers):
            try:
                with transaction.atomic():
                    verb(papers[which].pk, actor=getattr(self.desk, who), at=AT, **named)
            except Refused:
                pass

    @rule(at=st.integers(0, 99))
    def draft(self, at: int) -> None:
        actions.draft_document(sheet_of(self.cast, subject=f"Việc {at}"), actor=self.desk.drafter, at=AT)

    @rule(which=_WHICH, who=_WHO)
    def submit(self, which: int, who: str) -> None:
        self._try(actions.submit_document, which, who)

    @rule(which=_WHICH, who=_WHO)
    def drop(self, which: int, who: str) -> None:
        self._try(actions.drop_document, which, who)

    @rule(which=_WHICH, who=_WHO)
    def send_back(self, which: int, who: str) -> None:
        self._try(actions.return_document, which, who, reason="Sửa lại")

    @rule(which=_WHICH, who=_WHO)
    def sign(self, which: int, who: str) -> None:
        papers = list(Document.objects.order_by("-pk")[:4])
        signature = papers[which].signatures.first() if which < len(papers) else None
        self._try(actions.sign_document, which, who, signature_id=signature.pk if signature else 0)

    @rule(which=_WHICH, who=_WHO)
    def issue(self, which: int, who: str) -> None:
        self._try(actions.issue_document, which, who, issued_on=TODAY)

    @rule(which=_WHICH, who=_WHO)
    def revoke(self, which: int, who: str) -> None:
        self._try(actions.revoke_document, which, who, reason="Nhầm")

    @rule(which=_WHICH, who=_WHO)
    def replace(self, which: int, who: str) -> None:
        self._try(actions.draft_replacement, which, who)

    @invariant()
    def numbers_run_without_gap_and_only_issued_papers_bear_one(self) -> None:
        numbers = sorted(RegisterEntry.objects.values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
        assert Document.objects.exclude(entry=None).count() == len(numbers)

    @invariant()
    def what_was_issued_stays_as_it_was(self) -> None:
        for document in Document.objects.exclude(issued_at=None).order_by("pk"):
            assert document.entry is not None
            assert content_paper(document).number == document.entry.number
            assert self.frozen.setdefault(document.pk, document.content) == document.content

    @invariant()
    def a_replaced_paper_has_an_issued_one_in_its_place(self) -> None:
        for document in Document.objects.filter(status=DocumentStatus.REPLACED).order_by("pk"):
            assert document.replacements.exclude(issued_at=None).count() == 1

    @invariant()
    def nobody_signed_own_words(self) -> None:
        for document in Document.objects.exclude(issued_at=None).order_by("pk"):
            signature = document.signatures.get()
            assert signature.appointment_id != document.drafted_by_id


@pytest.mark.django_db
def test_papers_keep_their_promises(db: None) -> None:
    class InOneTransaction(Papers):
        """Each run is rolled back."""

        def __init__(self) -> None:
            super().__init__()
            self.run = transaction.atomic()
            self.run.__enter__()

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.run.__exit__(None, None, None)

    run_state_machine_as_test(
        InOneTransaction, settings=settings(max_examples=12, stateful_step_count=25, deadline=None)
    )
