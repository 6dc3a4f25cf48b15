"""Who enters what came in, on which day, and what a line of that register must say."""

from dataclasses import dataclass
from datetime import date, datetime

from danban.documents.models import Delivery, IncomingEntry
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import day, squeeze
from danban.units.models import Body

INCOMING = "incoming"
"""The series of a body's counter of papers that came in (số đến)."""


@dataclass(frozen=True)
class IncomingPaper:
    """What stands on a paper that came in, as typed; ``handed_to`` is who is to deal with it."""

    symbol: str = ""
    issuer: str = ""
    issued_on: date | None = None
    subject: str = ""
    handed_to: str = ""

    def squeezed(self) -> "IncomingPaper":
        """The same in one line each, cut to what the register holds."""
        return IncomingPaper(
            symbol=squeeze(self.symbol)[:60],
            issuer=squeeze(self.issuer)[:200],
            issued_on=self.issued_on,
            subject=squeeze(self.subject)[:300],
            handed_to=squeeze(self.handed_to)[:200],
        )


def check_can_enter(actor: Actor, body: Body | None, *, on: date, at: datetime) -> None:
    """The offices of a unit enter what came in for its bodies, on a day that has come."""
    if body is None:
        raise NotFound
    actor.check_may("document:receive", "Sổ văn bản đến do người làm công tác văn bản của đơn vị ghi.")
    if actor.unit_id != body.unit_id:
        raise NotYours(f"Sổ văn bản đến của {body.name} do cơ quan, đơn vị đó tự ghi.")
    if on > clock.day_of(at):
        _refuse("received_on", f"Ngày đến {day(on)} còn ở phía trước.")
    if not is_in_term(on, body.starts_on, body.ends_on):
        _refuse("received_on", f"{body.name} không hoạt động vào ngày {day(on)}.")


def check_arrives_in_order(last: IncomingEntry | None, *, on: date) -> None:
    """Numbers of the register run in the order of their days."""
    if last is not None and on < last.received_on:
        _refuse(
            "received_on",
            f"Số đến gần nhất là {last.number}, ngày {day(last.received_on)}."
            f" Ngày đến phải từ {day(last.received_on)} trở đi.",
        )


def check_paper(paper: IncomingPaper, *, received_on: date) -> None:
    """A line names who issued the paper and what it is about; raises ``BadInput`` naming each field."""
    problems = {}
    if not paper.issuer:
        problems["issuer"] = "Hãy ghi cơ quan ban hành."
    if not paper.subject:
        problems["subject"] = "Hãy ghi trích yếu nội dung."
    if paper.issued_on is not None and paper.issued_on > received_on:
        problems["issued_on"] = "Ngày văn bản không thể sau ngày đến."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def check_delivery(actor: Actor, delivery: Delivery | None, entered: IncomingEntry | None) -> None:
    """What was sent to the own unit is entered once in a body's register."""
    if delivery is None or delivery.unit_id is None or delivery.unit_id != actor.unit_id:
        raise NotFound("Văn bản này không được gửi tới đơn vị của bạn.")
    if entered is not None:
        raise NotNow(f"Văn bản này đã vào sổ, số đến {entered.number}, ngày {day(entered.received_on)}.")


def _refuse(name: str, sentence: str) -> None:
    raise BadInput(sentence, {name: sentence})
