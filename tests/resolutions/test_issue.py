"""Issue: articles and commitments are frozen, the duty done, anybody may read it."""

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.conferences.models import Conference, Officer
from danban.documents.queries import public_paper
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.resolutions import actions
from danban.resolutions.models import Resolution
from danban.sittings.models import Target
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.resolutions.factories import ROOMS, full, held


def test_an_issued_resolution_freezes_its_commitments_with_their_denominators_and_is_public(
    campaign: Campaign, one: Conference, writer: Actor, chair: Actor
) -> None:
    actions.draft_resolution(one.pk, actor=writer, at=AT)

    resolution = actions.issue_resolution(one.pk, actor=chair, at=AT)
    Target.objects.filter(conference=one).update(value=1)

    resolution.refresh_from_db()
    (commitment,) = resolution.commitments
    assert (commitment["indicator"], commitment["value"], commitment["denominator"], commitment["aim"]) == (
        "Hộ đạt Gia đình văn hóa", "95.00", "số hộ đăng ký", "95 % số hộ đăng ký (năm trước 92 %)",
    )  # fmt: skip
    owed = Obligation.objects.get(campaign=campaign, kind__code="resolution", placement__code="00001.01")
    assert owed.fulfilled_by == "resolution.issued"
    assert resolution.document
    shown = public_paper(resolution.document.public_code)
    assert shown
    assert (shown.kind, shown.subject) == ("Nghị quyết", "Hội nghị đại biểu Nhân dân tổ dân phố số 1 năm 2023")
    assert [sign.name for sign in shown.signatures] == [
        sign.name for sign in resolution.document.signatures.order_by("position")
    ]
    assert resolution.document.signatures.count() == 2


def test_a_commune_numbers_its_resolution(cast: Cast, campaign: Campaign) -> None:
    one = full(cast, campaign, "00001")
    actions.draft_resolution(one.pk, actor=cast.actors["phuc_xa"], at=AT)

    document = actions.issue_resolution(one.pk, actor=cast.actors["phuc_xa_committee"], at=AT).document

    assert document
    assert document.entry
    assert document.entry.symbol == "01/NQ-HNĐBND"


def test_only_the_unit_that_holds_it_issues_and_only_when_it_is_over(
    cast: Cast, campaign: Campaign, writer: Actor
) -> None:
    one = held(cast, campaign, status="opened")
    with pytest.raises(NotFound):
        actions.issue_resolution(one.pk, actor=writer, at=AT)
    actions.draft_resolution(one.pk, actor=writer, at=AT)
    before = everything(*ROOMS)

    with pytest.raises(NotNow):
        actions.issue_resolution(one.pk, actor=writer, at=AT)
    with pytest.raises(NotYours):
        actions.issue_resolution(one.pk, actor=cast.actors["phuc_xa"], at=AT)

    assert everything(*ROOMS) == before


def test_nobody_who_could_sign_is_a_refusal(cast: Cast, campaign: Campaign) -> None:
    one = held(cast, campaign, "00001")
    Officer.objects.filter(conference=one).delete()
    actions.draft_resolution(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    before = everything(*ROOMS)

    with pytest.raises(BadInput, match="người ký"):
        actions.issue_resolution(one.pk, actor=cast.actors["phuc_xa"], at=AT)

    assert everything(*ROOMS) == before


def test_it_is_issued_once(one: Conference, writer: Actor) -> None:
    actions.draft_resolution(one.pk, actor=writer, at=AT)
    actions.issue_resolution(one.pk, actor=writer, at=AT)

    with pytest.raises(NotNow):
        actions.issue_resolution(one.pk, actor=writer, at=AT)
    assert Resolution.objects.count() == 1
