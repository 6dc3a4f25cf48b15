"""A person confirms the field; what strangers may read bears no names."""

import pytest

from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import routed, said

ROOMS = ("petitions", "notices")


def _classify(cast: Cast, petition: Petition, who: str = "phuc_xa", **values: str) -> Petition:
    given = {"field": "lighting", "kind": "petition", "title": "Sửa đèn ngõ 12"} | values
    return actions.classify_petition(petition.pk, **given, actor=cast.actors[who], at=AT)


def test_field_kind_and_title_are_set_and_may_be_set_again(cast: Cast, lamp: Petition) -> None:
    _classify(cast, lamp)
    one = _classify(cast, lamp, field="roads", public_text="Đèn ngõ 12 hỏng")

    assert (one.status, one.field, one.public_text) == ("classified", "roads", "Đèn ngõ 12 hỏng")
    assert last_event() == ("petition.classified", "petition", lamp.pk)


def test_only_the_front_sorts_and_a_neighbour_does_not_see(cast: Cast, lamp: Petition) -> None:
    with no_trace(*ROOMS):
        for who in ("phuc_xa_committee", "head_of_group_1"):
            with pytest.raises(NotYours):
                _classify(cast, lamp, who)
        for who in ("truc_bach", "dong_anh", "culture_department"):
            with pytest.raises(NotFound):
                _classify(cast, lamp, who)


def test_a_public_text_with_the_speakers_name_or_a_number_is_refused(cast: Cast, lamp: Petition) -> None:
    one = said(cast, lamp.campaign, speaker="Bà Nguyễn Thị Sáu")

    with no_trace(*ROOMS):
        for text, sentence in (("Bà nguyen thi sau xin đèn", "tên người nói"), ("Gọi 0912 345 678", "số điện thoại")):
            with pytest.raises(BadInput, match=sentence):
                _classify(cast, one, public_text=text.replace("Bà nguyen", "ba nguyen"))
        with pytest.raises(BadInput, match="lĩnh vực"):
            _classify(cast, one, field="")


def test_what_is_with_a_body_is_no_longer_sorted(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)

    with no_trace(*ROOMS), pytest.raises(Exception, match="tải lại trang"):
        _classify(cast, lamp)
