"""Plans of other units: what came from above and is to be received, what came from below and is to be read."""

from collections.abc import Iterator

from django.db.models import Count, Exists, Min, OuterRef, QuerySet

from danban.campaigns.models import Obligation
from danban.kit.clock import day_of
from danban.kit.vietnamese import number
from danban.overviews.queries.waiting.look import Look, Wait
from danban.overviews.texts import PLAN, counted
from danban.plans import queries as plans
from danban.plans.models import PlanEdition, Receipt
from danban.units.models import Placement


def paper_above(look: Look) -> Iterator[Wait]:
    """The plan in force right above, else that of the year: to be received, or received of late. Three queries."""
    campaign, place = look.year.campaign, look.year.place
    if place.parent_id is None or not look.actor.may("plan:see"):
        return
    edition = plans.edition_above(campaign, place)
    receipts = Receipt.objects.filter(campaign_id=campaign.pk, placement_id=place.pk)
    receipt = receipts.filter(edition=edition).first() if edition else receipts.filter(edition__isnull=True).first()
    whose = f"kế hoạch của {edition.plan.placement.name}" if edition else "kế hoạch của năm"
    since = edition.issued_on if edition else day_of(campaign.launched_at)
    code, thing = ("paper.edition", edition.pk) if edition else ("paper.year", None)
    if receipt is None:
        yield Wait("mine", code, f"Đọc {whose} và xác nhận đã nhận", since=since, thing=thing)
    elif (received_on := day_of(receipt.at)) >= look.since:
        yield Wait("done", code, f"Đã nhận {whose}", done_on=received_on, thing=thing)
    if look.actor.may("plan:derive"):
        yield from _missing_above(look)


def _missing_above(look: Look) -> Iterator[Wait]:
    """The unit right above still owes its plan."""
    parent = look.year.place.parent
    owed = Obligation.objects.open().filter(campaign_id=look.year.campaign.pk, placement=parent)
    found = owed.filter(kind__code=PLAN, body__isnull=True).values_list("due_on").first()
    if found is not None and parent is not None and parent.path:
        sentence = f"{parent.name} chưa ban hành kế hoạch; đơn vị có thể lập trước theo kế hoạch của năm"
        yield Wait("theirs", "plan.above", sentence, due=found[0])


def papers_below(look: Look) -> Iterator[Wait]:
    """Plans units right below have issued and we have not opened; who has not received ours. Four queries."""
    if not look.actor.may("plan:send_back"):
        return
    campaign, place = look.year.campaign, look.year.place
    ours = Receipt.objects.filter(edition=OuterRef("pk"), placement_id=place.pk)
    below = _in_force().filter(plan__campaign_id=campaign.pk, plan__placement__parent_id=place.pk)
    unread = below.filter(~Exists(ours)).aggregate(n=Count("pk"), since=Min("issued_on"), pk=Min("pk"))
    if unread["n"]:
        sentence = counted(unread["n"], "kế hoạch cấp dưới vừa ban hành, chờ mình xem")
        only = unread["pk"] if unread["n"] == 1 else None
        yield Wait("mine", "papers.below", sentence, unread["n"], since=unread["since"], thing=only)
    yield from _not_received(look)


def _not_received(look: Look) -> Iterator[Wait]:
    """Units right below that have not confirmed our plan; for the top unit the plan of the year."""
    campaign, place = look.year.campaign, look.year.place
    sent = Receipt.objects.filter(campaign_id=campaign.pk, placement=OuterRef("pk"))
    since, thing = day_of(campaign.launched_at), None
    if place.parent_id is not None:
        edition = _in_force().filter(plan__campaign_id=campaign.pk, plan__placement_id=place.pk).first()
        if edition is None:
            return
        sent, since, thing = sent.filter(edition=edition), edition.issued_on, edition.pk
    else:
        sent = sent.filter(edition__isnull=True)
    children = Placement.objects.filter(parent_id=place.pk)
    counts = children.aggregate(all=Count("pk"), missing=Count("pk", filter=~Exists(sent)))
    if counts["missing"]:
        total = number(counts["all"])
        sentence = f"{number(counts['missing'])} trong {total} đơn vị chưa xác nhận đã nhận kế hoạch"
        yield Wait("theirs", "papers.receipts", sentence, counts["missing"], since=since, thing=thing)


def _in_force() -> QuerySet[PlanEdition]:
    """The last edition of each plan, unless it was sent back."""
    newer = PlanEdition.objects.filter(plan_id=OuterRef("plan_id"), edition__gt=OuterRef("edition"))
    return PlanEdition.objects.filter(~Exists(newer), returned_at__isnull=True).order_by("pk")
