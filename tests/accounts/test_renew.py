"""New recovery codes instead of the old ones."""

import pytest

from danban.accounts import actions, queries
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.accounts.authenticator import app_code, with_second_factor
from tests.cast import AT, Cast


def test_new_codes_replace_the_old_ones(cast: Cast) -> None:
    account, actor = cast.people["phuc_xa"], cast.actors["phuc_xa"]
    old = with_second_factor(account)

    actions.renew_recovery_codes(account.pk, code=app_code(steps=1), actor=actor, at=AT)

    new = queries.recovery_codes_of(account.pk)
    assert len(new) == 10
    assert not set(old) & set(new)
    with pytest.raises(BadInput):
        actions.prove_second_factor(account.pk, code=old[0], actor=actor, at=AT)
    assert Entry.objects.order_by("-pk")[0].event == "recovery_codes.renewed"


def test_without_proof_without_a_second_factor_or_for_somebody_else_nothing_changes(cast: Cast) -> None:
    account, actor = cast.people["phuc_xa"], cast.actors["phuc_xa"]
    with pytest.raises(NotNow):
        actions.renew_recovery_codes(account.pk, code="123456", actor=actor, at=AT)
    old = with_second_factor(account)

    with pytest.raises(BadInput):
        actions.renew_recovery_codes(account.pk, code="123456", actor=actor, at=AT)
    with pytest.raises(NotYours):
        actions.renew_recovery_codes(account.pk, code=old[0], actor=cast.actors["mrs_ha"], at=AT)

    assert queries.recovery_codes_of(account.pk) == old
    assert Entry.objects.count() == 1
