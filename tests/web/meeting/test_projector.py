"""The wall: what runs and what is voted, by a signed link, without a name; 304 after one query."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.conferences import actions as conferences
from danban.conferences.models import Conference
from danban.sittings import actions
from danban.sittings.models import Poll
from danban.sittings.rules import projector_token
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, entries_of, hands, opinion, poll_of, present


def _at(one: Conference) -> str:
    return reverse("meeting:projector", args=[projector_token(one.pk)])


def test_it_follows_from_item_to_item(cast: Cast, meeting: Conference) -> None:
    wall, seen = Client(), []
    for entry in entries_of(meeting):
        conferences.step_agenda(meeting.pk, entry_id=entry.pk, actor=cast.actors[HEAD], at=EVENING)
        answer = wall.get(_at(meeting))
        assert f"<h1>{entry.title}</h1>" in answer.content.decode()
        seen.append(answer["ETag"])

    assert len(set(seen)) == len(seen)


def test_nothing_new_is_said_after_one_query(cast: Cast, meeting: Conference) -> None:
    tag = Client().get(_at(meeting))["ETag"]
    with CaptureQueriesContext(connection) as found:
        answer = Client().get(_at(meeting), headers={"If-None-Match": tag})

    assert (answer.status_code, answer.content, len(found)) == (304, b"", 1)


def _step(cast: Cast, one: Conference) -> None:
    conferences.step_agenda(one.pk, entry_id=entries_of(one)[0].pk, actor=cast.actors[HEAD], at=EVENING)


def _come(cast: Cast, one: Conference) -> None:
    present(one)


def _open(cast: Cast, one: Conference) -> None:
    poll_of(cast, one)


def _count(cast: Cast, one: Conference) -> None:
    actions.count_hands(one.pk, uuid=uuid4(), sheet=hands(), actor=cast.actors[HEAD], at=EVENING)


@pytest.mark.parametrize("deed", [_step, _come, _open, _count])
def test_whatever_is_shown_changes_the_tag(cast: Cast, meeting: Conference, deed: object) -> None:
    assert callable(deed)
    tag = Client().get(_at(meeting))["ETag"]
    deed(cast, meeting)

    assert Client().get(_at(meeting), headers={"If-None-Match": tag}).status_code == 200


def test_votes_change_the_tag_and_the_result_waits_for_the_count(cast: Cast, meeting: Conference) -> None:
    poll, voter = poll_of(cast, meeting, "Phương án A", "Phương án B"), present(meeting)[0]
    tag = Client().get(_at(meeting))["ETag"]
    actions.cast_vote(poll.pk, attendance_id=voter.pk, choices=(1,))
    voting = Client().get(_at(meeting), headers={"If-None-Match": tag})
    assert voting.status_code == 200
    assert "người đã bỏ phiếu" in voting.content.decode()
    assert "<dd" not in voting.content.decode()
    assert voter.full_name not in voting.content.decode()

    actions.close_poll(Poll.objects.get().pk, actor=cast.actors[HEAD], at=EVENING)
    _step(cast, meeting)
    assert '<dt>Phương án B</dt><dd class="num">1</dd>' in Client().get(_at(meeting)).content.decode()


def test_no_speaker_is_named_on_the_wall(cast: Cast, meeting: Conference) -> None:
    opinion(cast, meeting, speaker="Bà Tư")
    turn = actions.ask_to_speak(meeting.pk, uuid=uuid4(), speaker="Ông Ba", actor=cast.actors[HEAD], at=EVENING)
    actions.begin_turn(turn.pk, actor=cast.actors[HEAD], at=EVENING)
    page = Client().get(_at(meeting)).content.decode()

    assert "Bà Tư" not in page
    assert "Ông Ba" not in page


@pytest.mark.parametrize("token", ["1", "1~abc", "x"])
def test_a_guessed_link_opens_nothing(cast: Cast, meeting: Conference, token: str) -> None:
    assert Client().get(reverse("meeting:projector", args=[token])).status_code == 404
