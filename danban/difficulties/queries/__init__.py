"""Reading difficulties: lists with counts, one as a thread, roll-ups of an area."""

from danban.difficulties.queries.lists import NO_KIND, STATES, DifficultyList, Side, Wanted, list_difficulties
from danban.difficulties.queries.summary import KindLine, Summary, Tally, UnitLine, summary
from danban.difficulties.queries.thread import (
    AskPage,
    DifficultyPage,
    StepLine,
    ask_page,
    difficulty_for,
    difficulty_page,
    difficulty_to,
)
from danban.difficulties.queries.years import Ground, ground_for

__all__ = [
    "NO_KIND",
    "STATES",
    "AskPage",
    "DifficultyList",
    "DifficultyPage",
    "Ground",
    "KindLine",
    "Side",
    "StepLine",
    "Summary",
    "Tally",
    "UnitLine",
    "Wanted",
    "ask_page",
    "difficulty_for",
    "difficulty_page",
    "difficulty_to",
    "ground_for",
    "list_difficulties",
    "summary",
]
