"""Two people do the same thing to the same person at the same time; both engines."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connections

from danban.accounts import actions
from danban.accounts.models import Account, Appointment
from danban.audit.models import Entry
from danban.kit.refusals import NotNow, Refused
from danban.web.desk.accounts import throttle
from tests.cast import AT, TODAY, Cast, build_cast


@pytest.fixture
def city(transactional_db: None) -> Cast:
    """The small city, committed."""
    return build_cast()


def _together(count: int, deed: Callable[[], Any]) -> list[str]:
    """Do a deed in several threads at once; what became of each, sorted."""
    barrier = Barrier(count)

    def run(_: int) -> str:
        try:
            barrier.wait()
            deed()
        except Refused as refusal:
            return type(refusal).__name__
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(count) as pool:
        return sorted(pool.map(run, range(count)))


@pytest.mark.django_db(transaction=True)
def test_the_same_office_given_twice_at_once_is_given_once(city: Cast) -> None:
    unit = city.places["00001"].unit_id

    answers = _together(
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
    answers = _together(
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

    answers = _together(8, lambda: throttle.begin("a", "1.2.3.4"))

    assert answers == [NotNow.__name__] * 3 + ["done"] * 5
