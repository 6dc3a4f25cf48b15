"""Read a plan document into a draft year."""

import mimetypes
from datetime import datetime

from django.db import transaction

from danban import planreader
from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.write_lines import write_lines
from danban.campaigns.models import Campaign, Draft
from danban.campaigns.queries.campaigns import clause_prefix, present_lines, shaping_draft
from danban.campaigns.queries.ground import root_of, shape_of
from danban.campaigns.rules import heading
from danban.campaigns.rules.draft_year import draft_year
from danban.campaigns.rules.overlay import overlay
from danban.campaigns.rules.proposals import Line
from danban.campaigns.states import CampaignStatus, DraftPurpose
from danban.documents.actions import keep_file
from danban.documents.models import StoredFile
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, NotNow
from danban.planreader.reading import Reading
from danban.units.models import Placement, Tree


def read_plan(content: bytes, *, file_name: str, tree_id: int, actor: Actor, at: datetime) -> Draft:
    """Keep the document, read it, and propose the lines of a year.

    The reading is done before the transaction, which then only writes. Raises ``NotYours``, ``NotFound``
    (no such tree) or ``BadInput`` with the reader's sentence; then nothing is kept.
    """
    rules.check_can_read_plan(actor, tree_id, at=at)
    reading = planreader.read_bytes(content, file_name=file_name)
    media_type = mimetypes.guess_type(file_name)[0] or "application/octet-stream"
    with transaction.atomic():
        file = keep_file(content, name=file_name, media_type=media_type, at=at)
        return start_draft(reading, tree_id=tree_id, file=file, actor=actor, at=at)


@transaction.atomic
def start_draft(reading: Reading, *, tree_id: int, actor: Actor, at: datetime, file: StoredFile | None = None) -> Draft:
    """A draft from facts already read. A plan of a year that runs becomes an amendment of it.

    Raises ``NotYours``, ``NotFound`` (no such tree) or ``NotNow`` (a tree without units).
    """
    rules.check_can_read_plan(actor, tree_id, at=at)
    tree, root = _tree_with_root(tree_id)
    year = heading.year_of(reading, day_of(at))
    name = heading.name_of(reading, year)
    campaign = _amended_by(reading, tree, year, name)
    draft = Draft.objects.create(
        unit_id=actor.unit_id or root.unit_id,
        tree=tree,
        purpose=DraftPurpose.AMENDMENT if campaign else DraftPurpose.NEW,
        file=file,
        campaign=campaign,
        reading=reading.as_json(),
        year=campaign.year if campaign else year,
        name=campaign.name if campaign else name,
        theme=heading.theme_of(reading) or (campaign.theme if campaign else ""),
        created_at=at,
        created_by=actor.user_id,
    )
    write_lines(draft, _lines(reading, tree, campaign))
    record(
        actor=actor,
        event="plan.read",
        subject="draft",
        subject_id=draft.pk,
        at=at,
        unit_id=draft.unit_id,
        changes={"purpose": draft.purpose, "year": draft.year, "file": file.sha256 if file else None},
    )
    return draft


def _tree_with_root(tree_id: int) -> tuple[Tree, Placement]:
    tree = Tree.objects.select_related("scheme").filter(pk=tree_id).first()
    if tree is None:
        raise NotFound("Không tìm thấy bản cơ cấu đơn vị này.")
    root = root_of(tree)
    if root is None:
        raise NotNow(f"Bản cơ cấu “{tree.name}” chưa có đơn vị nào. Hãy nhập danh sách đơn vị trước.")
    return tree, root


def _amended_by(reading: Reading, tree: Tree, year: int, name: str) -> Campaign | None:
    """The running campaign this document changes: it says so, or it is the plan of the same work again."""
    running = list(Campaign.objects.filter(tree=tree, year=year, status=CampaignStatus.RUNNING).order_by("-pk"))
    meant = [campaign for campaign in running if heading.same_name(campaign.name, name)]
    if not meant and heading.amends_a_plan(reading) and len(running) == 1:
        meant = running
    return next((campaign for campaign in meant if shaping_draft(campaign) is not None), None)


def _lines(reading: Reading, tree: Tree, campaign: Campaign | None) -> list[Line]:
    read = draft_year(reading, shape_of(tree.scheme)).lines
    if campaign is None:
        return list(read)
    is_whole = not heading.amends_a_plan(reading)
    return overlay(present_lines(campaign), read, is_whole=is_whole, prefix=clause_prefix(campaign))
