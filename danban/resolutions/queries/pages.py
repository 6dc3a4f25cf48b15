"""The pages of a conference's minutes and resolution: as they stand, live or frozen, with what may be done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from danban.campaigns import queries as campaigns
from danban.conferences.models import Conference, ConferencePlace
from danban.conferences.queries import conference_for
from danban.documents.queries import content_paper
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, Refused, is_allowed
from danban.papers.paper import Paper
from danban.resolutions import rules
from danban.resolutions.models import Minutes, Resolution
from danban.resolutions.queries.facts import facts_of
from danban.resolutions.queries.frames import frame_of, minutes_paper, resolution_paper
from danban.resolutions.texts import MINUTES_KIND, RESOLUTION_KIND

Revision = TypeVar("Revision", Minutes, Resolution)
Checks = dict[str, Callable[[], None]]
_NAMED = ("drafted_by", "confirmed_by", "document")


@dataclass(frozen=True)
class MinutesPage:
    """``shown`` is the revision looked at, None before there is any; ``paper`` None for who may not read names.

    ``facts`` are those of the revision: frozen where it is confirmed, else as they are now. ``lacks`` says what keeps
    them from being submitted, "" for nothing. ``changes``: what differs from the revision before.
    """

    conference: Conference
    revisions: list[Minutes]
    shown: Minutes | None
    facts: rules.Facts
    paper: Paper | None
    lacks: str
    changes: tuple[rules.Change, ...]
    verbs: frozenset[str]


@dataclass(frozen=True)
class ResolutionPage:
    """``left_out``: targets that do not stand in it, with why; ``commitments`` frozen, or as they would be now."""

    conference: Conference
    revisions: list[Resolution]
    shown: Resolution | None
    paper: Paper | None
    commitments: list[dict[str, str]]
    left_out: list[tuple[str, str]]
    changes: tuple[rules.Change, ...]
    verbs: frozenset[str]


def conference_of_obligation(actor: Actor, pk: int) -> tuple[int, str]:
    """The conference held for the unit that owes this, and what it owes; raises ``NotFound``."""
    owed = campaigns.obligation_page(actor, pk).obligation
    place = ConferencePlace.objects.filter(campaign_id=owed.campaign_id, placement_id=owed.placement_id).first()
    if place is None:
        raise NotFound("Đơn vị này chưa có hội nghị trong danh sách. Cấp xã lập danh sách ở trang Lịch.")
    return place.conference_id, owed.kind.code


def minutes_page(actor: Actor, pk: int, *, revision: int | None = None, at: datetime) -> MinutesPage:
    """The revision asked for, else the last; raises ``NotFound``. Constant queries."""
    conference = conference_for(actor, pk)
    revisions = list(
        Minutes.objects.filter(conference=conference).select_related(*_NAMED).order_by("revision", "pk")
    )  # fmt: skip
    shown = _chosen(revisions, revision)
    live = facts_of(conference)
    facts = rules.facts_from(shown.content) if shown and shown.content else live
    may_read = rules.may_read_names(actor, conference)
    paper = _minutes_paper(conference, shown, live, at) if shown and may_read else None
    return MinutesPage(
        conference=conference,
        revisions=revisions,
        shown=shown,
        facts=facts,
        paper=paper,
        lacks=_sentence(lambda: rules.check_is_whole(live)),
        changes=_changes(revisions, shown, paper),
        verbs=_verbs(_minutes_checks(actor, conference, revisions, at)),
    )


def minutes_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> tuple[Conference, Minutes | None]:
    """A conference and the last revision of its minutes, with which the actor may do this now; raises its refusal."""
    conference = conference_for(actor, pk)
    rows = Minutes.objects.filter(conference=conference).select_related(*_NAMED)
    revisions = list(rows.order_by("revision", "pk"))
    _ask(_minutes_checks(actor, conference, revisions, at), verb)
    return conference, revisions[-1] if revisions else None


def minutes_draft(actor: Actor, pk: int, *, at: datetime) -> Paper:
    """The paper of the last revision, as it stands now or as issued; raises ``NotFound`` or ``NotYours``."""
    conference = conference_for(actor, pk)
    rules.check_can_read_minutes(actor, conference)
    shown = Minutes.objects.filter(conference=conference).select_related(*_NAMED).order_by("-revision", "-pk").first()
    if shown is None:
        raise NotFound("Hội nghị này chưa có biên bản.")
    return _minutes_paper(conference, shown, facts_of(conference), at)


def resolution_page(actor: Actor, pk: int, *, revision: int | None = None, at: datetime) -> ResolutionPage:
    """The revision asked for, else the last; raises ``NotFound``. Constant queries."""
    conference = conference_for(actor, pk)
    revisions = list(
        Resolution.objects.filter(conference=conference).select_related("drafted_by", "issued_by", "document")
        .order_by("revision", "pk")
    )  # fmt: skip
    shown = _chosen(revisions, revision)
    facts = facts_of(conference)
    paper = _resolution_paper(conference, shown, facts, at) if shown else None
    is_frozen = shown is not None and shown.document is not None
    return ResolutionPage(
        conference=conference,
        revisions=revisions,
        shown=shown,
        paper=paper,
        commitments=shown.commitments if shown and is_frozen else rules.commitments_of(facts),
        left_out=[] if is_frozen else rules.left_out(facts),
        changes=_changes(revisions, shown, paper),
        verbs=_verbs(_resolution_checks(actor, conference, revisions, at)),
    )


def resolution_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> tuple[Conference, Resolution | None]:
    """The same as ``minutes_to``."""
    conference = conference_for(actor, pk)
    revisions = list(Resolution.objects.filter(conference=conference).order_by("revision", "pk"))
    _ask(_resolution_checks(actor, conference, revisions, at), verb)
    return conference, revisions[-1] if revisions else None


def resolution_draft(actor: Actor, pk: int, *, at: datetime) -> Paper:
    """The paper of the last revision, as it stands now or as issued; raises ``NotFound``."""
    conference = conference_for(actor, pk)
    shown = Resolution.objects.filter(conference=conference).select_related("document").order_by("-revision").first()
    if shown is None:
        raise NotFound("Hội nghị này chưa có nghị quyết.")
    return _resolution_paper(conference, shown, facts_of(conference), at)


def _chosen(revisions: list[Revision], revision: int | None) -> Revision | None:
    if revision is None:
        return revisions[-1] if revisions else None
    found = next((one for one in revisions if one.revision == revision), None)
    if found is None:
        raise NotFound("Không có bản này.")
    return found


def _minutes_paper(conference: Conference, shown: Minutes, live: rules.Facts, at: datetime) -> Paper:
    if shown.document is not None:
        return content_paper(shown.document)
    return minutes_paper(live, shown.remarks, frame_of(conference, live, MINUTES_KIND, on=day_of(at)))


def _resolution_paper(conference: Conference, shown: Resolution, live: rules.Facts, at: datetime) -> Paper:
    if shown.document is not None:
        return content_paper(shown.document)
    articles = rules.articles_from(shown.articles)
    return resolution_paper(conference, live, articles, frame_of(conference, live, RESOLUTION_KIND, on=day_of(at)))


def _changes(
    revisions: list[Minutes] | list[Resolution], shown: Minutes | Resolution | None, paper: Paper | None
) -> tuple[rules.Change, ...]:
    before = next((one for one in revisions if shown and one.revision == shown.revision - 1), None)
    if before is None or before.document is None or paper is None:
        return ()
    return rules.changes_between(content_paper(before.document), paper)


def _minutes_checks(actor: Actor, conference: Conference, revisions: list[Minutes], at: datetime) -> Checks:
    if not revisions:
        return {"draft": lambda: rules.check_can_draft_minutes(actor, conference, None, at=at)}
    last = revisions[-1]
    return {
        "draft": lambda: rules.check_can_draft_minutes(actor, conference, last, at=at),
        "edit": lambda: rules.check_can_edit_minutes(actor, conference, last, at=at),
        "submit": lambda: rules.check_can_submit_minutes(actor, conference, last, at=at),
        "return": lambda: rules.check_can_return_minutes(actor, conference, last, reason="?", at=at),
        "confirm": lambda: rules.check_can_confirm_minutes(actor, conference, last, at=at),
        "correct": lambda: rules.check_can_correct_minutes(actor, conference, last, reason="?", at=at),
    }


def _resolution_checks(actor: Actor, conference: Conference, revisions: list[Resolution], at: datetime) -> Checks:
    if not revisions:
        return {"draft": lambda: rules.check_can_draft_resolution(actor, conference, None, at=at)}
    last = revisions[-1]
    return {
        "draft": lambda: rules.check_can_draft_resolution(actor, conference, last, at=at),
        "edit": lambda: rules.check_can_edit_resolution(actor, conference, last, at=at),
        "issue": lambda: rules.check_can_issue_resolution(actor, conference, last, at=at),
        "replace": lambda: rules.check_can_replace_resolution(actor, conference, last, reason="?", at=at),
    }


def _verbs(checks: Checks) -> frozenset[str]:
    return frozenset(verb for verb, check in checks.items() if is_allowed(check))


def _ask(checks: Checks, verb: str) -> None:
    if verb not in checks:
        checks["draft"]()
        raise NotFound("Hội nghị này chưa có văn bản ấy.")
    checks[verb]()


def _sentence(check: Callable[[], None]) -> str:
    try:
        check()
    except Refused as refusal:
        return refusal.sentence
    return ""
