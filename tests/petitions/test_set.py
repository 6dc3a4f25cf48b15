"""The city sets terms, closed days and the routing table; due days and proposals follow at once."""

from datetime import date

import pytest

from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.petitions import actions, queries, rules
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.petitions.factories import days, routed

ROOMS = ("petitions",)
BASIS = "Thông báo của Ủy ban MTTQ Thành phố"


def test_new_terms_hold_for_what_is_routed_from_their_day_on(cast: Cast, lamp: Petition) -> None:
    terms = rules.Terms(acknowledge_days=2, answer_days=10, is_working=True, basis=BASIS)
    actions.set_terms(lamp.campaign_id, terms=terms, starts_on=TODAY, actor=cast.actors["mrs_ha"], at=AT)
    one = routed(cast, lamp)

    assert (one.acknowledge_due_on, one.answer_due_on) == (date(2023, 2, 14), date(2023, 2, 24))
    page = queries.petition_page(cast.actors["phuc_xa"], lamp.pk, at=AT)
    assert page.due_steps[0].startswith("Trả lời trong 10 ngày làm việc")
    assert page.due_steps[-1] == BASIS


def test_terms_that_reach_back_or_make_no_sense_are_refused(cast: Cast, lamp: Petition) -> None:
    with no_trace(*ROOMS):
        for terms, starts_on in (
            (rules.Terms(answer_days=0), TODAY), (rules.Terms(acknowledge_days=31), TODAY), (rules.Terms(), days(-1)),
        ):  # fmt: skip
            with pytest.raises(BadInput):
                actions.set_terms(
                    lamp.campaign_id, terms=terms, starts_on=starts_on,
                    actor=cast.actors["mrs_ha"], at=AT,
                )  # fmt: skip
        for who, refusal in (("phuc_xa", NotFound), ("mr_dung", NotYours)):
            with pytest.raises(refusal):
                actions.set_terms(lamp.campaign_id, terms=rules.Terms(), starts_on=TODAY, actor=cast.actors[who], at=AT)


def test_a_closed_day_moves_open_due_days_at_once_and_back(cast: Cast, lamp: Petition) -> None:
    due = routed(cast, lamp).answer_due_on
    assert due == date(2023, 3, 13)
    city = cast.actors["mrs_ha"]

    assert actions.set_closed_day(due, name="Nghỉ bù", actor=city, at=AT) == 1
    assert last_event()[0] == "closed_day.set"
    lamp.refresh_from_db()
    assert lamp.answer_due_on == date(2023, 3, 14)
    assert any("Nghỉ bù" in step for step in queries.petition_page(city, lamp.pk, at=AT).due_steps)
    assert actions.drop_closed_day(due, actor=city, at=AT) == 1
    lamp.refresh_from_db()
    assert lamp.answer_due_on == due


def test_the_routing_table_is_followed_narrowest_first(cast: Cast, lamp: Petition) -> None:
    city, scheme = cast.actors["mrs_ha"], cast.tree.scheme_id

    def proposed() -> tuple[str, str]:
        lamp.refresh_from_db()
        found = queries.propose([lamp], on=TODAY)[lamp.pk]
        assert found.body is not None
        return found.body.name, found.field

    assert proposed() == (cast.bodies["001", "peoples_committee"].name, "lighting")
    actions.set_route(
        scheme, field="lighting", level_code="commune", body_kind="peoples_committee", reason="Giao cho phường",
        unit_id=cast.places["001"].unit_id, actor=city, at=AT,
    )  # fmt: skip
    assert proposed()[0] == cast.bodies["00001", "peoples_committee"].name
    row = actions.set_route(
        scheme, field="lighting", level_code="city", body_kind="peoples_committee", reason="Ngõ 12 do thành phố",
        words="Ngõ 12", actor=city, at=AT,
    )  # fmt: skip
    assert proposed()[0] == cast.bodies["01", "peoples_committee"].name
    actions.drop_route(row.pk, actor=city, at=AT)
    assert proposed()[0] == cast.bodies["00001", "peoples_committee"].name
    with no_trace(*ROOMS), pytest.raises(NotYours):
        actions.drop_route(row.pk, actor=cast.actors["phuc_xa"], at=AT)
