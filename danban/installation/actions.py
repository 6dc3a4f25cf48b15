"""Set up the installation row. No diary entry: there is nobody yet who could do a deed."""

from datetime import datetime, timedelta

from django.db import transaction

from danban.installation.models import Installation
from danban.kit.refusals import NotNow


@transaction.atomic
def mark_demo(*, offset: timedelta, at: datetime) -> None:
    """Mark the database as a demonstration whose clock is shifted by ``offset``.

    Raises ``NotNow`` if it is already set up as a real installation.
    """
    row = Installation.objects.filter(pk=1).first()
    if row and not row.is_demo:
        raise NotNow("Cơ sở dữ liệu này là bản chính thức, không nạp dữ liệu trình diễn vào được.")
    seconds = int(offset.total_seconds())
    Installation.objects.update_or_create(
        pk=1,
        defaults={"is_demo": True, "clock_offset": seconds},
        create_defaults={
            "is_demo": True,
            "clock_offset": seconds,
            "set_up_at": at,
        },
    )


@transaction.atomic
def mark_in_use(*, at: datetime) -> None:
    """Give a database that begins to hold a city its mark: real, unless it is a demonstration already."""
    Installation.objects.get_or_create(pk=1, defaults={"set_up_at": at})


@transaction.atomic
def mark_real(*, at: datetime) -> None:
    """Mark the database as a real installation; raises ``NotNow`` where a demonstration lives in it."""
    row, _ = Installation.objects.get_or_create(pk=1, defaults={"set_up_at": at})
    if row.is_demo:
        raise NotNow("Cơ sở dữ liệu này chứa dữ liệu trình diễn. Hãy dùng một cơ sở dữ liệu mới cho bản chính thức.")
