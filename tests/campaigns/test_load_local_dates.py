"""The days of many units brought in at once."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.audit.models import Entry
from danban.campaigns import actions
from danban.campaigns.actions import LocalDay, LocalRow
from danban.campaigns.models import Campaign, LocalDate, Obligation
from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast

LOADER = machine("demo", "campaign:launch")


def _rows(cast: Cast, campaign: Campaign, *codes: str) -> list[LocalRow]:
    kind_id = campaign.obligation_kinds.get(code="conference", level__code="village").pk
    return [
        LocalRow(cast.places[code].pk, LocalDay(kind_id, None, date(2023, 2, 20 + number)))
        for number, code in enumerate(codes)
    ]


def test_open_obligations_get_the_days_of_their_units_with_one_entry_of_the_diary(
    cast: Cast, campaign: Campaign
) -> None:
    entries = Entry.objects.count()

    assert actions.load_local_dates(campaign.pk, _rows(cast, campaign, "00001", "00454"), actor=LOADER, at=AT) == 4

    owed = Obligation.objects.filter(kind__code="conference", kind__level__code="village")
    days = list(owed.order_by("due_on", "pk").values_list("due_on", flat=True))
    assert days[:4] == [date(2023, 2, 20)] * 2 + [date(2023, 2, 21)] * 2
    assert LocalDate.objects.count() == 2
    assert Entry.objects.count() == entries + 1


def test_it_costs_the_same_for_one_unit_and_for_four(cast: Cast, campaign: Campaign) -> None:
    costs = []
    for codes in (("00001",), ("00004", "00454", "00457", "001")):
        with CaptureQueriesContext(connection) as asked:
            actions.load_local_dates(campaign.pk, _rows(cast, campaign, *codes), actor=LOADER, at=AT)
        costs.append(len(asked))

    assert costs[0] == costs[1]


def test_people_foreign_kinds_and_places_and_a_closed_year_are_refused(cast: Cast, campaign: Campaign) -> None:
    (row,) = _rows(cast, campaign, "00001")

    with no_trace():
        with pytest.raises(NotYours):
            actions.load_local_dates(campaign.pk, [row], actor=cast.actors["phuc_xa"], at=AT)
        for foreign in (LocalRow(0, row.day), LocalRow(row.placement_id, LocalDay(0, None, row.day.due_on))):
            with pytest.raises(BadInput, match="không thuộc năm này"):
                actions.load_local_dates(campaign.pk, [row, foreign], actor=LOADER, at=AT)
    actions.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow):
        actions.load_local_dates(campaign.pk, [row], actor=LOADER, at=AT)
