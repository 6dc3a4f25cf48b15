"""Confirm: frozen, issued, the duty done; by another person than who wrote it."""

import pytest
from django.db.models import QuerySet

from danban.campaigns.models import Campaign, Obligation
from danban.conferences.models import Conference, ConferencePlace
from danban.documents.queries import content_paper, public_paper
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.resolutions import actions
from danban.resolutions.models import Minutes
from danban.resolutions.queries import facts_of
from danban.resolutions.rules import facts_from
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.resolutions.factories import ROOMS, confirmed, held


def _owed(campaign: Campaign, code: str) -> QuerySet[Obligation]:
    return Obligation.objects.filter(campaign=campaign, kind__code="minutes", placement__code=code)


def test_confirmed_minutes_are_frozen_issued_without_number_and_fulfil_the_duty(
    campaign: Campaign, one: Conference, writer: Actor, chair: Actor
) -> None:
    confirmed(one, writer, chair, AT)

    minutes = Minutes.objects.get(conference=one)
    assert minutes.status == "confirmed"
    assert facts_from(minutes.content) == facts_of(one)
    assert minutes.document
    assert (minutes.document.profile, minutes.document.entry, minutes.document.origin) == (
        "village",
        None,
        "resolutions",
    )
    paper = content_paper(minutes.document)
    assert [(sign.lines, sign.name) for sign in paper.signatures] == [
        (("THƯ KÝ",), "Ngô Thị Yến"),
        (("CHỦ TỌA",), "Trần Văn Bình"),
    ]
    assert _owed(campaign, "00001.01").get().fulfilled_by == "minutes.confirmed"
    assert _owed(campaign, "00001.02").get().fulfilled_on is None


def test_a_printed_code_of_minutes_shows_neither_subject_nor_paper(
    one: Conference, writer: Actor, chair: Actor
) -> None:
    confirmed(one, writer, chair, AT)

    document = Minutes.objects.get(conference=one).document
    assert document
    shown = public_paper(document.public_code)
    assert shown
    assert (shown.kind, shown.subject, shown.files) == ("Biên bản", "", ())


def test_who_wrote_them_does_not_confirm_them_and_nothing_is_written(one: Conference, writer: Actor) -> None:
    actions.draft_minutes(one.pk, actor=writer, at=AT)
    actions.submit_minutes(one.pk, actor=writer, at=AT)
    before = everything(*ROOMS)

    with pytest.raises(NotYours, match="không đồng thời"):
        actions.confirm_minutes(one.pk, actor=writer, at=AT)

    assert everything(*ROOMS) == before


def test_minutes_written_and_signed_on_paper_may_be_confirmed_by_who_entered_them(
    one: Conference, writer: Actor
) -> None:
    Conference.objects.filter(pk=one.pk).update(is_from_paper=True)

    confirmed(one, writer, writer, AT)

    assert Minutes.objects.get(conference=one).status == "confirmed"


def test_the_commune_drafts_for_its_village_but_does_not_confirm_and_others_see_nothing(
    cast: Cast, one: Conference
) -> None:
    actions.draft_minutes(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    actions.submit_minutes(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    before = everything(*ROOMS)

    with pytest.raises(NotYours):
        actions.confirm_minutes(one.pk, actor=cast.actors["phuc_xa_committee"], at=AT)
    with pytest.raises(NotYours):
        actions.confirm_minutes(one.pk, actor=cast.actors["ba_dinh"], at=AT)
    with pytest.raises(NotFound):
        actions.confirm_minutes(one.pk, actor=cast.actors["truc_bach"], at=AT)

    assert everything(*ROOMS) == before


def test_minutes_not_submitted_or_confirmed_before_wait(one: Conference, writer: Actor, chair: Actor) -> None:
    actions.draft_minutes(one.pk, actor=writer, at=AT)
    with pytest.raises(NotNow):
        actions.confirm_minutes(one.pk, actor=chair, at=AT)
    actions.submit_minutes(one.pk, actor=writer, at=AT)
    actions.confirm_minutes(one.pk, actor=chair, at=AT)

    with pytest.raises(NotNow):
        actions.confirm_minutes(one.pk, actor=chair, at=AT)


def test_every_village_of_a_common_conference_has_its_duty_done(
    cast: Cast, campaign: Campaign, one: Conference, writer: Actor, chair: Actor
) -> None:
    ConferencePlace.objects.filter(campaign=campaign, placement=cast.places["00001.02"]).update(conference=one)

    confirmed(one, writer, chair, AT)

    assert all(_owed(campaign, code).get().fulfilled_on for code in ("00001.01", "00001.02"))


def test_a_commune_takes_a_number_of_its_own_series(cast: Cast, campaign: Campaign) -> None:
    one = held(cast, campaign, "00001")

    confirmed(one, cast.actors["phuc_xa"], cast.actors["phuc_xa_committee"], AT)

    document = Minutes.objects.get(conference=one).document
    assert document
    assert document.entry
    assert document.entry.symbol == "01/BB-HNĐBND"
    assert _owed(campaign, "00001").get().fulfilled_on


def test_nothing_more_is_recorded_until_a_correction_opens_the_records_again(
    one: Conference, writer: Actor, chair: Actor
) -> None:
    confirmed(one, writer, chair, AT)
    one.refresh_from_db()
    assert one.records_locked_at == AT

    actions.correct_minutes(one.pk, reason="Thiếu một ý kiến", actor=writer, at=AT)

    one.refresh_from_db()
    assert one.records_locked_at is None
