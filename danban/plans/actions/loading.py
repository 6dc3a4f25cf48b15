"""Put together the plans that are brought in at once: each as if it had been drawn up on its own day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from danban.campaigns.models import Campaign
from danban.campaigns.rules.local_dates import Days
from danban.documents.actions import DocumentRow
from danban.documents.models import RegisterEntry
from danban.documents.rules import series_named
from danban.kit import clock
from danban.kit.refusals import BadInput
from danban.plans import rules
from danban.plans.actions.write_plan import date_rows, item_rows, put_words, take_in
from danban.plans.models import Approval, Plan, PlanDate, PlanEdition, PlanItem, Receipt
from danban.plans.queries.loading import Ground
from danban.plans.queries.plan_paper import Around, frame_of, issuing_order
from danban.plans.queries.plans import content_of, item_line
from danban.plans.rules.above import above_at
from danban.plans.rules.content import Above, Content, DateLine, content_from
from danban.plans.rules.sheet import GivenDate, OwnItem, PlanSheet, dates_kept
from danban.plans.rules.signing import signature_for
from danban.plans.rules.standing import CHAIRING, AboveChange, AboveNow, Chairs, PlanStanding
from danban.plans.rules.wording import paper_of_plan, subject_of
from danban.plans.states import PlanStatus
from danban.plans.texts import KIND, ORIGIN, SERIES, title_of
from danban.units.models import Placement


@dataclass(frozen=True)
class PlanRow:
    """One unit's plan to be brought in. Days: drawn up, issued (and perhaps returned), the year's plan received.

    ``dates`` are own days beside those proposed; ``comment`` why it came back. ``funding_amount`` in đồng.
    """

    placement_id: int
    status: str
    derived_on: date
    issued_on: date | None = None
    returned_on: date | None = None
    comment: str = ""
    dates: tuple[GivenDate, ...] = ()
    items: tuple[OwnItem, ...] = ()
    party_body: str = ""
    consulted_on: date | None = None
    party_how: str = ""
    funding_amount: int | None = None
    funding_source: str = ""
    symbol_pattern: str = ""
    kickoff_on: date | None = None
    kickoff_place: str = ""
    kickoff_attended: int | None = None
    received_on: date | None = None


@dataclass
class Loaded:
    """A plan on its way in, with what stood above it when it was drawn up."""

    row: PlanRow
    place: Placement
    plan: Plan
    sheet: PlanSheet
    above: AboveNow
    dates: list[PlanDate] = field(default_factory=list)
    items: list[PlanItem] = field(default_factory=list)
    edition: PlanEdition | None = None

    @property
    def issued_on(self) -> date:
        """The day on its paper."""
        assert self.row.issued_on is not None
        return self.row.issued_on

    @property
    def subject(self) -> str:
        """The trích yếu of its paper."""
        return subject_of(self.sheet.title)

    def days_set(self) -> Iterator[tuple[int, Days]]:
        """The days it sets, by kind."""
        for row in self.dates:
            if row.due_on is not None:
                yield row.kind_id, Days(row.starts_on, row.due_on)

    def content(self, ground: Ground) -> Content:
        """What its paper says."""
        stands = {one.kind_id: one for one in self.above.above.dates}
        dates = tuple(
            DateLine(
                row.kind_id, one.code, one.level, one.level_name, one.name, row.starts_on, row.due_on, row.is_required
            )
            for row in self.dates
            for one in (stands[row.kind_id],)
        )
        chairs = ground.chairs.get(self.place.unit_id, ())
        return content_of(
            PlanStanding(
                plan=self.plan,
                sheet=self.sheet,
                dates=dates,
                items=tuple(item_line(row) for row in self.items),
                change=AboveChange(self.above.above, self.above, (), (), (), ()),
                chairs=Chairs(chairs, {body.pk: body for body in chairs}),
                approvals=tuple(approvals_of(self, ground)),
                edition=None,
                owes_funding=self.place.pk in ground.owing_funding,
            )
        )


def rows_by_depth(rows: Iterable[PlanRow], ground: Ground) -> list[list[PlanRow]]:
    """Rows of the units nearest the top first: what they issued stands above the others."""
    levels: dict[int, list[PlanRow]] = {}
    for row in rows:
        levels.setdefault(ground.places[row.placement_id].depth, []).append(row)
    return [levels[depth] for depth in sorted(levels)]


def begin(campaign: Campaign, row: PlanRow, ground: Ground, loaded: Mapping[int, Loaded], *, today: date) -> Loaded:
    """The plan of a row, unsaved; raises ``BadInput`` naming the unit where it could not have been submitted."""
    place = ground.places[row.placement_id]
    now = _above(row, place, ground, loaded)
    sheet = _sheet(campaign, row, place, now.above, ground)
    plan = Plan(
        campaign=campaign,
        placement=place,
        status=row.status,
        return_comment=row.comment,
        kickoff_on=row.kickoff_on,
        kickoff_place=row.kickoff_place,
        kickoff_attended=row.kickoff_attended,
        derived_at=clock.moment(row.derived_on, 9),
    )
    take_in(plan, now)
    put_words(plan, sheet)
    begun = Loaded(row, place, plan, sheet, now)
    _check(begun, ground, year=campaign.year, today=today)
    return begun


def _above(row: PlanRow, place: Placement, ground: Ground, loaded: Mapping[int, Loaded]) -> AboveNow:
    """What stood above the unit on the day it drew its plan up."""
    issued: list[Loaded] = []
    for pk in (place.at_1, place.at_2):
        upper = loaded.get(pk or 0)
        if upper and upper.plan.status == PlanStatus.ISSUED and upper.issued_on <= row.derived_on:
            issued.append(upper)
    chains: dict[int, list[Days]] = {}
    for upper in issued:
        for kind_id, days in upper.days_set():
            chains.setdefault(kind_id, []).append(days)
    edition = issued[-1].edition if issued else None
    plan_above = content_from(edition.content) if edition else None
    return AboveNow(above_at(place.depth, ground.year, chains, plan_above), edition, None)


def _sheet(campaign: Campaign, row: PlanRow, place: Placement, above: Above, ground: Ground) -> PlanSheet:
    given = {one.kind_id: one for one in row.dates}
    proposed = (GivenDate(one.kind_id, one.starts_on, one.due_on) for one in above.dates if one.is_required)
    dates = {one.kind_id: one for one in proposed} | given
    chairs = ground.chairs.get(place.unit_id, ())
    return PlanSheet(
        title=title_of(campaign.name, place.name),
        dates=tuple(dates.values()),
        items=row.items,
        party_body=row.party_body,
        party_consulted_on=row.consulted_on,
        party_how=row.party_how,
        funding_amount=row.funding_amount,
        funding_source=row.funding_source,
        funding_confirmed=place.pk in ground.owing_funding and row.status != PlanStatus.DRAFTING,
        numbering_body_id=chairs[-1].pk if chairs else None,
        symbol_pattern=row.symbol_pattern or series_named(SERIES).patterns[0].pattern,
    )


def _check(one: Loaded, ground: Ground, *, year: int, today: date) -> None:
    row, place, sheet, above = one.row, one.place, one.sheet, one.above.above
    chairs = ground.chairs.get(place.unit_id, ())
    has_paper = row.status in {PlanStatus.ISSUED, PlanStatus.RETURNED}
    if has_paper != (row.issued_on is not None) or (row.status == PlanStatus.RETURNED) != (row.returned_on is not None):
        raise BadInput(f"{place.name}: ngày ban hành và ngày trả lại không khớp với trạng thái “{row.status}”.")
    agreeing = [body for body in chairs if body.pk in ground.approvers]
    if row.status != PlanStatus.DRAFTING and len(agreeing) < len(CHAIRING):
        raise BadInput(f"{place.name}: chưa có người của hai cơ quan chủ trì để duyệt.")
    try:
        rules.check_sheet(sheet, above, year=year, bodies=chairs, today=today)
        if row.status != PlanStatus.DRAFTING:
            rules.check_is_complete(sheet, above, owes_funding=place.pk in ground.owing_funding)
    except BadInput as refusal:
        raise BadInput(f"{place.name}: {refusal.sentence}", refusal.problems) from refusal


def lines_of(one: Loaded) -> tuple[list[PlanDate], list[PlanItem]]:
    """Unsaved lines of a plan that has its id."""
    above = one.above.above
    return date_rows(one.plan, dates_kept(one.sheet, above)), item_rows(one.plan, above.items, one.sheet.items)


def paper_row(one: Loaded, content: Content, entry: RegisterEntry, ground: Ground) -> DocumentRow:
    """The issued paper of a plan, as ``issue_plan`` would have made it."""
    plan, place, chairs = one.plan, one.place, ground.chairs[one.place.unit_id]
    above = place.parent.name if place.parent else ""
    around = Around(above, ground.below.get(place.pk, ()), one.above.edition)
    frame = frame_of(plan, place, chairs, ground.papers, around)
    approvals = tuple(approvals_of(one, ground))
    ordered = issuing_order(chairs, numbering_id=plan.numbering_body_id, pattern=plan.symbol_pattern)
    named = (signature_for(body, ground.signers.get(body.pk, ()), approvals) for body in ordered)
    return DocumentRow(
        paper=paper_of_plan(content, frame),
        body_id=plan.numbering_body_id or 0,
        second_body_id=next((body.pk for body in chairs if body.pk != plan.numbering_body_id), None),
        kind=KIND,
        origin=ORIGIN,
        series=SERIES,
        pattern=plan.symbol_pattern,
        on=one.issued_on,
        issued_at=clock.moment(one.issued_on, 16),
        entry=entry,
        signatures=tuple(signature for signature in named if signature is not None),
        is_public=True,
        drafted_by_id=approvals[-1].appointment_id,
    )


def approvals_of(one: Loaded, ground: Ground) -> Iterator[Approval]:
    """Who agreed: the Front while it waits, both bodies once it is issued."""
    if one.row.status == PlanStatus.DRAFTING:
        return
    chairs = ground.chairs[one.place.unit_id]
    agreed = chairs[-1:] if one.row.status == PlanStatus.APPROVING else chairs
    on = one.row.issued_on or one.row.derived_on
    for body in agreed:
        yield Approval(plan=one.plan, body=body, appointment=ground.approvers[body.pk], at=clock.moment(on, 10))


def receipts_of(campaign: Campaign, done: Iterable[Loaded], ground: Ground) -> Iterator[Receipt]:
    """Who confirmed having the plan of the year, through an office of the Front."""
    for one in done:
        if one.row.received_on:
            chairs = ground.chairs.get(one.place.unit_id, ())
            office = ground.approvers.get(chairs[-1].pk) if chairs else None
            at = clock.moment(one.row.received_on, 8)
            yield Receipt(campaign=campaign, placement=one.place, appointment=office, at=at)
