"""A paper asked for in vain leaves the list."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference
from danban.conferences.rules import Asking
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS
from tests.documents import uploads


def test_it_is_dropped_unless_it_was_handed_in(cast: Cast, one: Conference) -> None:
    head = cast.actors["head_of_group_1"]
    papers = [actions.ask_paper(one.pk, asking=Asking("A", words), actor=head, at=AT) for words in ("Rác", "Cây")]
    actions.hand_in_paper(papers[1].pk, content=uploads.docx("bài"), name="bai.docx", actor=head, at=AT)

    assert actions.drop_paper(papers[0].pk, actor=head, at=AT) == one.pk

    assert last_event() == ("prepared_paper.dropped", "conference", one.pk)
    assert list(one.prepared_papers.values_list("pk", flat=True)) == [papers[1].pk]
    with no_trace(*ROOMS):
        with pytest.raises(NotNow, match="giữ lại"):
            actions.drop_paper(papers[1].pk, actor=head, at=AT)
        with pytest.raises(NotFound):
            actions.drop_paper(papers[0].pk, actor=head, at=AT)
        with pytest.raises(NotYours):
            actions.drop_paper(papers[1].pk, actor=cast.actors["mrs_ha"], at=AT)
