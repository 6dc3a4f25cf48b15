"""A fact is told once to a person by a channel, to whoever holds the office now, by the ways they want."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.accounts.models import Account, Appointment
from danban.kit import clock
from danban.notices.actions import Recipient, Telling, tell, tell_each, tell_units
from danban.notices.models import Notice
from danban.notices.states import Channel, Digest, NoticeStatus
from tests.accounts.factories import make_appointment
from tests.cast import AT, Cast
from tests.notices.factories import give_phone, recipients, wish


def _tell(people: Sequence[Recipient], fact: str = "plan:1:issued", **values: object) -> int:
    words = {"topic": "plan", "subject": "Kế hoạch đã ban hành", "body": "Quận Ba Đình đã ban hành kế hoạch."}
    return tell(people, fact=fact, **{**words, "at": AT, **values})  # type: ignore[arg-type]


def _channels(account: Account) -> list[str]:
    return list(Notice.objects.filter(account=account).order_by("channel").values_list("channel", flat=True))


def test_a_fact_reaches_the_inbox_at_once_and_waits_to_be_mailed(cast: Cast) -> None:
    assert _tell(recipients(cast.offices["phuc_xa"]), about=("plan", 7)) == 1

    inbox = Notice.objects.get(account=cast.people["phuc_xa"], channel=Channel.INBOX)
    assert (inbox.status, inbox.sent_at, inbox.read_at) == (NoticeStatus.SENT, AT, None)
    assert (inbox.subject_type, inbox.subject_id, inbox.appointment_id) == ("plan", 7, cast.offices["phuc_xa"].pk)
    mail = Notice.objects.get(account=cast.people["phuc_xa"], channel=Channel.EMAIL)
    assert (mail.status, mail.sent_at, mail.not_before, mail.tries) == (NoticeStatus.WAITING, None, AT, 0)


def test_telling_again_tells_nothing_and_says_so(cast: Cast) -> None:
    people = recipients(cast.offices["phuc_xa"], cast.offices["truc_bach"])

    assert _tell(people[:1]) == 1
    assert _tell(people) == 1
    assert _tell(people) == 0

    assert Notice.objects.count() == 4
    assert _tell(people, fact="plan:1:sent_back") == 2


def test_a_person_named_for_two_offices_is_told_once(cast: Cast) -> None:
    first = cast.offices["phuc_xa"]
    second = make_appointment(cast.places["00004"].unit, account=cast.people["phuc_xa"])

    assert _tell(recipients(first, second)) == 1

    assert set(Notice.objects.order_by("pk").values_list("appointment_id", flat=True)) == {first.pk}


def test_each_person_is_told_by_the_ways_they_want_and_have(cast: Cast) -> None:
    wish(cast.people["phuc_xa"], by_email=False)
    wish(cast.people["truc_bach"], by_sms=True)
    give_phone(cast.people["truc_bach"])
    wish(cast.people["ba_dinh"], by_sms=True)
    give_phone(cast.people["ba_dinh"], "+842438253536")

    _tell(recipients(*(cast.offices[key] for key in ("phuc_xa", "truc_bach", "ba_dinh"))))

    assert _channels(cast.people["phuc_xa"]) == ["inbox"]
    assert _channels(cast.people["truc_bach"]) == ["email", "inbox", "sms"]
    assert _channels(cast.people["ba_dinh"]) == ["email", "inbox"], "a fixed line receives no text message"


def test_the_mail_and_mobile_of_the_office_serve_as_well_as_the_person_s_own(cast: Cast) -> None:
    office, person = cast.offices["head_of_group_1"], cast.people["head_of_group_1"]
    Account.objects.filter(pk=person.pk).update(email=None, phone="+842438253536")
    wish(person, by_sms=True)
    Appointment.objects.filter(pk=office.pk).update(work_phone="+84987654321", work_email="to1@example.vn")

    _tell(recipients(office))

    assert _channels(person) == ["email", "inbox", "sms"]


def test_people_locked_out_are_not_told(cast: Cast) -> None:
    Account.objects.filter(pk=cast.people["phuc_xa"].pk).update(is_active=False)

    assert _tell(recipients(cast.offices["phuc_xa"])) == 0
    assert not Notice.objects.exists()


def test_at_night_mail_waits_for_the_morning_unless_it_is_urgent(cast: Cast) -> None:
    night, morning = clock.moment(date(2023, 2, 10), 22), clock.moment(date(2023, 2, 11), 6, 30)
    people = recipients(cast.offices["phuc_xa"])

    _tell(people, "a", at=night)
    _tell(people, "b", at=night, is_urgent=True)

    mails = Notice.objects.filter(channel=Channel.EMAIL).order_by("fact")
    assert [mail.not_before for mail in mails] == [morning, night]
    assert set(Notice.objects.filter(channel=Channel.INBOX).values_list("not_before", flat=True)) == {night}


def test_whoever_wants_one_mail_a_day_has_it_wait_for_the_next_gathering(cast: Cast) -> None:
    wish(cast.people["phuc_xa"], digest=Digest.DAILY)

    _tell(recipients(cast.offices["phuc_xa"]))

    assert Notice.objects.get(channel=Channel.EMAIL).not_before == clock.moment(date(2023, 2, 11), 7)


def test_units_are_told_through_whoever_holds_their_offices_today(cast: Cast) -> None:
    commune = cast.places["00001"].unit
    make_appointment(commune, role="commune_front_officer", ends_on=clock.day_of(AT) - timedelta(days=1))
    deputy = make_appointment(commune, role="commune_front_officer", ends_on=clock.day_of(AT))
    words = {"topic": "plan", "subject": "Tin", "body": "Tin.", "at": AT}

    told = tell_units([commune.pk], fact="a", **words)  # type: ignore[arg-type]
    to_the_front = tell_units([commune.pk], roles=["commune_front_officer"], fact="b", **words)  # type: ignore[arg-type]

    assert (told, to_the_front) == (3, 2)
    assert Notice.objects.filter(account=deputy.account, channel=Channel.INBOX).count() == 2
    assert tell_units([cast.places["00004.01"].unit_id], fact="a", **words) == 0, "nobody sits there"  # type: ignore[arg-type]


def test_many_people_each_with_their_own_words_cost_the_same_queries(cast: Cast) -> None:
    def queries(count: int, fact: str) -> int:
        offices = [make_appointment(cast.places["00001.01"].unit) for _ in range(count)]
        rows = [
            Telling(person, fact, "reminder", f"Việc số {number}", "Nội dung.")
            for number, person in enumerate(recipients(*offices))
        ]
        with CaptureQueriesContext(connection) as seen:
            assert tell_each(rows, at=AT) == count
        return len(seen)

    assert queries(3, "a") == queries(20, "b")


def test_a_long_subject_is_cut_at_a_word_and_a_long_fact_is_a_mistake(cast: Cast) -> None:
    _tell(recipients(cast.offices["phuc_xa"]), subject="Đề nghị hoàn thành " * 30)

    subject = Notice.objects.filter(channel=Channel.INBOX).get().subject
    assert len(subject) <= 200
    assert subject.endswith("…")
    with pytest.raises(ValueError, match="too long"):
        _tell(recipients(cast.offices["phuc_xa"]), fact="x" * 121)
