"""Lock the subject of a deed, the parent before the child. Every action of the room begins here."""

from danban.campaigns.models import Campaign, Draft, DraftItem, Obligation
from danban.kit import paths
from danban.kit.database import share_rows
from danban.kit.refusals import NotFound
from danban.units.models import Placement, Tree


def lock_campaign(campaign_id: int) -> Campaign:
    """A campaign, locked; raises ``NotFound``."""
    campaigns = Campaign.objects.select_for_update(of=("self",)).select_related("tree__scheme")
    campaign = campaigns.filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    return campaign


def lock_place(campaign_id: int, placement_id: int) -> tuple[Campaign, Placement]:
    """A unit in a campaign, held for moving days under it; raises ``NotFound``.

    The year and the units above are shared on the way down: two units side by side never wait for each other,
    an amendment of the year, or a plan of the unit above, waits and is waited for.
    """
    share_rows(Campaign._meta.db_table, [campaign_id])  # noqa: SLF001  Django's public Model._meta
    campaign = Campaign.objects.select_related("tree__scheme").filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    there = Placement.objects.filter(tree_id=campaign.tree_id)
    path = there.filter(pk=placement_id).values_list("path", flat=True).first()
    if path is None:
        raise NotFound
    above = [
        paths.ancestor(path, depth) for depth in range(1, paths.depth(path))
    ]  # the top sets no days but the year's
    ids = list(there.filter(path__in=above).order_by("path").values_list("pk", flat=True))
    share_rows(Placement._meta.db_table, ids)  # noqa: SLF001
    held = there.select_for_update(of=("self",), no_key=True).select_related("level", "unit")
    return campaign, held.get(pk=placement_id)


def lock_draft(draft_id: int) -> Draft:
    """A draft, locked, with its scheme; raises ``NotFound``."""
    drafts = Draft.objects.select_for_update(of=("self",)).select_related("tree__scheme", "campaign")
    draft = drafts.filter(pk=draft_id).first()
    if draft is None:
        raise NotFound
    return draft


def lock_draft_on_tree(draft_id: int) -> Draft:
    """A draft and its tree before it, for deeds that write a year over the tree; raises ``NotFound``."""
    tree_id = Draft.objects.filter(pk=draft_id).values_list("tree_id", flat=True).first()
    if tree_id is None:
        raise NotFound
    Tree.objects.select_for_update(of=("self",)).get(pk=tree_id)
    return lock_draft(draft_id)


def lock_item(item_id: int) -> DraftItem:
    """A line, its draft locked before it; raises ``NotFound``."""
    draft_id = DraftItem.objects.filter(pk=item_id).values_list("draft_id", flat=True).first()
    if draft_id is None:
        raise NotFound
    draft = lock_draft(draft_id)
    item = DraftItem.objects.select_for_update(of=("self",)).select_related("level").get(pk=item_id)
    item.draft = draft
    return item


def lock_obligations(
    campaign: Campaign,
    placement_id: int,
    kind_code: str,
    *,
    body_id: int | None = None,
    occurrence: int | None = None,
    is_open: bool,
) -> list[int]:
    """Ids of the open (or the fulfilled) obligations of a unit and kind, locked in order.

    Those of one body, or of one occurrence, where they are named.
    """
    owed = Obligation.objects.select_for_update(of=("self",)).filter(
        campaign=campaign, placement_id=placement_id, kind__code=kind_code, fulfilled_on__isnull=is_open
    )
    if body_id is not None:
        owed = owed.filter(body_id=body_id)
    if occurrence is not None:
        owed = owed.filter(occurrence=occurrence)
    return list(owed.order_by("pk").values_list("pk", flat=True))
