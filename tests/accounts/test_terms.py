"""Whatever is given and ended in whatever order: no office twice at once, nothing held after its end."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.accounts import actions, queries
from danban.accounts.models import Appointment
from danban.audit.models import Entry
from danban.kit.refusals import Refused
from tests.cast import AT, TODAY, Cast

_DAYS = st.integers(-20, 20).map(lambda number: TODAY + timedelta(days=number))
_GIVE = st.tuples(st.just("give"), _DAYS, st.none() | _DAYS)
_END = st.tuples(st.just("end"), _DAYS, st.integers(0, 5))


@given(deeds=st.lists(st.one_of(_GIVE, _END), max_size=12))
@pytest.mark.usefixtures("db")
def test_terms_of_one_office_never_overlap_and_the_diary_counts_every_deed(
    cast: Cast, deeds: list[tuple[str, date, object]]
) -> None:
    Appointment.objects.filter(account=cast.stranger).delete()
    done, before = 0, Entry.objects.count()
    for kind, day, more in deeds:
        try:
            _give(cast, day, more) if kind == "give" else _end(cast, day, more)
            done += 1
        except Refused:
            pass

    terms = list(Appointment.objects.filter(account=cast.stranger).order_by("starts_on", "pk"))
    for first, second in combinations(terms, 2):
        assert first.ends_on is not None
        assert first.ends_on < second.starts_on
    for number in range(-25, 26):
        day = TODAY + timedelta(days=number)
        held = queries.list_appointments_of(cast.stranger.pk, on=day)
        assert held == [term for term in terms if term.starts_on <= day and (not term.ends_on or term.ends_on >= day)]
        assert len(held) <= 1
    assert Entry.objects.count() == before + done


def _give(cast: Cast, day: date, more: object) -> None:
    ends_on = more if isinstance(more, date) else None
    actions.appoint_account(
        cast.stranger.pk, role="commune_front_officer", unit_id=cast.places["00001"].unit_id, title="Ủy viên",
        starts_on=day, ends_on=ends_on, actor=cast.actors["mrs_ha"], at=AT,
    )  # fmt: skip


def _end(cast: Cast, day: date, more: object) -> None:
    terms = list(Appointment.objects.filter(account=cast.stranger).order_by("pk"))
    chosen = terms[int(str(more)) % len(terms)].pk if terms else 0
    actions.end_appointment(chosen, ends_on=day, actor=cast.actors["mrs_ha"], at=AT)
