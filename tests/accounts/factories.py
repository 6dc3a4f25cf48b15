"""People and offices by the dozen, where the cast is too small."""

from datetime import date
from itertools import count

from danban.accounts.models import Account, Appointment, post_text
from danban.kit.vietnamese import fold, person_sort_key
from danban.units.models import Unit
from tests.cast import AT

_numbers = count(1)


def make_account(full_name: str = "") -> Account:
    """A person with an e-mail and no usable password."""
    number = next(_numbers)
    name = full_name or f"Nguyễn Thị Thử {number}"
    return Account.objects.create(
        full_name=name, folded=fold(name), sort_key=person_sort_key(name), email=f"nguoi.thu.{number}@example.vn",
        password="!", created_at=AT,
    )  # fmt: skip


def make_appointment(
    unit: Unit,
    *,
    account: Account | None = None,
    role: str = "village_head",
    starts_on: date = date(2022, 1, 1),
    ends_on: date | None = None,
) -> Appointment:
    """An office in a unit, of a new person unless one is given."""
    title = "Tổ trưởng tổ dân phố"
    return Appointment.objects.create(
        account=account or make_account(), role=role, unit=unit, title=title, folded=post_text(title, role),
        starts_on=starts_on, ends_on=ends_on,
    )  # fmt: skip
