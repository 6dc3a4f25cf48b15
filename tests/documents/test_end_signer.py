"""A signer's term ends on a day."""

from datetime import date

import pytest

from danban.documents import actions
from danban.documents.queries import signers_of
from danban.kit.refusals import BadInput, NotFound
from tests.cast import AT, TODAY, Cast
from tests.documents.factories import chair


def test_after_the_last_day_others_sign(cast: Cast) -> None:
    signer = chair(cast)

    actions.end_signer(signer.pk, ends_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)

    assert signers_of(signer.body_id, on=TODAY) == [signer]
    assert signers_of(signer.body_id, on=date(2023, 2, 11)) == []


def test_another_unit_ends_nothing(cast: Cast) -> None:
    signer = chair(cast)

    with pytest.raises(NotFound):
        actions.end_signer(signer.pk, ends_on=TODAY, actor=cast.actors["truc_bach"], at=AT)

    signer.refresh_from_db()
    assert signer.ends_on is None


def test_it_does_not_end_before_it_began(cast: Cast) -> None:
    signer = chair(cast)

    with pytest.raises(BadInput):
        actions.end_signer(signer.pk, ends_on=date(2021, 12, 31), actor=cast.actors["phuc_xa"], at=AT)


def test_a_signer_that_is_not_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        actions.end_signer(1, ends_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)
