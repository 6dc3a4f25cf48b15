"""What the plan of a year cites is entered once."""

from datetime import date

import pytest

from danban.campaigns.models import Campaign, Citation
from danban.kit.refusals import NotFound, NotYours
from danban.library import actions, queries
from danban.library.models import Reference
from danban.library.rules import sheet_of_citation, symbol_key
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast, run_campaign
from tests.library.factories import enter

CITED = (
    ("17-CT/TU", date(2017, 4, 11), "Chỉ thị số 17-CT/TU ngày 11/4/2017 của Thành ủy Hà Nội về lãnh đạo cuộc vận động"),
    ("122/2018/NĐ-CP", None, "Nghị định số 122/2018/NĐ-CP của Chính phủ"),
    (None, None, "Chương trình trọng tâm công tác toàn khóa của Ban Chấp hành Đảng bộ thành phố"),
    ("10/2022/QH15", date(2022, 11, 10), "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10/11/2022"),
    ("532/KH-SVHTT", date(2021, 12, 10), "Kế hoạch số 532/KH-SVHTT ngày 10/12/2021 về hương ước, quy ước"),
)


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """A year whose plan cites five papers."""
    campaign = run_campaign(cast)
    for position, (number, day, name) in enumerate(CITED):
        Citation.objects.create(campaign=campaign, number=number, issued_on=day, name=name, position=position)
    return campaign


def test_what_is_not_known_yet_is_entered_as_the_plan_says_it(cast: Cast, campaign: Campaign) -> None:
    known = enter(cast, symbol="17 CT/TU", issued_on=date(2017, 4, 11))

    entered = actions.gather_references(campaign.pk, actor=cast.actors["mrs_ha"], at=AT)

    told = {one.symbol: (one.kind_name, one.title, one.issuer, one.is_party) for one in entered}
    assert told == {
        "122/2018/NĐ-CP": ("Nghị định", "", "Chính phủ", False),
        "": ("Chương trình trọng tâm công tác toàn khóa", CITED[2][2], "", True),
        "10/2022/QH15": ("Luật", "Thực hiện dân chủ ở cơ sở", "Quốc hội", False),
        "532/KH-SVHTT": ("Kế hoạch", "về hương ước, quy ước", "", False),
    }
    assert all("chưa đối chiếu" in one.note for one in entered)
    assert last_event() == ("references.gathered", "campaign", campaign.pk)
    assert set(queries.cited_in(campaign.pk)) == {known.pk, *(one.pk for one in entered)}
    assert queries.plans_citing(cast.actors["phuc_xa"], known) == [campaign]


def test_a_second_time_there_is_nothing_left(cast: Cast, campaign: Campaign) -> None:
    assert dict(queries.years_to_gather_from(cast.actors["mrs_ha"])) == {campaign: 5}
    actions.gather_references(campaign.pk, actor=cast.actors["culture_department"], at=AT)

    with no_trace("library"):
        assert actions.gather_references(campaign.pk, actor=cast.actors["mrs_ha"], at=AT) == []
    assert Reference.objects.count() == 5
    assert dict(queries.years_to_gather_from(cast.actors["mrs_ha"])) == {campaign: 0}


def test_the_same_number_of_another_day_is_not_what_is_meant(cast: Cast, campaign: Campaign) -> None:
    other = enter(cast, symbol="17-CT/TU", issued_on=date(2011, 1, 1))

    assert other.pk not in queries.cited_in(campaign.pk)
    assert queries.plans_citing(cast.actors["mrs_ha"], other) == []


def test_others_gather_nothing(cast: Cast, campaign: Campaign) -> None:
    with no_trace("library"):
        for name in ("mr_dung", "ba_dinh", "head_of_group_1"):
            with pytest.raises(NotYours):
                actions.gather_references(campaign.pk, actor=cast.actors[name], at=AT)
        with pytest.raises(NotFound):
            actions.gather_references(0, actor=cast.actors["mrs_ha"], at=AT)
        away = type(cast.actors["mrs_ha"])(user_id=1, permissions=frozenset({"reference:enter"}))
        with pytest.raises(NotFound):
            actions.gather_references(campaign.pk, actor=away, at=AT)


@pytest.mark.parametrize(
    ("name", "number", "party"),
    [
        ("Chương trình 04 Ctr/TU ngày 17/3/2021 của Thành ủy Hà Nội về đẩy mạnh xây dựng", "04 Ctr/TU", True),
        ("Quyết định số 04/2022/QĐ-TTg ngày 18/2/2022 của Thủ tướng Chính phủ về tiêu chí", "04/2022/QĐ-TTg", False),
    ],
)
def test_a_citation_is_taken_apart(name: str, number: str, *, party: bool) -> None:
    told = sheet_of_citation(Citation(number=number, name=name))

    assert told.kind_name in ("Chương trình", "Quyết định")
    assert told.title.startswith("về ")
    assert told.issuer in ("Thành ủy Hà Nội", "Thủ tướng Chính phủ")
    assert told.is_party is party
    assert symbol_key("04 Ctr/TU") == symbol_key("04-CTr/TU")
