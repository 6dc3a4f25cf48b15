"""Official numbers by the dozen."""

from datetime import date, datetime
from typing import Any

from danban.documents import actions
from danban.documents.models import RegisterEntry
from danban.kit.actor import Actor
from tests.cast import AT, TODAY, Cast

PATTERN = "{number:02d}/KHLT-UBND-UBMTTQ"


def take(
    cast: Cast, code: str = "00001", *, on: date = TODAY, at: datetime = AT, actor: Actor | None = None, **changed: Any
) -> RegisterEntry:
    """The next number of a unit's Front, taken by the Front of Phúc Xá unless somebody else is named."""
    asked: dict[str, Any] = {
        "body_id": cast.bodies[code, "front_committee"].pk, "series": "plan", "pattern": PATTERN,
        "subject": "Kế hoạch tổ chức hội nghị", "on": on, "actor": actor or cast.actors["phuc_xa"], "at": at,
    }  # fmt: skip
    return actions.take_number(**asked | changed)
