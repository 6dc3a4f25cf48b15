"""One difficulty as a thread: what is asked, every step it took, what may be done with it now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from danban.accounts.queries import titles_of
from danban.campaigns.models import Obligation, ObligationKind
from danban.difficulties import rules
from danban.difficulties.models import Difficulty, DifficultyStep
from danban.difficulties.queries.years import Ground, running_ground_for
from danban.difficulties.texts import STEPS
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.units.models import Placement

_STARTS_THE_CLOCK = {"ask", "pass_up", "reopen"}


@dataclass(frozen=True)
class StepLine:
    """A step as people read it: what, by which office, when, with what words."""

    sentence: str
    title: str
    text: str
    at: datetime


@dataclass(frozen=True)
class DifficultyPage:
    """A difficulty with its thread. ``due_steps`` explain the day for the answer.

    ``owed`` is what the unit owes of the kind it is about, None for nothing. ``verbs`` may be done now.
    """

    difficulty: Difficulty
    lines: tuple[StepLine, ...]
    due_steps: tuple[str, ...]
    owed: Obligation | None
    verbs: frozenset[str]


@dataclass(frozen=True)
class AskPage:
    """What the form to ask is drawn from: the year, the unit asked, what it may be about (code, name).

    ``due_on`` and ``urgent_due_on`` are the last days for an answer to what is asked now.
    """

    ground: Ground
    above: Placement
    kinds: tuple[tuple[str, str], ...]
    due_on: date
    urgent_due_on: date


def difficulty_for(actor: Actor, pk: int) -> Difficulty:
    """A difficulty of the actor's area, with its year, unit and holder; raises ``NotFound``."""
    seen = Difficulty.objects.visible_to(actor).select_related("campaign", "placement__parent", "holder__parent")
    difficulty = seen.defer("campaign__plan_text").filter(pk=pk).first()
    if difficulty is None:
        raise NotFound("Không tìm thấy khó khăn này trong phạm vi của bạn.")
    return difficulty


def difficulty_page(actor: Actor, pk: int, *, at: datetime) -> DifficultyPage:
    """Everything the page of a difficulty shows; raises ``NotFound``. Constant queries."""
    difficulty = difficulty_for(actor, pk)
    steps = list(difficulty.steps.select_related("holder").order_by("pk"))
    begun = [step for step in steps if step.verb in _STARTS_THE_CLOCK][-1]
    ours = Obligation.objects.filter(campaign=difficulty.campaign, placement=difficulty.placement)
    about = ours.filter(kind__code=difficulty.obligation_kind).select_related("kind")
    return DifficultyPage(
        difficulty=difficulty,
        lines=tuple(_lines(difficulty, steps)),
        due_steps=rules.answer_due(begun.at, is_urgent=difficulty.is_urgent).steps,
        owed=about.order_by("occurrence", "pk").first(),
        verbs=frozenset(verb for verb, check in _checks(actor, difficulty, at=at).items() if is_allowed(check)),
    )


def difficulty_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Difficulty:
    """A difficulty with which the actor may do this now; raises what the verb's rule raises."""
    difficulty = difficulty_for(actor, pk)
    _checks(actor, difficulty, at=at)[verb]()
    return difficulty


def ask_page(actor: Actor, *, at: datetime) -> AskPage:
    """What a unit may ask about now; raises any refusal of asking."""
    ground = running_ground_for(actor)
    rules.check_can_ask(actor, ground.campaign, ground.place, at=at)
    owed = Obligation.objects.filter(campaign=ground.campaign, placement=ground.place)
    kinds = ObligationKind.objects.filter(pk__in=owed.values("kind")).order_by("position", "pk")
    assert ground.place.parent is not None  # the rule has refused the top
    return AskPage(
        ground=ground,
        above=ground.place.parent,
        kinds=tuple(dict(kinds.values_list("code", "name")).items()),
        due_on=rules.answer_due(at, is_urgent=False).due_on,
        urgent_due_on=rules.answer_due(at, is_urgent=True).due_on,
    )


def _checks(actor: Actor, difficulty: Difficulty, *, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "acknowledge": lambda: rules.check_can_acknowledge(actor, difficulty, at=at),
        "answer": lambda: rules.check_can_answer(actor, difficulty, text="?", at=at),
        "pass_up": lambda: rules.check_can_pass_up(actor, difficulty, reason="?", at=at),
        "close": lambda: rules.check_can_close(actor, difficulty, at=at),
        "reopen": lambda: rules.check_can_reopen(actor, difficulty, reason="?", at=at),
    }


def _lines(difficulty: Difficulty, steps: list[DifficultyStep]) -> list[StepLine]:
    """The steps in words; who took one is the asker, or whoever held it before."""
    titles = titles_of({step.appointment_id for step in steps if step.appointment_id})
    lines, held_by = [], difficulty.placement.name
    for step in steps:
        is_askers = step.verb in {"ask", "close", "reopen"}
        by = difficulty.placement.name if is_askers else held_by
        sentence = STEPS[step.verb].format(by=by, holder=step.holder.name)
        text = difficulty.text if step.verb == "ask" else step.text
        lines.append(StepLine(sentence, titles.get(step.appointment_id or 0, ""), text, step.at))
        held_by = step.holder.name
    return lines
