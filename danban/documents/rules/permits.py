"""Who may take an official number, on which day."""

from datetime import date, datetime

from danban.documents.models import RegisterEntry
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import day
from danban.units.models import Body


def check_can_take(actor: Actor, body: Body | None, *, on: date, at: datetime) -> None:
    """A number is taken in the own unit, from a body that stands on the day, and never ahead of time.

    The room that issues the paper has asked its own rule before.
    """
    if body is None:
        raise NotFound
    if not actor.is_machine and actor.unit_id != body.unit_id:
        raise NotYours(f"Số văn bản của {body.name} do cơ quan, đơn vị đó tự lấy.")
    if on > clock.day_of(at):
        _refuse(f"Ngày ban hành {day(on)} còn ở phía trước. Số chỉ lấy khi ban hành.")
    if not is_in_term(on, body.starts_on, body.ends_on):
        _refuse(f"{body.name} không hoạt động vào ngày {day(on)}.")


def check_day_follows(last: RegisterEntry | None, *, on: date) -> None:
    """Numbers of a series run in the order of their days; raises ``BadInput`` on ``on``."""
    if last is not None and on < last.issued_on:
        _refuse(
            f"Số gần nhất trong sổ là {last.symbol}, ngày {day(last.issued_on)}."
            f" Ngày ban hành phải từ {day(last.issued_on)} trở đi."
        )


def check_can_load(actor: Actor, *, at: datetime) -> None:
    """Bringing in a whole register is for machines: demonstrations, and years kept on paper before."""
    if not actor.is_machine:
        raise NotYours("Nạp sổ số hàng loạt chỉ chạy từ dòng lệnh của máy chủ.")


def _refuse(sentence: str) -> None:
    raise BadInput(sentence, {"on": sentence})
