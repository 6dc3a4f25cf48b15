"""A count typed wrong is put right, and judged anew."""

from danban.audit.models import Entry
from danban.conferences.models import Conference
from danban.sittings import actions
from danban.sittings.states import Outcome
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, hands
from tests.sittings.test_count_hands import count


def test_the_diary_keeps_both_numbers(cast: Cast, meeting: Conference) -> None:
    wrong = count(cast, meeting, hands(present=10))
    sheet = hands(present=10, in_favour=3, against=7)
    right = actions.correct_count(wrong.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)

    assert right.outcome == Outcome.FAILED
    last = Entry.objects.order_by("-pk").first()
    assert last is not None
    assert last.changes["numbers"] == [[10, 10, 0, 0], [10, 3, 7, 0]]
