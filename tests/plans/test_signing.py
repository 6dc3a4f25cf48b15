"""Who is named at the foot of a plan: the standing signer of each body, never whoever drew the plan up."""

from datetime import date

import pytest

from danban.campaigns.models import Campaign
from danban.documents.models import Signer
from danban.kit.refusals import NotYours
from danban.plans import actions, queries
from danban.plans.models import Plan
from danban.plans.queries.plan_paper import signatures_of, signers_for
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import approved, issued, officer
from tests.plans.traces import no_trace


def _issue(cast: Cast, plan: Plan) -> None:
    actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)


def _front(cast: Cast, code: str = "00001") -> Signer:
    return Signer.objects.get(body=cast.bodies[code, "front_committee"])


def test_the_standing_signers_are_named_in_the_order_of_the_number(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")

    signed = list(edition.document.signatures.order_by("position").values_list("lines", "name"))
    assert signed == [
        (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Đỗ Văn Lâm"), (["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"], "Trịnh Thị Sen"),
    ]  # fmt: skip
    turned = issued(cast, campaign, "00004", symbol_pattern="{number:02d}/KHLT-MTTQ-UBND")
    assert [one["name"] for one in turned.document.content["signatures"]] == ["Trịnh Thị Sen", "Đỗ Văn Lâm"]
    assert turned.document.content["issuers"][0]["name"].startswith("Ủy ban MTTQ")


def test_where_nobody_is_named_who_approved_signs_with_the_title_of_the_post(cast: Cast, campaign: Campaign) -> None:
    plan = approved(cast, campaign, "00001")
    Signer.objects.filter(body=cast.bodies["00001", "peoples_committee"]).delete()

    _issue(cast, plan)

    first = Plan.objects.get(pk=plan.pk).editions.get().document.signatures.order_by("position")[0]
    office = cast.offices["phuc_xa_committee"]
    assert (first.lines[0], first.name) == ("TM. ỦY BAN NHÂN DÂN", office.account.full_name)


def test_whoever_drew_the_plan_up_is_not_its_signer(cast: Cast, campaign: Campaign) -> None:
    plan = approved(cast, campaign, "00001")
    signer = _front(cast)
    Signer.objects.filter(pk=signer.pk).update(account_id=cast.actors["phuc_xa"].user_id)

    with no_trace(), pytest.raises(NotYours, match="Người soạn không ký: hãy cử người ký khác"):
        _issue(cast, plan)
    Signer.objects.filter(pk=signer.pk).delete()
    with no_trace(), pytest.raises(NotYours, match="chưa cử người ký"):
        _issue(cast, plan)


def test_the_page_says_who_signs_and_why_it_cannot_be_so(cast: Cast, campaign: Campaign) -> None:
    plan = approved(cast, campaign, "00001")
    actor = cast.actors["phuc_xa"]

    page = queries.plan_page(actor, plan.campaign_id, plan.placement_id, at=AT)
    assert page.signing is not None
    assert [one.name for one in page.signing.signatures] == ["Đỗ Văn Lâm", "Trịnh Thị Sen"]
    assert page.signing.problem == ""
    Signer.objects.filter(pk=_front(cast).pk).update(account_id=actor.user_id)
    page = queries.plan_page(actor, plan.campaign_id, plan.placement_id, at=AT)
    assert page.signing is not None
    assert "Người soạn không ký" in page.signing.problem


def test_a_signer_whose_term_has_ended_is_not_named(cast: Cast, campaign: Campaign) -> None:
    plan = approved(cast, campaign, "00001")
    Signer.objects.filter(pk=_front(cast).pk).update(ends_on=date(2022, 12, 31))
    standing = queries.standing_of(queries.plan_for(officer(cast, "00001"), plan.pk), on=TODAY)

    names = [one.name for one in signatures_of(standing, signers_for(standing, on=TODAY))]

    assert "Trịnh Thị Sen" not in names
