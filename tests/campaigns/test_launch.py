"""Launching a draft gives every unit what it owes, once."""

from danban.campaigns import actions, queries
from danban.campaigns.models import Campaign, Obligation
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast


def test_x(cast: Cast) -> None:
    ha = cast.actors["mrs_ha"]
    draft = actions.start_draft(reading_of(), tree_id=cast.tree.pk, actor=ha, at=AT)
    s = queries.launch_summary(draft)
    page = queries.draft_page(ha, draft.pk, at=AT)
    for w in page.warnings:
        print(w)
    print(page.verbs)
    c = actions.launch_draft(draft.pk, actor=ha, at=AT)
    s2 = queries.summary_of_campaign(c)
    for k in s.kinds:
        print(k)
    print(s.grants, s.agenda, s.by_level, s.mailbox)
    assert s == s2
