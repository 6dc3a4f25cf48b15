"""The moves of drafts, their lines and campaigns."""

import pytest

from danban.campaigns.states import CAMPAIGN, DRAFT, DRAFT_ITEM, CampaignStatus, DraftStatus, ItemState


@pytest.mark.parametrize(
    ("status", "verbs"),
    [
        (DraftStatus.REVIEWING, ("launch", "apply", "discard")),
        (DraftStatus.LAUNCHED, ()),
        (DraftStatus.APPLIED, ()),
        (DraftStatus.DISCARDED, ()),
    ],
)
def test_a_draft_moves_once(status: str, verbs: tuple[str, ...]) -> None:
    assert DRAFT.allowed(status) == verbs


@pytest.mark.parametrize(
    ("state", "verbs"),
    [
        (ItemState.READ, ("correct", "drop")),
        (ItemState.PROPOSED, ("correct", "drop")),
        (ItemState.ADDED, ("correct", "drop")),
        (ItemState.CORRECTED, ("correct", "drop", "restore")),
        (ItemState.DROPPED, ("restore",)),
    ],
)
def test_a_dropped_line_can_only_be_restored(state: str, verbs: tuple[str, ...]) -> None:
    assert DRAFT_ITEM.allowed(state) == verbs


def test_a_campaign_is_closed_and_reopened_with_a_reason() -> None:
    assert CAMPAIGN.allowed(CampaignStatus.RUNNING) == ("close",)
    assert CAMPAIGN.allowed(CampaignStatus.CLOSED) == ("reopen",)
    assert all(move.needs_reason for move in CAMPAIGN.moves)
