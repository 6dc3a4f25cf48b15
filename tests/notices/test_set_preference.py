"""Everybody chooses how they are told, and what waits for them follows at once."""

from datetime import date, time
from typing import Any

import pytest

from danban.accounts.models import Account, Appointment
from danban.audit.models import Entry
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotYours
from danban.notices.actions import set_preference
from danban.notices.models import Preference
from danban.notices.states import Channel, Digest, NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import give_phone, make_notice
from tests.notices.traces import no_trace

WANTED: dict[str, Any] = {
    "by_email": True, "by_sms": False, "digest": Digest.NONE, "quiet_from": time(21), "quiet_to": time(6, 30),
}  # fmt: skip


def test_a_choice_is_kept_and_changed(cast: Cast) -> None:
    give_phone(cast.people["phuc_xa"])

    set_preference(**WANTED | {"by_sms": True, "quiet_from": time(20)}, actor=cast.actors["phuc_xa"], at=AT)
    set_preference(**WANTED | {"digest": Digest.DAILY}, actor=cast.actors["phuc_xa"], at=AT)

    wish = Preference.objects.get(account=cast.people["phuc_xa"])
    assert (wish.by_sms, wish.digest, wish.quiet_from) == (False, Digest.DAILY, time(21))
    assert [entry.event for entry in Entry.objects.order_by("pk")] == ["preference.set"] * 2


def test_what_waits_is_dated_anew_and_stops_with_its_way(cast: Cast) -> None:
    give_phone(cast.people["phuc_xa"])
    mail = make_notice(cast.people["phuc_xa"])
    text = make_notice(cast.people["phuc_xa"], channel=Channel.SMS)
    tried = make_notice(cast.people["phuc_xa"], tries=1)
    other = make_notice(cast.people["truc_bach"])

    set_preference(**WANTED | {"digest": Digest.DAILY}, actor=cast.actors["phuc_xa"], at=AT)

    for notice in (mail, text, tried, other):
        notice.refresh_from_db()
    assert mail.not_before == clock.moment(date(2023, 2, 11), 7)
    assert text.status == NoticeStatus.CANCELLED
    assert tried.not_before == other.not_before == AT


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"by_sms": True}, "by_sms"),
        ({"quiet_from": time(18), "quiet_to": time(6, 30)}, "quiet_to"),
        ({"digest": "weekly"}, "digest"),
    ],
)
def test_what_leads_nowhere_is_refused_without_a_trace(cast: Cast, changed: dict[str, Any], field: str) -> None:
    with no_trace(), pytest.raises(BadInput) as refusal:
        set_preference(**WANTED | changed, actor=cast.actors["phuc_xa"], at=AT)

    assert set(refusal.value.problems) == {field}


def test_mail_is_chosen_only_with_an_address_be_it_that_of_an_office(cast: Cast) -> None:
    person, actor = cast.people["phuc_xa"], cast.actors["phuc_xa"]
    Account.objects.filter(pk=person.pk).update(email=None, phone="+842438253536")

    with no_trace(), pytest.raises(BadInput, match="thư điện tử"):
        set_preference(**WANTED, actor=actor, at=AT)

    Appointment.objects.filter(account=person).update(work_email="mttq@phucxa.example.vn")
    assert set_preference(**WANTED, actor=actor, at=AT).by_email


def test_nobody_has_no_wishes(cast: Cast) -> None:
    with no_trace(), pytest.raises(NotYours):
        set_preference(**WANTED, actor=Actor(), at=AT)
