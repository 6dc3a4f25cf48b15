"""What was recorded by mistake is taken out again."""

import pytest

from danban.kit.refusals import NotFound, NotYours
from danban.library import actions
from danban.library.models import Presentation
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.library.factories import present, published


@pytest.mark.parametrize("who", ["head_of_group_1", "phuc_xa", "mrs_ha"])
def test_the_unit_or_one_above_takes_it_out_and_the_diary_keeps_it(cast: Cast, who: str) -> None:
    one = present(cast, published(cast), who="head_of_group_1")

    actions.remove_presentation(one.pk, actor=cast.actors[who], at=AT)

    assert not Presentation.objects.exists()
    assert last_event() == ("presentation.removed", "outline", one.version.outline_id)


def test_others_take_nothing_out(cast: Cast) -> None:
    one = present(cast, published(cast), who="head_of_group_1")

    with no_trace("library"):
        with pytest.raises(NotFound):
            actions.remove_presentation(one.pk, actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotYours):
            actions.remove_presentation(one.pk, actor=cast.actors["culture_department"], at=AT)
        with pytest.raises(NotFound):
            actions.remove_presentation(0, actor=cast.actors["mrs_ha"], at=AT)
