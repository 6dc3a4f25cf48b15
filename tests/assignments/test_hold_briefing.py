"""A commune briefs the heads of its villages (III.5.2a)."""

from datetime import date, timedelta
from typing import Any

import pytest

from danban.assignments import actions
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, Obligation
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.assignments.factories import briefing_sheet, last_event, make_briefing, no_trace, upload
from tests.cast import AT, TODAY, Cast
from tests.documents import uploads

EARLIER = date(2022, 12, 28)


def _guidance(cast: Cast, code: str = "00001") -> Obligation:
    return Obligation.objects.get(placement=cast.places[code], kind__code="guidance")


@pytest.mark.parametrize("who", ["phuc_xa", "phuc_xa_committee"])
def test_the_briefing_fulfils_guidance_on_its_day_and_keeps_who_came_and_the_pack(
    cast: Cast, campaign: Campaign, who: str
) -> None:
    sheet = briefing_sheet(cast, held_on=EARLIER, uploads=(upload("huong-dan.docx"),))

    briefing = actions.hold_briefing(campaign.pk, sheet, actor=cast.actors[who], at=AT)

    assert (briefing.placement, briefing.attended, briefing.invited) == (cast.places["00001"], 3, 4)
    assert set(briefing.villages.values_list("pk", flat=True)) == set(sheet.village_ids)
    assert briefing.attachments.get().title == "huong-dan"
    assert (_guidance(cast).fulfilled_on, _guidance(cast).fulfilled_by) == (EARLIER, "briefing.held")
    assert _guidance(cast, "00004").fulfilled_on is None
    assert last_event() == ("briefing.held", "briefing", briefing.pk)


def test_a_second_briefing_on_another_day_is_kept_and_the_first_day_counts(cast: Cast, campaign: Campaign) -> None:
    make_briefing(cast, campaign, held_on=EARLIER)

    make_briefing(cast, campaign)

    assert campaign.briefings.count() == 2
    assert _guidance(cast).fulfilled_on == EARLIER


@pytest.mark.parametrize(
    "changed",
    [
        {"held_on": TODAY + timedelta(days=1)},
        {"held_on": date(2022, 12, 1)},
        {"place": " "},
        {"place": "x" * 201},
        {"invited": 0},
        {"attended": 5},
        {"attended": -1},
        {"text": "x" * 4_001},
        {"village_ids": (0,)},
        {"uploads": (upload(content=b"MZ"),)},
        {"uploads": (upload(),) * 6},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_cannot_be_a_briefing_leaves_no_trace(cast: Cast, campaign: Campaign, changed: dict[str, Any]) -> None:
    with no_trace(), pytest.raises(BadInput):
        make_briefing(cast, campaign, **changed)


def test_two_files_of_one_name_in_a_pack_are_two_versions(cast: Cast, campaign: Campaign) -> None:
    files = tuple(upload("tai-lieu.docx", uploads.docx(text)) for text in ("một", "hai"))

    briefing = make_briefing(cast, campaign, uploads=files)

    assert sorted(briefing.attachments.values_list("title", "version")) == [("tai-lieu", 1), ("tai-lieu", 2)]


def test_a_village_of_another_commune_and_the_same_day_twice_are_refused(cast: Cast, campaign: Campaign) -> None:
    make_briefing(cast, campaign)

    with no_trace():
        with pytest.raises(BadInput, match="không thuộc xã"):
            make_briefing(cast, campaign, held_on=EARLIER, village_ids=(cast.places["00004.01"].pk,))
        with pytest.raises(BadInput, match="đã được ghi"):
            make_briefing(cast, campaign)


def test_other_levels_strangers_unknown_and_closed_years_are_refused(cast: Cast, campaign: Campaign) -> None:
    with no_trace():
        for who in ("mrs_ha", "ba_dinh", "culture_department", "head_of_group_1"):
            with pytest.raises(NotYours, match="cấp xã"):
                actions.hold_briefing(campaign.pk, briefing_sheet(cast), actor=cast.actors[who], at=AT)
        for who, pk in (("stranger", campaign.pk), ("phuc_xa", 0)):
            with pytest.raises(NotFound):
                actions.hold_briefing(pk, briefing_sheet(cast), actor=cast.actors[who], at=AT)
    campaigns.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã khép lại"):
        make_briefing(cast, campaign)
