"""The daily job of the diary."""

import pytest
from django.db import IntegrityError

from danban.audit import actions, queries
from danban.audit.models import Entry
from danban.jobs import seal_diary
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow
from tests.cast import AT


def test_the_job_seals_checks_and_notes_the_check(db: None) -> None:
    actions.record(actor=Actor(), event="people.loaded", subject="account", subject_id=None, at=AT)

    sealed, verdict = seal_diary.run(at=AT)
    again, _ = seal_diary.run(at=AT)

    assert (sealed, verdict.holds, verdict.checked) == (1, True, 1)
    assert again == 1
    assert [entry.event for entry in Entry.objects.order_by("pk")] == [
        "people.loaded", "diary.verified", "diary.verified"
    ]  # fmt: skip
    last = queries.last_verified()
    assert last is not None
    assert (last.role, last.user_id) == ("machine", None)


def test_two_sealings_at_once_end_in_a_sentence(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def collide(**_: object) -> int:
        raise IntegrityError

    monkeypatch.setattr(seal_diary, "seal_diary", collide)

    with pytest.raises(NotNow, match="chạy lại"):
        seal_diary.run(at=AT)
