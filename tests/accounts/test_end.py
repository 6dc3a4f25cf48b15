"""The end of an office."""

from dataclasses import replace
from datetime import timedelta

import pytest

from danban.accounts import actions
from danban.accounts.models import Appointment
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.cast import AT, TODAY, Cast

YESTERDAY = TODAY - timedelta(days=1)


def test_an_office_ends_on_its_last_day(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]

    actions.end_appointment(office.pk, ends_on=TODAY, actor=cast.actors["mrs_ha"], at=AT)

    assert office in Appointment.objects.held_on(TODAY)
    assert office not in Appointment.objects.held_on(TODAY + timedelta(days=1))
    entry = Entry.objects.get()
    assert (entry.event, entry.unit_id) == ("appointment.ended", office.unit_id)
    assert entry.changes == {"ends_on": [None, str(TODAY)]}


def test_the_wrong_person_is_refused_and_nothing_is_written(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]
    elsewhere = replace(cast.actors["mrs_ha"], paths=cast.actors["dong_anh"].paths)

    with pytest.raises(NotFound):
        actions.end_appointment(office.pk, ends_on=TODAY, actor=elsewhere, at=AT)
    with pytest.raises(NotFound):
        actions.end_appointment(10**9, ends_on=TODAY, actor=cast.actors["mrs_ha"], at=AT)
    with pytest.raises(NotFound):
        actions.end_appointment(office.pk, ends_on=TODAY, actor=cast.actors["head_of_group_1"], at=AT)
    with pytest.raises(NotYours, match="đơn vị cấp trên"):
        actions.end_appointment(office.pk, ends_on=TODAY, actor=cast.actors["phuc_xa_committee"], at=AT)
    with pytest.raises(NotYours, match="tự thôi"):
        actions.end_appointment(cast.offices["mrs_ha"].pk, ends_on=TODAY, actor=cast.actors["mrs_ha"], at=AT)

    office.refresh_from_db()
    assert office.ends_on is None
    assert not Entry.objects.exists()


def test_what_is_over_cannot_be_ended_again_and_an_end_is_never_put_off(cast: Cast) -> None:
    office, actor = cast.offices["phuc_xa"], cast.actors["mrs_ha"]
    actions.end_appointment(office.pk, ends_on=TODAY + timedelta(days=9), actor=actor, at=AT)

    with pytest.raises(BadInput, match="rút ngắn"):
        actions.end_appointment(office.pk, ends_on=TODAY + timedelta(days=10), actor=actor, at=AT)
    with pytest.raises(BadInput, match="trở đi"):
        actions.end_appointment(office.pk, ends_on=office.starts_on - timedelta(days=1), actor=actor, at=AT)
    actions.end_appointment(office.pk, ends_on=YESTERDAY, actor=actor, at=AT)
    with pytest.raises(NotNow, match="đã kết thúc"):
        actions.end_appointment(office.pk, ends_on=YESTERDAY, actor=actor, at=AT)

    assert Entry.objects.count() == 2
