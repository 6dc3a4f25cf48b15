"""Lock the subject of a deed. Every action of the room begins here."""

from danban.accounts.models import Account, Appointment
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
