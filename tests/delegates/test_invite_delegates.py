"""People are invited once the day is announced and the structure agreed; a new paper kills the old one."""

import pytest

from danban.campaigns.models import Obligation
from danban.conferences.models import Conference
from danban.delegates import actions, queries
from danban.kit.refusals import BadInput, NotNow
from danban.kit.tokens import hash_of
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.delegates.factories import HEAD, ROOMS, invited, named


def test_everybody_not_invited_gets_a_secret_of_their_own(cast: Cast, ready: Conference) -> None:
    for name in ("Nguyễn Thị Hạnh", "Trần Văn Hai"):
        named(cast, ready, name)

    made = actions.invite_delegates(ready.pk, actor=cast.actors[HEAD], at=AT)

    assert len({one.token for one in made}) == 2
    assert {one.delegate.token_hash for one in made} == {hash_of(one.token) for one in made}
    assert last_event()[0] == "delegate.invited"
    with no_trace(*ROOMS), pytest.raises(BadInput, match="Không có ai để mời"):
        actions.invite_delegates(ready.pk, actor=cast.actors[HEAD], at=AT)


def test_a_new_paper_kills_the_old_one(cast: Cast, ready: Conference) -> None:
    first = invited(cast, ready)
    second = actions.invite_delegates(
        ready.pk, delegate_ids=[first.delegate.pk], actor=cast.actors[HEAD], at=AT
    )[0]  # fmt: skip

    assert queries.delegate_by_token(first.token) is None
    assert queries.delegate_by_token(second.token) == first.delegate


def test_before_both_heads_agreed_nobody_is_invited(cast: Cast, one: Conference) -> None:
    named(cast, one)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="chưa được hai bên thống nhất"):
        actions.invite_delegates(one.pk, actor=cast.actors[HEAD], at=AT)


def test_before_the_day_is_announced_nobody_is_invited(cast: Cast, ready: Conference) -> None:
    named(cast, ready)
    Conference.objects.filter(pk=ready.pk).update(status="scheduled")
    with no_trace(*ROOMS), pytest.raises(NotNow, match="chưa được thông báo"):
        actions.invite_delegates(ready.pk, actor=cast.actors[HEAD], at=AT)


def test_a_village_owes_no_convening_so_nothing_is_fulfilled(cast: Cast, ready: Conference) -> None:
    invited(cast, ready)
    assert not Obligation.objects.filter(kind__code="delegates", fulfilled_on__isnull=False).exists()
