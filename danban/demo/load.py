"""Fill an empty database with the demonstration: ground, people, the plan, its launch, what was done since."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from danban.accounts import actions as accounts
from danban.accounts.models import Appointment
from danban.accounts.queries import actor_for
from danban.assignments import actions as assignments
from danban.audit.actions import seal_diary
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign
from danban.conferences import actions as conferences
from danban.culture import actions as culture
from danban.delegates import actions as delegates
from danban.demo.clean_ups import simulate_clean_ups
from danban.demo.commitments import play_commitments
from danban.demo.conferences import conference_rows, draw_meetings
from danban.demo.contacts import work_phone
from danban.demo.deeds import EVENT, simulate_deeds
from danban.demo.detailed import play_conferences
from danban.demo.difficulties import simulate_difficulties
from danban.demo.dispatches import simulate_dispatches
from danban.demo.ground import Plot, lay_ground
from danban.demo.library import fill_library
from danban.demo.people import emails, person_name, title_of
from danban.demo.petitions import play_petitions
from danban.demo.plan_document import build_docx, plan_text
from danban.demo.plans import NO_PLAN_YET, simulate_plans
from danban.demo.sending import simulate_deliveries
from danban.demo.signers import simulate_signers
from danban.demo.sittings import count_rows, opinion_rows, tally_rows, target_rows
from danban.demo.work import simulate_briefings, simulate_work
from danban.documents import actions as documents
from danban.installation import actions as installation
from danban.installation.queries import is_demo
from danban.kit import clock
from danban.kit.actor import machine
from danban.kit.refusals import NotNow
from danban.kit.vietnamese import day as in_words
from danban.kit.vietnamese import number
from danban.plans import actions as plans
from danban.sittings import actions as sittings
from danban.units.models import Body, Placement, Tree

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Year:
    """The days of one demonstration: when ground and people were entered, when launched, what day it is."""

    prepared_on: date
    launched_on: date
    today: date


YEARS = {
    "2023": Year(date(2022, 11, 15), date(2022, 12, 16), date(2023, 2, 10)),
    "2026": Year(date(2025, 11, 14), date(2025, 12, 15), date(2026, 1, 29)),
}


@transaction.atomic
def load_demo(plot: Plot, *, day: date | None, launched: bool, now: datetime, progress: Progress) -> str:
    """Load all or nothing; returns one sentence on what was loaded.

    Raises ``NotNow`` where a demonstration or a real installation stands already.
    """
    if is_demo():
        raise NotNow("Bản trình diễn đã được nạp. Muốn làm lại từ đầu, hãy dùng: danban run --demo --fresh")
    year = YEARS[plot.scheme]
    today = day or (year.today if launched else year.launched_on)
    offset = clock.moment(today) - clock.moment(clock.day_of(now))
    installation.mark_demo(offset=offset, at=now)
    entered = clock.moment(year.prepared_on)
    tree = lay_ground(plot, at=entered, progress=progress)
    progress("Người và vị trí", 4, 6)
    people = load_people(tree, on=year.prepared_on, at=entered)
    owed = 0
    if launched:
        progress("Đọc kế hoạch, phát hành năm", 5, 6)
        owed = launch_year(tree, scheme=plot.scheme, year=year, today=today, now=now + offset)
    progress("Niêm nhật ký", 6, 6)
    seal_diary(at=clock.moment(today))
    clock.set_offset(offset)
    units = Placement.objects.filter(tree=tree).count()
    said = f"Đã nạp {number(units)} đơn vị, {number(people)} người, {number(owed)} việc"
    return f"{said}; hôm nay của bản trình diễn là {in_words(today)}."


def load_people(tree: Tree, *, on: date, at: datetime) -> int:
    """Seat one simulated person in every office of the demonstration, and those who sign and check; how many."""
    places = Placement.objects.filter(tree=tree).select_related("level", "kind", "unit").order_by("path", "pk")
    seats = dict(_seats(tree, on))
    rows = []
    met: set[int | None] = set()
    for place in places:
        has_heads = place.level.code != "village" and (place.level.code != "commune" or place.parent_id not in met)
        met |= {place.parent_id} if place.level.code == "commune" else set()
        for post, email in emails(place.level.code, place.code, has_heads=has_heads):
            body = seats.get((place.unit_id, post.body_kind))
            if body is None:
                continue
            rows.append(
                accounts.PersonRow(
                    full_name=person_name(email), email=email, phone=None, role=post.role, unit_id=place.unit_id,
                    body_id=body, title=title_of(post, name=place.name, kind_code=place.kind.code), starts_on=on,
                    work_phone=work_phone(email), work_email=email,
                )
            )  # fmt: skip
    seated = accounts.load_people(rows, actor=machine("demo", "appointment:appoint"), at=at)
    documents.load_signers(simulate_signers(tree, on=on), actor=machine("demo"), at=at)
    return seated


def _seats(tree: Tree, on: date) -> list[tuple[tuple[int, str], int]]:
    bodies = Body.objects.standing_on(on).filter(unit__placements__tree=tree).order_by("pk")
    return [((unit, kind), pk) for unit, kind, pk in bodies.values_list("unit_id", "kind__code", "pk")]


def launch_year(tree: Tree, *, scheme: str, year: Year, today: date, now: datetime) -> int:
    """Read the demonstration plan as a .docx, launch it, record what was done by ``today``; returns what is owed."""
    board = Appointment.objects.filter(role="movement_board").select_related("unit", "body").order_by("pk").first()
    assert board is not None
    actor, at = actor_for(board), clock.moment(year.launched_on, 15)
    draft = campaigns.read_plan(
        build_docx(plan_text(scheme)),
        file_name=f"ke-hoach-lien-tich-{scheme}.docx",
        tree_id=tree.pk,
        actor=actor,
        at=at,
    )
    campaign = conferences.launch_year(draft.pk, actor=actor, at=at + timedelta(hours=1))
    _do_what_was_done(campaign, tree, today=today, now=now)
    return campaign.obligations.count()


def _do_what_was_done(campaign: Campaign, tree: Tree, *, today: date, now: datetime) -> None:
    """Plans, papers, work, clean-ups and difficulties through their rooms; the deeds of rooms to come, simulated."""
    at, launcher = clock.moment(today), machine("demo", "campaign:launch", "assignment:lead", "clean_up:log")
    plans.load_plans(campaign.pk, simulate_plans(campaign, today=today), actor=launcher, at=at)
    documents.load_deliveries(simulate_deliveries(campaign, today=today), actor=launcher, at=at)
    simulated = simulate_deeds(campaign, today=today)
    deeds = [campaigns.Deed(deed.fulfilled_on, EVENT, obligation_id=deed.obligation_id) for deed in simulated]
    campaigns.load_deeds(campaign.pk, deeds, actor=launcher, at=at)
    _hold_conferences(campaign, today=today, now=now)
    briefings = simulate_briefings(campaign, without=NO_PLAN_YET, today=today)
    assignments.load_work(campaign.pk, simulate_work(campaign, today=today), briefings, actor=launcher, at=at)
    culture.load_clean_ups(tree.pk, simulate_clean_ups(tree, today=today), actor=launcher, at=at)
    simulate_difficulties(campaign, today=today)
    simulate_dispatches(campaign, today=today)
    fill_library(tree, launched_on=clock.day_of(campaign.launched_at), today=today)


def _hold_conferences(campaign: Campaign, *, today: date, now: datetime) -> None:
    """The timetable of all villages, what was said at those held, and a few played through the real verbs."""
    at, loader = clock.moment(today), machine("demo")
    meetings = draw_meetings(campaign, today=today)
    held = [one for one in meetings if one.status == "held"]
    conferences.load_conferences(conference_rows(campaign, meetings, today=today), actor=loader, at=at)
    delegates.load_tallies([row for one in held for row in tally_rows(one)], actor=loader, at=at)
    sittings.load_records(
        [row for one in held for row in opinion_rows(one)],
        [row for one in held for row in count_rows(one)],
        [row for one in held for row in target_rows(one)],
        actor=loader,
        at=at,
    )
    play_commitments(campaign.tree, year=campaign.year, today=today)
    play_petitions(campaign, today=today)
    play_conferences(campaign, now=now)
