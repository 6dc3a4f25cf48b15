"""Sent, the form does the duty it stands for."""

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.evaluations import actions, queries
from danban.evaluations.models import Evaluation
from danban.evaluations.rules import Told
from danban.kit.refusals import BadInput, NotFound, NotNow
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast


def test_it_is_sent_once_and_the_duty_is_done(cast: Cast, conduct: Evaluation) -> None:
    owed = Obligation.objects.filter(placement=conduct.placement).select_related("kind")[0]
    kind = owed.kind
    kind.pk, kind.code = None, "public_conduct"
    kind.save()
    owed.pk, owed.kind = None, kind
    owed.save()

    one = actions.submit_evaluation(conduct.pk, actor=cast.actors["head_of_group_1"], at=AT)
    assert (one.status, one.submitted_at) == ("submitted", AT)
    owed.refresh_from_db()
    assert owed.fulfilled_on == TODAY
    assert last_event()[0] in {"obligation.fulfilled", "evaluation.submitted"}
    with no_trace("evaluations"), pytest.raises(NotNow):
        actions.submit_evaluation(conduct.pk, actor=cast.actors["head_of_group_1"], at=AT)


def test_an_empty_one_and_somebody_elses_are_refused(cast: Cast, campaign: Campaign, conduct: Evaluation) -> None:
    head, place = cast.actors["head_of_group_1"], cast.places["00001.01"].pk
    empty = actions.save_evaluation(campaign.pk, place, form="self_managed", told=Told(), actor=head, at=AT)
    with no_trace("evaluations"):
        with pytest.raises(BadInput):
            actions.submit_evaluation(empty.pk, actor=head, at=AT)
        with pytest.raises(NotFound):
            actions.submit_evaluation(conduct.pk, actor=cast.actors["phuc_xa"], at=AT)


def test_an_area_reads_sums_and_who_has_not_sent(cast: Cast, conduct: Evaluation) -> None:
    actions.submit_evaluation(conduct.pk, actor=cast.actors["head_of_group_1"], at=AT)
    found = queries.form_list(cast.actors["phuc_xa"], "public_conduct")

    assert [one.pk for one in found.sent] == [conduct.pk]
    assert [one.code for one in found.missing] == ["00001.02"]
    assert dict(found.sums)["Lượt nhắc trên loa, bảng tin"] == 52
    desk = queries.desk(cast.actors["mrs_ha"], at=AT)
    assert desk is not None
    assert {one.form.code: (one.units, one.submitted) for one in desk.counts}["public_conduct"] == (8, 1)
