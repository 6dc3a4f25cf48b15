"""Papers issued at the same moment: consecutive numbers, none twice, none left out."""

from functools import partial

import pytest

from danban.documents import actions
from danban.documents.models import Counter, Document, RegisterEntry
from danban.kit.refusals import NotNow
from tests.cast import AT, TODAY, Cast
from tests.documents.factories import desk_of, signed
from tests.together import together


@pytest.mark.django_db(transaction=True)
def test_eight_papers_of_a_body_issued_at_once_bear_eight_consecutive_numbers(city: Cast) -> None:
    desk = desk_of(city)
    papers = [signed(city, desk, subject=f"Việc thứ {at}") for at in range(8)]

    together(*(partial(actions.issue_document, one.pk, issued_on=TODAY, actor=desk.drafter, at=AT) for one in papers))

    assert sorted(RegisterEntry.objects.values_list("number", flat=True)) == list(range(1, 9))
    assert sorted(one.content["number"] for one in Document.objects.order_by("pk")) == list(range(1, 9))


@pytest.mark.django_db(transaction=True)
def test_one_paper_issued_twice_at_once_bears_one_number(city: Cast) -> None:
    desk = desk_of(city)
    issue = partial(actions.issue_document, signed(city, desk).pk, issued_on=TODAY, actor=desk.drafter, at=AT)

    done = together(issue, issue)

    assert sorted(type(one).__name__ for one in done) == sorted((Document.__name__, NotNow.__name__))
    assert Counter.objects.get().last == 1
