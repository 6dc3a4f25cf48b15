"""The post itself: taken over of late, with a note and open work."""

from collections.abc import Iterator
from datetime import timedelta

from danban.accounts.models import Handover
from danban.kit.vietnamese import day
from danban.overviews.queries.waiting.look import Look, Wait

_NEW = timedelta(days=14)


def handover(look: Look) -> Iterator[Wait]:
    """For two weeks a post taken over leads to its record, which tells what was open. One query."""
    taken = Handover.objects.filter(incoming_id=look.actor.appointment_id or 0)
    found = taken.filter(last_day__gte=look.today - _NEW).first()
    if found is not None:
        sentence = f"Nhận bàn giao vị trí sau ngày {day(found.last_day)}: xem ghi chú và việc dở dang"
        yield Wait("mine", "post.handover", sentence, since=found.last_day, thing=found.pk)
