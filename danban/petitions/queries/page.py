"""One petition: its words, its way as a line, answers, what is due and why, what may be done with it now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from danban.accounts.queries import titles_of
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, is_allowed
from danban.petitions import rules
from danban.petitions.models import Answer, Petition, PetitionStep
from danban.petitions.queries.likes import Like, likes_of
from danban.petitions.queries.routing import Proposal, propose
from danban.petitions.queries.sorting import bodies_above
from danban.petitions.queries.terms import calendar
from danban.petitions.states import ANSWERING, SORTING
from danban.petitions.texts import STEPS
from danban.units.models import Body, Placement


@dataclass(frozen=True)
class StepLine:
    """A step as people read it: what, by which office, when, with what words."""

    verb: str
    sentence: str
    title: str
    text: str
    at: datetime


@dataclass(frozen=True)
class PetitionPage:
    """A petition with everything around it. ``speaker`` is "" where the reader may not know it.

    ``due_steps`` and ``acknowledge_steps`` explain the days. ``verbs`` may be done now.
    """

    petition: Petition
    speaker: str
    lines: tuple[StepLine, ...]
    answers: tuple[Answer, ...]
    siblings: tuple[Petition, ...]
    parts: tuple[Petition, ...]
    likes: tuple[Like, ...]
    proposal: Proposal | None
    bodies: tuple[Body, ...]
    due_steps: tuple[str, ...]
    acknowledge_steps: tuple[str, ...]
    sees_private: bool
    verbs: frozenset[str]


def petition_for(actor: Actor, pk: int) -> Petition:
    """A petition the actor sees, with its years, seat, holder and body; raises ``NotFound``."""
    seen = Petition.objects.visible_to(actor).select_related(
        "book", "campaign", "seat__parent__parent", "seat__level", "village", "holder", "body", "group", "conference",
        "split_from", "merged_into",
    )  # fmt: skip
    petition = seen.defer("book__plan_text", "campaign__plan_text").filter(pk=pk).first()
    if petition is None:
        raise NotFound("Không tìm thấy kiến nghị này trong phạm vi của bạn.")
    return petition


def petition_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Petition:
    """A petition with which the actor may do this now; raises what the verb's rule raises."""
    petition = petition_for(actor, pk)
    _checks(actor, petition, at=at)[verb]()
    return petition


def petition_page(actor: Actor, pk: int, *, at: datetime) -> PetitionPage:
    """Everything the page of a petition shows; raises ``NotFound``. Constant queries."""
    petition, today = petition_for(actor, pk), day_of(at)
    is_sorting = petition.status in SORTING
    verbs = frozenset(verb for verb, check in _checks(actor, petition, at=at).items() if is_allowed(check))
    due, acknowledge = _dues(petition, today)
    others = Petition.objects.filter(group_id=petition.group_id) if petition.group_id else Petition.objects.none()
    return PetitionPage(
        petition=petition,
        speaker=petition.speaker if _may_know(actor, petition) else "",
        lines=tuple(_lines(petition)),
        answers=tuple(petition.answers.select_related("body", "evidence", "document").order_by("-pk")),
        siblings=tuple(others.exclude(pk=petition.pk).select_related("seat__parent").order_by("pk")),
        parts=tuple(petition.parts.select_related("body").order_by("pk")),
        likes=tuple(likes_of(actor, petition.text, petition.seat, leaving_out=[petition.pk])) if is_sorting else (),
        proposal=propose([petition], on=today)[petition.pk] if is_sorting else None,
        bodies=tuple(bodies_above(petition, on=today)) if verbs & {"route", "forward"} else (),
        due_steps=due,
        acknowledge_steps=acknowledge,
        sees_private=bool(verbs & {"answer", "classify"}) or actor.may("petition:sort") or actor.may("petition:answer"),
        verbs=verbs,
    )


def _dues(petition: Petition, today: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    start = petition.clock_from
    if start is None:
        return (), ()
    days = calendar(petition.book_id)
    terms = days.terms_on(start)
    answer = rules.answer_due(start, terms, days.office, days.stops(petition, start), today=today)
    return answer.steps, rules.acknowledge_due(start, terms, days.office).steps


def _may_know(actor: Actor, petition: Petition) -> bool:
    """The village and commune that took it in; a body that answers where the speaker agreed."""
    if actor.may("petition:name") and actor.covers(petition.book.tree_id, petition.seat.path):
        return len(actor.path_in(petition.book.tree_id) or "") > 0 or petition.may_name
    return petition.may_name and petition.status in ANSWERING


def _checks(actor: Actor, petition: Petition, *, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "classify": lambda: rules.check_can_classify(actor, petition, at=at),
        "route": lambda: rules.check_can_route(actor, petition, at=at),
        "acknowledge": lambda: rules.check_can_acknowledge(actor, petition, at=at),
        "forward": lambda: rules.check_can_forward(actor, petition, at=at),
        "return": lambda: rules.check_can_return(actor, petition, at=at),
        "answer": lambda: rules.check_can_answer(actor, petition, at=at),
        "confirm": lambda: rules.check_can_confirm(actor, petition, at=at),
        "dispute": lambda: rules.check_can_dispute(actor, petition, at=at),
        "reopen": lambda: rules.check_can_reopen(actor, petition, at=at),
        "read_back": lambda: rules.check_can_read_back(actor, petition, at=at),
        "turn_away": lambda: rules.check_can_turn_away(actor, petition, at=at),
        "restore": lambda: rules.check_can_restore(actor, petition, at=at),
        "split": lambda: rules.check_can_split(actor, petition, at=at),
        "merge": lambda: rules.check_can_merge(actor, petition, at=at),
        "unmerge": lambda: rules.check_can_unmerge(actor, petition, at=at),
        "leave_group": lambda: rules.check_can_leave_group(actor, petition, at=at),
        "pause": lambda: rules.check_can_pause(actor, petition, at=at),
        "resume": lambda: rules.check_can_resume(actor, petition, at=at),
        "publish": lambda: rules.check_can_publish(actor, petition, at=at),
    }


def _lines(petition: Petition) -> list[StepLine]:
    """The steps in words."""
    steps = list(petition.steps.select_related("holder", "body", "book").defer("book__plan_text").order_by("pk"))
    titles = titles_of({one.appointment_id for one in steps if one.appointment_id})
    units = {one.by_unit_id for one in steps if one.by_unit_id}
    named = Placement.objects.filter(tree_id=petition.book.tree_id, unit_id__in=units).values_list("unit_id", "name")
    names = dict(named)
    return [_line(petition, one, titles, names) for one in steps]


def _line(petition: Petition, step: PetitionStep, titles: dict[int, str], names: dict[int, str]) -> StepLine:
    by = names.get(step.by_unit_id or 0, step.holder.name)
    to = step.body.name if step.body else f"Mặt trận {step.holder.name}"
    sentence = STEPS[step.verb].format(seat=petition.village.name, by=by, to=to, year=step.book.year)
    text = step.text
    if step.verb == "classify" and text:
        sentence, text = f"{sentence} {text}", ""
    return StepLine(step.verb, sentence, titles.get(step.appointment_id or 0, ""), text, step.at)
