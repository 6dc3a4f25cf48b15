"""A form is filled in as far as one gets."""

import pytest

from danban.campaigns.models import Campaign
from danban.evaluations import actions
from danban.evaluations.models import Evaluation
from danban.evaluations.rules import Told
from danban.kit.refusals import BadInput, NotFound, NotNow
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.evaluations.conftest import TOLD


def _save(
    cast: Cast, campaign: Campaign, form: str = "public_conduct", who: str = "head_of_group_1", told: Told = TOLD
) -> Evaluation:
    place = cast.places["00001.01"].pk
    return actions.save_evaluation(campaign.pk, place, form=form, told=told, actor=cast.actors[who], at=AT)


def test_it_is_one_row_however_often_it_is_saved(cast: Cast, campaign: Campaign, conduct: Evaluation) -> None:
    again = _save(cast, campaign, told=Told("Thêm bảng tin", "Tốt hơn"))

    assert (again.pk, again.done, again.figures) == (conduct.pk, "Thêm bảng tin", {})
    assert last_event() == ("evaluation.saved", "evaluation", conduct.pk)


def test_another_levels_form_another_unit_and_impossible_counts_are_refused(cast: Cast, campaign: Campaign) -> None:
    with no_trace("evaluations"):
        for form, who in (
            ("office_conduct", "head_of_group_1"),
            ("moon", "head_of_group_1"),
            ("public_conduct", "phuc_xa"),
        ):
            with pytest.raises(NotFound):
                _save(cast, campaign, form, who)
        for figures in ({"reminders": -1}, {"moon": 1}):
            with pytest.raises(BadInput):
                _save(cast, campaign, told=Told("Có", "Có", figures=figures))


def test_what_was_sent_is_not_changed(cast: Cast, campaign: Campaign, conduct: Evaluation) -> None:
    actions.submit_evaluation(conduct.pk, actor=cast.actors["head_of_group_1"], at=AT)
    with no_trace("evaluations"), pytest.raises(NotNow):
        _save(cast, campaign)
