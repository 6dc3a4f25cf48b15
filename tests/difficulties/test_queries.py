"""Lists, the thread and the roll-up of difficulties."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from danban.campaigns.actions import close_campaign
from danban.campaigns.models import Campaign
from danban.difficulties import actions, queries
from danban.difficulties.models import Difficulty
from danban.difficulties.queries import Tally, Wanted
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotYours
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.difficulties.factories import answered, ask, head_of

VILLAGES = ("00001.01", "00001.02", "00004.01", "00454.01")


def _listed(actor: Actor, *, today: date = TODAY, **wanted: object) -> queries.DifficultyList:
    found = queries.list_difficulties(actor, Wanted(**wanted), today=today)  # type: ignore[arg-type]
    assert found is not None
    return found


def _titles(found: queries.DifficultyList) -> list[str]:
    return [row.title for row in found.page]


def test_what_lies_with_us_has_the_late_first_then_the_urgent(cast: Cast, campaign: Campaign) -> None:
    weeks = timedelta(days=14)
    ask(cast, campaign, title="Thường")
    ask(cast, campaign, title="Gấp", is_urgent=True)
    ask(cast, campaign, title="Quá hạn", at=AT - weeks)
    answered(cast, ask(cast, campaign, title="Đã đáp", at=AT - weeks * 2))

    found = _listed(cast.actors["phuc_xa"])

    assert found.side == "held"
    assert _titles(found) == ["Quá hạn", "Gấp", "Thường", "Đã đáp"]
    assert found.counts == {
        "late": 1, "urgent": 1, "waiting": 3, "answered": 1, "closed": 0, "replied_late": 1,
    }  # fmt: skip
    assert found.sides == {"held": 3, "asked": 0, "area": 3}
    assert _titles(_listed(cast.actors["phuc_xa"], state="urgent")) == ["Gấp"]
    assert _titles(_listed(cast.actors["phuc_xa"], state="late")) == ["Quá hạn"]


def test_the_own_list_begins_with_what_was_answered(cast: Cast, campaign: Campaign) -> None:
    ask(cast, campaign, title="Đang chờ")
    answered(cast, ask(cast, campaign, title="Đã đáp"))

    found = _listed(cast.actors["head_of_group_1"])

    assert (found.side, found.sides) == ("asked", {"asked": 1})
    assert _titles(found) == ["Đã đáp", "Đang chờ"]


def test_a_list_is_searched_without_accents_and_narrowed_by_place_and_kind(cast: Cast, campaign: Campaign) -> None:
    ask(cast, campaign, title="Mất điện", obligation_kind="conference")
    ask(cast, campaign, head_of(cast, "00454.01"), title="Đường ngập")
    ha = cast.actors["mrs_ha"]

    assert _titles(_listed(ha, side="area", words="duong ngap")) == ["Đường ngập"]
    assert _titles(_listed(ha, side="area", words="duong yen")) == ["Đường ngập"]
    assert _titles(_listed(ha, side="area", place=cast.places["001"].pk)) == ["Mất điện"]
    assert _titles(_listed(ha, side="area", kind="conference")) == ["Mất điện"]
    assert _titles(_listed(ha, side="area", kind=queries.NO_KIND)) == ["Đường ngập"]
    assert _titles(_listed(cast.actors["ba_dinh"], side="area")) == ["Mất điện"]
    with pytest.raises(NotFound):
        _listed(cast.actors["ba_dinh"], side="area", place=cast.places["017"].pk)


def test_without_a_year_there_is_no_list_and_another_ones_year_is_not_found(cast: Cast) -> None:
    assert queries.list_difficulties(cast.actors["phuc_xa"], Wanted(), today=TODAY) is None
    assert queries.summary(cast.actors["phuc_xa"], today=TODAY) is None
    with pytest.raises(NotFound, match="Chưa có năm"):
        queries.ask_page(cast.actors["phuc_xa"], at=AT)

    run_campaign(cast)
    with pytest.raises(NotFound):
        _listed(cast.actors["phuc_xa"], campaign_id=0)
    with pytest.raises(NotFound):
        queries.summary(cast.actors["phuc_xa"], today=TODAY, place_id=cast.places["00004"].pk)


def test_the_year_that_runs_comes_before_one_that_is_over(cast: Cast, campaign: Campaign) -> None:
    later = Campaign.objects.create(tree=cast.tree, year=2024, name="Năm sau", launched_at=AT)
    close_campaign(later.pk, reason="Thử", actor=cast.actors["mrs_ha"], at=AT)

    found = _listed(cast.actors["phuc_xa"])

    assert found.ground.campaign == campaign
    assert [pk for pk, _ in found.ground.years] == [campaign.pk, later.pk]
    assert found.may_ask
    assert not _listed(cast.actors["phuc_xa"], campaign_id=later.pk).may_ask


def test_the_thread_says_who_did_what_and_what_may_be_done_next(cast: Cast, asked: Difficulty) -> None:
    actions.acknowledge_difficulty(asked.pk, actor=cast.actors["phuc_xa"], at=AT)
    actions.pass_up_difficulty(asked.pk, reason="Của quận", actor=cast.actors["phuc_xa"], at=AT)
    answered(cast, asked, "ba_dinh")

    page = queries.difficulty_page(cast.actors["head_of_group_1"], asked.pk, at=AT)

    assert [line.sentence for line in page.lines] == [
        "Hỏi Phường Phúc Xá", "Phường Phúc Xá tiếp nhận", "Phường Phúc Xá chuyển lên Quận Ba Đình",
        "Quận Ba Đình trả lời",
    ]  # fmt: skip
    assert page.lines[1].title == cast.offices["phuc_xa"].title
    assert page.verbs == {"close", "reopen"}
    assert queries.difficulty_page(cast.actors["phuc_xa"], asked.pk, at=AT).verbs == set()
    assert queries.difficulty_to("close", cast.actors["head_of_group_1"], asked.pk, at=AT) == asked
    with pytest.raises(NotYours):
        queries.difficulty_to("answer", cast.actors["phuc_xa"], asked.pk, at=AT)
    with pytest.raises(NotFound):
        queries.difficulty_page(cast.actors["truc_bach"], asked.pk, at=AT)


def test_a_thread_about_something_owed_names_and_finds_it(cast: Cast, campaign: Campaign) -> None:
    one = ask(cast, campaign, obligation_kind="conference")
    page = queries.difficulty_page(cast.actors["phuc_xa"], one.pk, at=AT)

    assert page.owed is not None
    assert page.owed.kind.name == "Hội nghị thôn, tổ dân phố"
    assert page.verbs == {"acknowledge", "answer", "pass_up"}


def test_the_form_offers_what_the_unit_owes(cast: Cast, campaign: Campaign) -> None:
    page = queries.ask_page(cast.actors["head_of_group_1"], at=AT)

    assert page.above == cast.places["00001"]
    assert (page.due_on, page.urgent_due_on) == (date(2023, 2, 15), date(2023, 2, 13))
    assert page.kinds == (("conference", "Hội nghị thôn, tổ dân phố"), ("synthesis", "Tổng hợp kiến nghị"))
    with pytest.raises(NotYours):
        queries.ask_page(cast.actors["mrs_ha"], at=AT)


def test_the_roll_up_counts_by_unit_and_by_duty(cast: Cast, campaign: Campaign) -> None:
    ask(cast, campaign, obligation_kind="conference", at=AT - timedelta(days=20))
    answered(cast, ask(cast, campaign))
    ask(cast, campaign, "phuc_xa")
    ask(cast, campaign, head_of(cast, "00004.01"))

    found = queries.summary(cast.actors["ba_dinh"], today=TODAY)

    assert found is not None
    assert found.everything == Tally(total=4, waiting=3, late=1, answered=1, replied=1)
    assert [(line.place and line.place.name, line.tally.total) for line in found.units] == [
        ("Phường Phúc Xá", 3), ("Phường Trúc Bạch", 1),
    ]  # fmt: skip
    assert [(line.code, line.name, line.tally.total) for line in found.kinds] == [
        ("", "Không gắn với việc nào", 3), ("conference", "Hội nghị", 1),
    ]  # fmt: skip
    inside = queries.summary(cast.actors["ba_dinh"], today=TODAY, place_id=cast.places["00001"].pk)
    assert inside is not None
    assert [place.name for place in inside.above] == ["Quận Ba Đình"]
    assert {line.place: line.tally.total for line in inside.units}[None] == 1
    phuc_xa = cast.places["00001"].pk
    assert len(_listed(cast.actors["ba_dinh"], side="area", place=phuc_xa, is_alone=True).page) == 1
    assert len(_listed(cast.actors["ba_dinh"], side="area", place=phuc_xa).page) == 3


def test_an_answer_after_its_day_was_late(cast: Cast, asked: Difficulty) -> None:
    answered(cast, asked, at=clock.moment(asked.answer_due_on, 23, 59) + timedelta(minutes=1))

    found = queries.summary(cast.actors["phuc_xa"], today=TODAY)

    assert found is not None
    assert found.everything.replied_late == 1


@given(
    asked_by=st.lists(st.tuples(st.sampled_from(["001", "00001", *VILLAGES]), st.booleans()), max_size=8),
    days=st.integers(0, 20),
)
def test_the_sum_of_children_is_the_parent_whatever_is_asked(
    cast: Cast, asked_by: list[tuple[str, bool]], days: int
) -> None:
    campaign = Campaign.objects.first() or run_campaign(cast)
    Difficulty.objects.all().delete()
    for code, is_closed in asked_by:
        head = head_of(cast, code)
        one = ask(cast, campaign, head)
        if is_closed:
            actions.close_difficulty(one.pk, actor=head, at=AT)
    today = TODAY + timedelta(days=days)

    for name, code in (("mrs_ha", "01"), ("mrs_ha", "001"), ("ba_dinh", "00001"), ("ba_dinh", "00001.01")):
        found = queries.summary(cast.actors[name], today=today, place_id=cast.places[code].pk)
        assert found is not None
        assert found.everything == sum((line.tally for line in found.kinds), Tally())
        if found.units:
            assert found.everything == sum((line.tally for line in found.units), Tally())


def test_lists_and_roll_ups_ask_as_often_for_thirty_as_for_three(cast: Cast, campaign: Campaign) -> None:
    phuc_xa, ba_dinh = cast.actors["phuc_xa"], cast.actors["ba_dinh"]

    def count() -> list[int]:
        counts = []
        for read in (
            lambda: list(_listed(phuc_xa).page),
            lambda: list(_listed(ba_dinh, side="area").page),
            lambda: queries.summary(ba_dinh, today=TODAY),
        ):
            with CaptureQueriesContext(connection) as made:
                read()
            counts.append(len(made))
        return counts

    for _ in range(3):
        ask(cast, campaign)
    few = count()
    for _ in range(27):
        ask(cast, campaign)

    assert count() == few
    assert max(few) <= 8
