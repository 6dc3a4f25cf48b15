"""Changing year, name and theme of a draft."""

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_year_name_and_theme_are_set_together(cast: Cast, draft: Draft) -> None:
    actions.retitle_draft(
        draft.pk, year=2024, name="  Hội nghị  năm 2024 ", theme="Kỷ cương", actor=cast.actors["mrs_ha"], at=AT
    )

    draft.refresh_from_db()
    assert (draft.year, draft.name, draft.theme) == (2024, "Hội nghị năm 2024", "Kỷ cương")
    assert last_event() == ("draft.retitled", "draft", draft.pk)


@pytest.mark.parametrize(
    ("year", "name", "theme", "field"),
    [
        (1999, "Tên", "", "year"),
        (2023, " ", "", "name"),
        (2023, "x" * 201, "", "name"),
        (2023, "Tên", "x" * 301, "theme"),
    ],
)
def test_a_bad_heading_is_refused_by_field(
    cast: Cast, draft: Draft, year: int, name: str, theme: str, field: str
) -> None:
    with no_trace(), pytest.raises(BadInput) as refusal:
        actions.retitle_draft(draft.pk, year=year, name=name, theme=theme, actor=cast.actors["mrs_ha"], at=AT)

    assert list(refusal.value.problems) == [field]


def test_the_same_heading_writes_nothing(cast: Cast, draft: Draft) -> None:
    with no_trace():
        actions.retitle_draft(
            draft.pk, year=draft.year, name=draft.name, theme=draft.theme, actor=cast.actors["mrs_ha"], at=AT
        )


def test_others_an_amendment_and_a_launched_draft_are_refused(cast: Cast, draft: Draft, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    amendment = actions.draft_amendment(campaign.pk, actor=ha, at=AT)

    with no_trace():
        for pk, who, refusal in (
            (draft.pk, "mrs_ha", NotNow),
            (amendment.pk, "mrs_ha", NotNow),
            (amendment.pk, "dong_anh", NotYours),
            (0, "mrs_ha", NotFound),
        ):
            with pytest.raises(refusal):
                actions.retitle_draft(pk, year=2025, name="Khác", theme="", actor=cast.actors[who], at=AT)
