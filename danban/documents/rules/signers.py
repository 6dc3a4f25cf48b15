"""Who may name the people who sign for a body, and end their terms."""

from datetime import date, datetime

from danban.accounts.models import Account
from danban.documents.models import Signer
from danban.documents.rules.profiles import VILLAGE_KINDS
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.kit.terms import in_term
from danban.kit.vietnamese import day
from danban.units.models import Body, Placement

_NOT_NAMING = "Người ký do cơ quan, đơn vị ra văn bản tự cử. Vị trí của bạn xem được, không cử được."


def check_can_name_signer(
    actor: Actor, body: Body | None, *, starts_on: date, ends_on: date | None, at: datetime
) -> None:
    """Signers of the bodies of the own unit, and of the villages right below; raises ``BadInput`` on bad days."""
    if body is None:
        raise NotFound
    check_can_keep_signers(actor, body, at=at)
    if ends_on is not None and ends_on < starts_on:
        sentence = f"Ngày cuối {day(ends_on)} đứng trước ngày đầu {day(starts_on)}."
        raise BadInput(sentence, {"ends_on": sentence})


def check_can_keep_signers(actor: Actor, body: Body, *, at: datetime) -> None:
    """Whoever keeps the list of a body's signers; raises ``NotFound`` outside the own area."""
    if actor.is_machine:
        return
    is_own = actor.unit_id == body.unit_id
    if not is_own and not _stands_below(actor, body, on=clock.day_of(at)):
        raise NotFound
    if not actor.may("signer:name") or not (is_own or body.kind.code in VILLAGE_KINDS):
        raise NotYours(_NOT_NAMING)


def check_may_keep_signers(actor: Actor) -> None:
    """Whether the office keeps signers at all; raises ``NotYours``."""
    actor.check_may("signer:name", _NOT_NAMING)


def check_can_end_signer(actor: Actor, signer: Signer, *, ends_on: date, at: datetime) -> None:
    """Who names signers ends them, not before they began."""
    check_can_keep_signers(actor, signer.body, at=at)
    if ends_on < signer.starts_on:
        sentence = f"Người này ký từ {day(signer.starts_on)}, ngày cuối không đứng trước ngày ấy."
        raise BadInput(sentence, {"ends_on": sentence})


def check_account(account_id: int | None) -> None:
    """A signer's account, where one is named, is one that is; raises ``BadInput``."""
    if account_id is not None and not Account.objects.filter(pk=account_id).exists():
        sentence = "Không có tài khoản này. Hãy chọn lại người."
        raise BadInput(sentence, {"account": sentence})


def _stands_below(actor: Actor, body: Body, *, on: date) -> bool:
    places = Placement.objects.filter(in_term(on, of="tree__"), unit_id=body.unit_id).order_by("pk")
    return any(actor.stands_above(place.tree_id, place.path) for place in places)
