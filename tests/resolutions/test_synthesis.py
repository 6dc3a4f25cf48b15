"""The synthesis: every figure is what the records of the villages add up to, at once, for any area above them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference, ConferencePlace
from danban.delegates.models import Tally
from danban.delegates.states import Group
from danban.kit.refusals import NotFound
from danban.papers.check.sandbox import inspect_bytes
from danban.papers.word import write_docx
from danban.resolutions.queries import facts_of, synthesis_of, synthesis_of_area, synthesis_page, synthesis_paper
from tests.cast import AT, Cast
from tests.conferences.factories import conference_of
from tests.resolutions.factories import full, held, say


@pytest.fixture
def commune(cast: Cast, campaign: Campaign) -> Conference:
    """The conference of Phúc Xá."""
    return conference_of(cast, campaign, "00001")


def test_a_commune_sees_what_its_villages_recorded_and_who_is_missing(
    cast: Cast, campaign: Campaign, one: Conference, commune: Conference
) -> None:
    facts = facts_of(one)

    found = synthesis_of(commune, at=AT)

    total = found.total
    assert (total.units, total.held, total.present, total.households) == (2, 1, facts.present, facts.households)
    assert (total.opinions, total.petitions) == (len(facts.opinions), facts.petitions)
    matters = [count for count in facts.counts if not count.chooses]
    assert (total.votes, total.passed) == (len(matters), sum(count.is_passed for count in matters))
    assert (total.consulted, total.polls) == (1, len(facts.polls))
    assert (total.targets, total.agreed) == (2, sum(target.standing == "agreed" for target in facts.targets))
    assert [missing.place.name for missing in found.missing] == ["Tổ dân phố số 2"]
    assert {(row.code, row.opinions, row.petitions) for row in found.fields} == {("environment", 1, 1), ("", 1, 0)}


def test_it_follows_up_to_the_minute_and_areas_above_add_up_their_communes(
    cast: Cast, campaign: Campaign, one: Conference, commune: Conference
) -> None:
    full(cast, campaign, "00454.01")
    say(one, "Thêm một ý kiến")

    own = synthesis_of(commune, at=AT).total
    city = synthesis_of_area(cast.actors["mrs_ha"], at=AT)
    district = synthesis_of_area(cast.actors["ba_dinh"], at=AT)

    assert own.opinions == 3
    assert city.total.opinions == 5
    assert city.total.units == 8
    assert {line.place.name: line.sums.opinions for line in city.lines} == {"Quận Ba Đình": 3, "Huyện Đông Anh": 2}
    assert district.total == own.__class__(**vars(own) | {"units": 4})


def test_villages_that_met_together_are_counted_one_by_one(
    cast: Cast, campaign: Campaign, one: Conference, commune: Conference
) -> None:
    second = cast.places["00001.02"]
    ConferencePlace.objects.filter(campaign=campaign, placement=second).update(conference=one)
    one.attendances.filter(pk__in=list(one.attendances.order_by("pk").values_list("pk", flat=True)[:15])).update(
        village=second
    )

    found = synthesis_of(commune, at=AT)

    assert {line.place.name: line.sums.present for line in found.lines} == {
        "Tổ dân phố số 1": 25,
        "Tổ dân phố số 2": 15,
    }
    assert (found.total.held, found.missing) == (2, [])


def test_counts_from_paper_stand_where_nobody_was_ticked_off(
    cast: Cast, campaign: Campaign, one: Conference, commune: Conference
) -> None:
    paper = held(cast, campaign, "00001.02", present=0, is_from_paper=True)
    Tally.objects.create(conference=paper, group=Group.HOUSEHOLD, count=31)
    Tally.objects.create(conference=paper, label="Nữ", count=17)
    Tally.objects.create(conference=one, group=Group.HOUSEHOLD, count=99)

    total = synthesis_of(commune, at=AT).total

    assert (total.present, total.households) == (71, 71)


def test_words_of_petitions_are_for_the_commune_and_figures_for_offices_above(
    cast: Cast, one: Conference, commune: Conference
) -> None:
    own = synthesis_page(cast.actors["phuc_xa"], commune.pk, at=AT)
    above = synthesis_page(cast.actors["ba_dinh"], commune.pk, at=AT)

    assert [petition.text for petition in own.petitions] == ["Sửa cống thoát nước"]
    assert (above.petitions, above.total) == ([], own.total)
    with pytest.raises(NotFound):
        synthesis_page(cast.actors["truc_bach"], commune.pk, at=AT)
    with pytest.raises(NotFound):
        synthesis_page(cast.actors["phuc_xa"], one.pk, at=AT)


def test_the_report_of_the_front_passes_the_check_of_form(cast: Cast, one: Conference, commune: Conference) -> None:
    paper = synthesis_paper(cast.actors["phuc_xa"], commune.pk, at=AT)

    assert not inspect_bytes(write_docx(paper), profile=paper.profile).errors


def test_areas_are_read_in_a_constant_number_of_statements(cast: Cast, campaign: Campaign, one: Conference) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            synthesis_of_area(cast.actors["mrs_ha"], at=AT)
        return len(queries)

    few = asked()
    for code in ("00001.02", "00004.01", "00454.01", "00454.02", "00457.01"):
        full(cast, campaign, code)

    assert asked() == few
