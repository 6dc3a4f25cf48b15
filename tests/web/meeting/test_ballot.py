"""The ballot on one's own phone: by the invitation's link, once, for the vote that is open, told nothing afterwards."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from danban.conferences.models import Conference
from danban.delegates.models import Attendance, Delegate
from danban.kit.tokens import hash_of
from danban.sittings import actions
from danban.sittings.models import PollBox, PollVoter
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, poll_of, present

SECRET = "phieu-cua-ba-tu-0000000"


@pytest.fixture
def voter(meeting: Conference) -> Attendance:
    """Somebody invited who came."""
    person = Delegate.objects.create(
        conference=meeting,
        group="household",
        full_name="Bà Tư",
        folded="ba tu",
        sort_key="tu",
        token_hash=hash_of(SECRET),
    )
    came = present(meeting)[0]
    came.delegate, came.full_name = person, "Bà Tư"
    came.save()
    return came


def _post(**values: Any) -> Any:
    return Client().post(reverse("meeting:ballot", args=[SECRET]), values)


def _page() -> str:
    return Client().get(reverse("meeting:ballot", args=[SECRET])).content.decode()


def test_one_votes_once_however_often_it_is_sent(cast: Cast, meeting: Conference, voter: Attendance) -> None:
    assert "Chưa có gì để bỏ phiếu" in _page()
    poll = poll_of(cast, meeting)
    assert "Chọn phương án" in _page()

    assert _post(poll=poll.pk, choices="0").status_code == 302
    assert _post(poll=poll.pk, choices="1").status_code == 200

    assert "Đã nhận lá phiếu" in _page()
    assert 'value="0"' not in _page()
    assert PollVoter.objects.get().attendance == voter
    assert dict(PollBox.objects.values_list("choice", "count")) == {-1: 0, 0: 1, 1: 0}


def test_a_ballot_of_the_last_vote_does_not_count_in_the_next(
    cast: Cast, meeting: Conference, voter: Attendance
) -> None:
    old = poll_of(cast, meeting)
    actions.close_poll(old.pk, actor=cast.actors[HEAD], at=EVENING)
    poll_of(cast, meeting)

    assert _post(poll=old.pk, choices="0").status_code == 409
    assert not PollVoter.objects.exists()


def test_a_ballot_sent_after_the_count_is_told_so(cast: Cast, meeting: Conference, voter: Attendance) -> None:
    poll = poll_of(cast, meeting)
    actions.close_poll(poll.pk, actor=cast.actors[HEAD], at=EVENING)

    answer = _post(poll=poll.pk, choices="0")
    assert answer.status_code == 409
    assert "chưa được nhận" in answer.content.decode()


def test_who_is_not_ticked_present_is_sent_to_the_desk(cast: Cast, meeting: Conference, voter: Attendance) -> None:
    poll = poll_of(cast, meeting)
    Attendance.objects.filter(pk=voter.pk).update(taken_back_at=EVENING)

    assert "Chưa điểm danh" in _page()
    assert _post(poll=poll.pk, choices="0").status_code == 409
    assert not PollVoter.objects.exists()


def test_a_guessed_link_opens_nothing(cast: Cast, meeting: Conference) -> None:
    assert Client().get(reverse("meeting:ballot", args=["abc"])).status_code == 404
