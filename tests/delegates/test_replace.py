"""Somebody else comes by the same link; a household never has two living delegates, whatever is done in what order."""

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.conferences.models import Conference
from danban.delegates import actions, queries
from danban.delegates.models import Delegate, Household
from danban.delegates.rules import DelegateSheet, living
from danban.kit.refusals import BadInput, Refused
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.delegates.factories import HEAD, ROOMS, invited
from tests.delegates.factories_presence import household


def test_the_link_belongs_to_whoever_comes(cast: Cast, ready: Conference) -> None:
    home = household(ready.placement, 7)
    made = invited(cast, ready, household_id=home.pk)

    other = actions.replace_invitation(made.token, full_name="Trần Văn Hai", phone="0912345678", at=AT)

    made.delegate.refresh_from_db()
    assert (made.delegate.reply, made.delegate.replaced_by_id, made.delegate.token_hash) == ("replaced", other.pk, "")
    assert (other.household_id, other.group, other.reply) == (home.pk, "household", "accepted")
    assert queries.delegate_by_token(made.token) == other


def test_without_a_name_nothing_happens(cast: Cast, ready: Conference) -> None:
    made = invited(cast, ready)
    with no_trace(*ROOMS), pytest.raises(BadInput):
        actions.replace_invitation(made.token, full_name=" ", at=AT)


class Replies(RuleBasedStateMachine):
    """Three households; named, invited, replied, replaced, dropped in any order."""

    cast: ClassVar[Cast]
    one: ClassVar[Conference]
    homes: ClassVar[list[Household]]

    @initialize()
    def begin(self) -> None:
        """An empty list."""
        Delegate.objects.filter(conference=self.one).update(
            dropped_at=AT, replaced_by=None, reply="none", replied_at=None
        )
        Delegate.objects.filter(conference=self.one).delete()
        self.tokens: list[str] = []

    @rule(which=st.integers(0, 2))
    def name(self, which: int) -> None:
        """Name somebody of a household."""
        sheet = DelegateSheet(f"Người {which}", household_id=self.homes[which].pk)
        self._try(lambda: actions.name_delegate(self.one.pk, sheet=sheet, actor=self.cast.actors[HEAD], at=AT))

    @rule()
    def invite(self) -> None:
        """Invite whoever is not."""
        made = self._try(lambda: actions.invite_delegates(self.one.pk, actor=self.cast.actors[HEAD], at=AT))
        self.tokens += [one.token for one in made or []]

    @rule(which=st.integers(0, 5), verb=st.sampled_from(["accept", "decline", "replace"]))
    def reply(self, which: int, verb: str) -> None:
        """Somebody replies by a link."""
        if not self.tokens:
            return
        token = self.tokens[which % len(self.tokens)]
        deeds = {
            "accept": lambda: actions.accept_invitation(token, at=AT),
            "decline": lambda: actions.decline_invitation(token, at=AT),
            "replace": lambda: actions.replace_invitation(token, full_name="Người thay", at=AT),
        }
        self._try(deeds[verb])

    @rule(which=st.integers(0, 8))
    def drop(self, which: int) -> None:
        """Somebody is taken off."""
        found = list(Delegate.objects.filter(conference=self.one).order_by("pk"))
        if found:
            one = found[which % len(found)]
            self._try(lambda: actions.drop_delegate(one.pk, actor=self.cast.actors[HEAD], at=AT))

    def _try(self, deed: Callable[[], Any]) -> Any:
        try:
            return deed()
        except Refused:
            return None

    @invariant()
    def one_living_delegate_a_household(self) -> None:
        """Whatever happened."""
        if not hasattr(self, "tokens"):
            return
        found = living(list(Delegate.objects.filter(conference=self.one)))
        homes = [one.household_id for one in found if one.household_id]
        assert len(homes) == len(set(homes))
        assert all(one.replaced_by_id for one in Delegate.objects.filter(reply="replaced"))


def test_any_order_of_naming_and_replying(cast: Cast, ready: Conference) -> None:
    homes = [household(ready.placement, number) for number in range(3)]
    Replies.cast, Replies.one, Replies.homes = cast, ready, homes
    run_state_machine_as_test(Replies, settings=settings(max_examples=12, stateful_step_count=20, deadline=None))
