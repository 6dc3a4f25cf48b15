"""The secretary's page of a check-in, its phones, its sheets; read by whoever holds the conference, nobody else."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.core.paginator import Page, Paginator

from danban.conferences.models import Conference
from danban.conferences.queries import conference_for
from danban.conferences.rules import check_holds
from danban.delegates import rules
from danban.delegates.models import Device, Tally
from danban.delegates.queries.devices import DeviceLine, list_devices
from danban.delegates.queries.expected import Person, expected_people, narrow
from danban.delegates.queries.presence import PresenceCount, presence_of, tallies_of, villages_of
from danban.delegates.rules.presence import NOT_RECORDING
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed

ROWS_A_PAGE = 40
WAITING, CAME, ALL = "chua-den", "da-den", "tat-ca"


@dataclass(frozen=True)
class CheckInPage:
    """What the page shows; ``shown`` is which people."""

    conference: Conference
    count: PresenceCount
    page: Page[Person]
    words: str
    shown: str
    sizes: dict[str, int]
    devices: list[DeviceLine]
    tallies: list[Tally]
    villages: list[tuple[int, str]]
    may_record: bool
    may_add_device: bool


@dataclass(frozen=True)
class Sheet:
    """A list for paper: villages with their people, those who came without being named, counts; ``came`` after."""

    conference: Conference
    count: PresenceCount
    villages: list[tuple[str, list[Person]]]
    walk_ins: list[Person]
    tallies: list[Tally]


def conference_to_check_in(actor: Actor, pk: int) -> Conference:
    """A conference the actor holds; raises ``NotFound`` or ``NotYours``."""
    conference = conference_for(actor, pk)
    check_holds(actor, conference, "attendance:record", NOT_RECORDING)
    return conference


def check_in_page(
    actor: Actor, pk: int, *, words: str = "", shown: str = WAITING, number: int = 1, at: datetime
) -> CheckInPage:  # fmt: skip
    """Constant queries, however many people; raises ``NotFound`` or ``NotYours``."""
    conference = conference_to_check_in(actor, pk)
    people = narrow(expected_people(pk), words)
    parts = {
        WAITING: [one for one in people if one.came is None],
        CAME: [one for one in people if one.came is not None],
        ALL: people,
    }
    shown = shown if shown in parts else WAITING
    return CheckInPage(
        conference=conference,
        count=presence_of(pk),
        page=Paginator(parts[shown], ROWS_A_PAGE).get_page(number),
        words=words,
        shown=shown,
        sizes={name: len(part) for name, part in parts.items()},
        devices=list_devices(pk, at=at),
        tallies=tallies_of(pk),
        villages=villages_of(pk),
        may_record=is_allowed(lambda: rules.check_can_record(actor, conference, at=at)),
        may_add_device=is_allowed(lambda: rules.check_can_issue_device(actor, conference, "?", at=at)),
    )


def device_for(actor: Actor, pk: int, device_id: int) -> Device:
    """A phone of a conference the actor holds; raises ``NotFound`` or ``NotYours``."""
    conference = conference_to_check_in(actor, pk)
    device = conference.devices.filter(pk=device_id).first()
    if device is None:
        raise NotFound
    device.conference = conference
    return device


def sheet_of(actor: Actor, pk: int) -> Sheet:
    """Everybody on paper, by village where there are several; raises ``NotFound`` or ``NotYours``."""
    conference = conference_to_check_in(actor, pk)
    count = presence_of(pk)
    people = expected_people(pk)
    names = {one.placement_id: one.name for one in count.by_village}
    order = {one.placement_id: number for number, one in enumerate(count.by_village)}
    expected = sorted(
        (one for one in people if one.is_expected), key=lambda one: order.get(one.village_id or 0, -1)
    )  # fmt: skip
    grouped = groupby(expected, key=lambda one: names.get(one.village_id or 0, ""))
    walk_ins = [one for one in people if not one.is_expected]
    return Sheet(conference, count, [(name, list(among)) for name, among in grouped], walk_ins, tallies_of(pk))
