"""Two workers send, two deeds tell, at the same time: everybody hears once."""

from collections import Counter

import pytest

from danban.kit.actor import machine
from danban.notices.actions import gather_waiting, send_waiting, tell
from danban.notices.models import Notice
from danban.notices.states import Channel, Digest, NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import make_notice, recipients, wish
from tests.notices.post_office import MailServer
from tests.together import together

MACHINE = machine("send-notices")
LETTERS = 90


def _send_all() -> int:
    sent = 0
    while (sending := send_waiting(actor=MACHINE, at=AT)).seen:
        sent += sending.sent
    return sent


@pytest.mark.django_db(transaction=True)
def test_three_workers_send_every_letter_once(city: Cast, mail: MailServer) -> None:
    people = [city.people[key] for key in ("phuc_xa", "truc_bach", "ba_dinh")]
    for number in range(LETTERS):
        make_notice(people[number % 3])

    together(_send_all, _send_all, _send_all)
    _send_all()

    copies = Counter(letter["Message-ID"] for letter in mail.mails)
    assert len(copies) == LETTERS
    assert set(copies.values()) == {1}
    assert Notice.objects.filter(status=NoticeStatus.SENT, tries=1).count() == LETTERS


@pytest.mark.django_db(transaction=True)
def test_a_fact_told_by_two_deeds_at_once_is_told_once(city: Cast) -> None:
    people = recipients(*(city.offices[key] for key in ("phuc_xa", "truc_bach", "ba_dinh", "dong_anh")))

    together(
        *(lambda: tell(people, fact="plan:1:issued", topic="plan", subject="Tin", body="Tin.", at=AT) for _ in range(3))
    )

    assert Notice.objects.filter(channel=Channel.INBOX).count() == 4
    assert Notice.objects.count() == 8


@pytest.mark.django_db(transaction=True)
def test_two_workers_gather_one_mail_of_the_day(city: Cast) -> None:
    for key in ("phuc_xa", "truc_bach"):
        wish(city.people[key], digest=Digest.DAILY)
        for _ in range(5):
            make_notice(city.people[key])

    together(*(lambda: gather_waiting(actor=MACHINE, at=AT) for _ in range(2)))

    assert Notice.objects.filter(topic="digest").count() == 2
    assert Notice.objects.filter(gathered_in__isnull=False).count() == 10
