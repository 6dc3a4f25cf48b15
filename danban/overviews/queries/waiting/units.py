"""Units below that are late. Counted on the page already: no query of its own."""

from collections.abc import Iterator

from danban.kit.vietnamese import number
from danban.overviews.queries.waiting.look import Look, Wait


def late_units(look: Look) -> Iterator[Wait]:
    """How many units right below have something late in their area, and how many things."""
    late = [tally.late for tally in look.below if tally.late]
    if late and look.actor.may("plan:send_back"):
        sentence = f"{number(len(late))} đơn vị bên dưới có {number(sum(late))} việc quá hạn"
        yield Wait("theirs", "units.late", sentence, sum(late))
