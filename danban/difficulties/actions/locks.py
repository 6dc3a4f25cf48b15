"""Lock a difficulty before a step is taken."""

from danban.difficulties.models import Difficulty
from danban.kit.refusals import NotFound


def lock_difficulty(difficulty_id: int) -> Difficulty:
    """A difficulty, locked, with its year, its unit and the unit it lies with; raises ``NotFound``."""
    found = Difficulty.objects.select_for_update(of=("self",)).select_related("campaign", "placement", "holder__parent")
    difficulty = found.defer("campaign__plan_text").filter(pk=difficulty_id).first()
    if difficulty is None:
        raise NotFound
    return difficulty
