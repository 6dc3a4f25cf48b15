"""Who may do what with drafts and campaigns: a table of person, thing and answer."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from danban.campaigns import actions, rules
from danban.campaigns.models import Campaign, Draft
from danban.kit.actor import Actor, machine
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours, Refused
from danban.units.models import Tree
from tests.campaigns.readings import reading_of
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast


def _from_next_door(actor: Actor) -> Actor:
    """The same permissions held by a city of another tree."""
    return replace(actor, unit_id=0, paths=MappingProxyType({}))


def _from_below(cast: Cast, actor: Actor) -> Actor:
    """The same permissions held by mistake in a district that took the draft over."""
    return replace(actor, paths=MappingProxyType({cast.tree.pk: "0000"}))


def test_another_citys_office_finds_neither_draft_nor_campaign(cast: Cast, draft: Draft, campaign: Campaign) -> None:
    other = _from_next_door(cast.actors["mrs_ha"])

    for check in (rules.check_can_review, rules.check_can_launch, rules.check_can_apply):
        with pytest.raises(NotFound):
            check(other, draft, at=AT)
    with pytest.raises(NotFound):
        rules.check_can_read_plan(other, cast.tree.pk, at=AT)
    with pytest.raises(NotFound):
        rules.check_can_draft_amendment(other, campaign, at=AT)


def test_a_year_is_decided_at_the_root_even_where_permissions_say_more(
    cast: Cast, draft: Draft, campaign: Campaign
) -> None:
    below = _from_below(cast, cast.actors["mrs_ha"])

    for check in (rules.check_can_review, rules.check_can_launch, rules.check_can_apply):
        with pytest.raises(NotYours):
            check(below, draft, at=AT)
    with pytest.raises(NotYours):
        rules.check_can_close(below, campaign, reason="Xong", at=AT)


@pytest.mark.parametrize(("permission", "sees"), [("plan:read", True), ("plan:review", True), ("unit:see", False)])
def test_drafts_are_seen_by_who_brings_them_in_or_reviews_them(permission: str, sees: bool) -> None:
    actor = Actor(permissions=frozenset({permission}))

    if sees:
        rules.check_can_see_draft(actor)
    else:
        with pytest.raises(NotYours):
            rules.check_can_see_draft(actor)


def test_a_machine_is_bound_by_its_named_permissions_alone(cast: Cast, draft: Draft) -> None:
    rules.check_can_launch(machine("cli", "campaign:launch"), draft, at=AT)

    with pytest.raises(NotYours):
        rules.check_can_launch(machine("cli", "plan:read"), draft, at=AT)


def test_an_applied_amendment_is_not_applied_to_a_year_twice(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    amendment = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    actions.apply_draft(amendment.pk, reason="Rà lại", actor=ha, at=AT)
    amendment.refresh_from_db()

    with no_trace(), pytest.raises(NotNow):
        rules.check_can_apply(ha, amendment, at=AT)


@pytest.mark.parametrize("year", [1999, 2101, 0])
def test_a_year_nobody_can_mean_is_refused(year: int) -> None:
    with pytest.raises(BadInput):
        rules.check_year(year)


def test_every_refusal_is_a_sentence_that_ends(cast: Cast, draft: Draft, campaign: Campaign) -> None:
    said = []
    for who in ("culture_department", "ba_dinh", "phuc_xa", "stranger"):
        actor = cast.actors[who]
        for check in (rules.check_can_review, rules.check_can_launch, rules.check_can_apply):
            try:
                check(actor, draft, at=AT)
            except Refused as refusal:
                said.append(refusal.sentence)

    assert len(said) == 12
    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in said)


def test_a_plan_may_not_be_brought_into_a_tree_without_units(cast: Cast) -> None:
    empty = Tree.objects.create(scheme=cast.tree.scheme, name="Chưa có đơn vị", starts_on=AT.date())
    keeper = machine("cli", "plan:read")

    with no_trace():
        with pytest.raises(NotNow, match="chưa có đơn vị"):
            actions.start_draft(reading_of(), tree_id=empty.pk, actor=keeper, at=AT)
        with pytest.raises(NotFound):
            actions.start_draft(reading_of(), tree_id=0, actor=keeper, at=AT)
