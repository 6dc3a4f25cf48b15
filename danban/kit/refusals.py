"""How the house says no: an exception that carries a Vietnamese sentence a person can act on.

A rule is silent or raises one of these. Doors turn them into answers (404, 403, 409, 422 or an
exit code) in one place each. Between the rule and the door only ``is_allowed`` catches them, for buttons.
"""

from collections.abc import Callable, Mapping
from typing import ParamSpec

Asked = ParamSpec("Asked")


class Refused(Exception):
    """A deed was refused; ``sentence`` tells the person what is wrong and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotFound(Refused):
    """Absent, or outside the actor's area: from outside the two look the same (404)."""

    def __init__(self, sentence: str = "Không tìm thấy nội dung này trong phạm vi của bạn.") -> None:
        super().__init__(sentence)


class NotYours(Refused):
    """Right place, wrong person (403)."""


class NotNow(Refused):
    """Right person, wrong moment: the phase is closed or the thing has already moved on (409)."""


class BadInput(Refused):
    """What was typed or uploaded cannot be used (422). ``problems`` maps a field to its sentence."""

    def __init__(self, sentence: str, problems: Mapping[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.problems: Mapping[str, str] = problems or {}


def is_allowed(check: Callable[Asked, None], *args: Asked.args, **named: Asked.kwargs) -> bool:
    """Whether a rule is silent: a button is shown exactly when its rule would let the deed through."""
    try:
        check(*args, **named)
    except Refused:
        return False
    return True
