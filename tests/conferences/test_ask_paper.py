"""Prepared papers are asked of people."""

from datetime import timedelta

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference, PreparedPaper
from danban.conferences.rules import Asking
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, ROOMS, evening, scheduled

ASKING = Asking("Chi hội  Phụ nữ", "Phân loại rác tại nhà", FRIDAY - timedelta(days=2))


def test_a_paper_is_asked_of_somebody_by_a_day(cast: Cast, one: Conference) -> None:
    scheduled(cast, one, evening())

    def ask(asking: Asking, who: str = "head_of_group_1") -> PreparedPaper:
        return actions.ask_paper(one.pk, asking=asking, actor=cast.actors[who], at=AT)

    paper = ask(ASKING)
    assert (paper.speaker, paper.due_on, paper.position) == ("Chi hội Phụ nữ", FRIDAY - timedelta(days=2), 0)
    assert last_event() == ("prepared_paper.asked", "conference", one.pk)
    assert ask(Asking("Bí thư chi bộ", "Vai trò của chi bộ")).position == 1
    assert str(paper) == f"{one.pk} tham luận 0"
    with no_trace(*ROOMS):
        for bad, field in (
            (Asking(" ", "Rác"), "speaker"), (Asking("A", "x" * 301), "subject"),
            (Asking("A", "B", FRIDAY + timedelta(days=1)), "due_on"),
        ):  # fmt: skip
            with pytest.raises(BadInput) as refused:
                ask(bad)
            assert field in refused.value.problems
        for who, refusal in (("ba_dinh", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                ask(ASKING, who)
    PreparedPaper.objects.bulk_create(
        PreparedPaper(conference=one, speaker="A", subject="B", position=at) for at in range(2, 20)
    )
    with no_trace(*ROOMS), pytest.raises(NotNow, match="nhiều nhất 20"):
        ask(ASKING)
