"""The Front hands a petition to the body that is competent, and its days begin."""

from datetime import date

import pytest

from danban.kit.refusals import BadInput, NotYours
from danban.notices.models import Notice
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import committee, routed

ROOMS = ("petitions", "notices")


def test_the_body_is_told_and_its_days_count_from_today(cast: Cast, lamp: Petition) -> None:
    one = routed(cast, lamp, code="001")

    assert (one.status, one.holder, one.body) == ("routed", cast.places["001"], committee(cast, "001"))
    assert (one.clock_from, one.acknowledge_due_on) == (date(2023, 2, 10), date(2023, 2, 15))
    assert one.answer_due_on == date(2023, 3, 13), "the thirtieth day is a Sunday"
    assert last_event() == ("petition.routed", "petition", one.pk)
    told = Notice.objects.filter(channel="inbox", account=cast.people["ba_dinh_committee"]).get()
    assert told.subject.startswith("Kiến nghị chuyển tới")
    village = Notice.objects.filter(channel="inbox", account=cast.people["head_of_group_1"]).get()
    assert committee(cast, "001").name in village.subject


def test_without_a_field_or_a_body_of_the_city_nothing_moves(cast: Cast, lamp: Petition) -> None:
    village_body = cast.bodies["00001.01", "front_work_committee"]
    with no_trace(*ROOMS):
        with pytest.raises(BadInput, match="lĩnh vực"):
            actions.route_petition(lamp.pk, body_id=committee(cast).pk, actor=cast.actors["phuc_xa"], at=AT)
        for body in (village_body.pk, 0):
            with pytest.raises(BadInput, match=r"Hãy chọn|không phải cơ quan"):
                actions.sort_petition(
                    lamp.pk, field="lighting", kind="petition", title="Đèn", body_id=body,
                    actor=cast.actors["phuc_xa"], at=AT,
                )  # fmt: skip


def test_a_committee_does_not_route(cast: Cast, lamp: Petition) -> None:
    with no_trace(*ROOMS), pytest.raises(NotYours, match=r"Mặt trận|MTTQ"):
        routed(cast, lamp, who="phuc_xa_committee")


def test_the_district_front_may_sort_what_lies_with_its_commune(cast: Cast, lamp: Petition) -> None:
    assert routed(cast, lamp, who="ba_dinh").status == "routed"


def test_sorting_is_two_steps_of_the_way_and_a_second_click_changes_nothing(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)

    with no_trace(*ROOMS), pytest.raises(Exception, match="tải lại trang"):
        routed(cast, lamp)
    assert [one.verb for one in lamp.steps.order_by("pk")] == ["record", "classify", "route"]
