"""Lock the subject of a deed. Every action of the room begins here."""

from danban.accounts.models import Account, Appointment, SignInCard
from danban.kit.refusals import NotFound


def lock_account(pk: int) -> Account:
    """A person, locked; raises ``NotFound``."""
    account = Account.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if account is None:
        raise NotFound("Không tìm thấy người này trong phạm vi của bạn.")
    return account


def lock_appointment(pk: int) -> Appointment:
    """An office, locked; raises ``NotFound``."""
    appointment = Appointment.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if appointment is None:
        raise NotFound("Không tìm thấy vị trí này trong phạm vi của bạn.")
    return appointment


def lock_card(pk: int) -> SignInCard:
    """A sign-in card with its post and holder, locked; raises ``NotFound``."""
    cards = SignInCard.objects.select_for_update(of=("self",)).select_related("appointment__account")
    card = cards.filter(pk=pk).first()
    if card is None:
        raise NotFound("Không tìm thấy thẻ này trong phạm vi của bạn.")
    return card
