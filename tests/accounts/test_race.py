"""Two people do the same thing to the same person at the same time; both engines."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.core.management import call_command

from danban.accounts import actions, queries
from danban.accounts.models import Account, Appointment
from danban.audit.models import Entry
from danban.kit.refusals import NotNow, Refused
from danban.web.ui import throttle
from tests.accounts.authenticator import with_second_factor
from tests.cast import AT, TODAY, Cast
from tests.together import together


def _answers(count: int, deed: Callable[[], Any]) -> list[str]:
    """What became of a deed done several times at once, sorted: the kind of refusal, or "done"."""
    given = together(*[deed] * count)
    return sorted(type(one).__name__ if isinstance(one, Refused) else "done" for one in given)


@pytest.mark.django_db(transaction=True)
def test_the_same_office_given_twice_at_once_is_given_once(city: Cast) -> None:
    unit = city.places["00001"].unit_id

    answers = _answers(
        2,
        lambda: actions.appoint_account(
            city.stranger.pk, role="commune_front_officer", unit_id=unit, title="Ủy viên", starts_on=TODAY,
            actor=city.actors["mrs_ha"], at=AT,
        ),
    )  # fmt: skip

    assert answers == ["BadInput", "done"]
    assert Appointment.objects.filter(account=city.stranger).count() == 1
    assert Entry.objects.filter(event="account.appointed").count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_person_entered_twice_at_once_is_entered_once(city: Cast) -> None:
    answers = _answers(
        2,
        lambda: actions.create_account(
            full_name="Đặng Thị Ánh", phone="0912345678", actor=city.actors["mrs_ha"], at=AT
        ),
    )

    assert answers == ["BadInput", "done"]
    assert Account.objects.filter(phone="+84912345678").count() == 1


@pytest.mark.django_db(transaction=True)
def test_eight_tries_at_once_get_five_slots_in_the_shared_cache(city: Cast, settings: Any) -> None:
    shared = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "danban_cache"}
    settings.CACHES = {"default": shared}
    call_command("createcachetable", verbosity=0)
    caches["default"].clear()

    answers = _answers(8, lambda: throttle.begin("a", "1.2.3.4"))

    assert answers == [NotNow.__name__] * 3 + ["done"] * 5


@pytest.mark.django_db(transaction=True)
def test_a_recovery_code_typed_twice_at_once_opens_one_door(city: Cast) -> None:
    account, actor = city.people["mrs_ha"], city.actors["mrs_ha"]
    code, *others = with_second_factor(account)

    answers = _answers(2, lambda: actions.prove_second_factor(account.pk, code=code, actor=actor, at=AT))

    assert answers == ["BadInput", "done"]
    assert queries.recovery_codes_of(account.pk) == others
    assert Entry.objects.filter(event="recovery_code.used").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_feeds_opened_at_once_leave_one_that_works(city: Cast) -> None:
    office, actor = city.offices["phuc_xa"], city.actors["phuc_xa"]

    secrets = together(*[lambda: actions.create_feed(office.pk, actor=actor, at=AT)] * 2)

    working = [secret for secret in secrets if queries.office_by_feed(secret, on=TODAY) == office]
    assert len(set(secrets)) == 2
    assert len(working) == 1
