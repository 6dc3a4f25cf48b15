"""What a speaker handed in is kept."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference
from danban.conferences.rules import Asking
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS
from tests.documents import uploads


def test_a_file_is_kept_and_a_later_one_takes_its_place(cast: Cast, one: Conference) -> None:
    asking = Asking("Chi hội Phụ nữ", "Phân loại rác")
    paper = actions.ask_paper(one.pk, asking=asking, actor=cast.actors["head_of_group_1"], at=AT)

    def hand_in(content: bytes, who: str = "head_of_group_1", pk: int = paper.pk) -> None:
        actions.hand_in_paper(pk, content=content, name="bai.docx", actor=cast.actors[who], at=AT)

    hand_in(uploads.docx("bản đầu"))
    paper.refresh_from_db()
    first = paper.file
    assert first
    assert last_event() == ("prepared_paper.handed_in", "conference", one.pk)
    hand_in(uploads.docx("bản sau"))
    paper.refresh_from_db()
    assert paper.file != first
    with no_trace(*ROOMS, "documents"):
        with pytest.raises(BadInput):
            hand_in(b"khong phai tep")
        for who, refusal in (("ba_dinh", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                hand_in(uploads.docx("x"), who)
        with pytest.raises(NotFound):
            hand_in(uploads.docx("x"), pk=paper.pk + 9)
