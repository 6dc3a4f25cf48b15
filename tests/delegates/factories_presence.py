"""A conference on its day, people named for it, a roll, phones: rows the other verbs of the room leave behind."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus, Session
from danban.delegates import actions
from danban.delegates.models import Attendance, Delegate, Device, Household
from danban.delegates.rules import Presence
from danban.delegates.states import Group, Way
from danban.kit.tokens import hash_of
from danban.kit.vietnamese import fold, person_sort_key
from danban.units.models import Placement
from tests.cast import AT, TODAY, Cast
from tests.conferences.factories import conference_of

ROOMS = ("delegates",)
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung", "Hoàng Văn Đạt", "Vũ Thị Hoa")


def on_its_day(cast: Cast, campaign: Campaign, code: str = "00001.01") -> Conference:
    """The conference of a unit, announced for today."""
    one = conference_of(cast, campaign, code)
    one.status, one.day, one.session, one.announced_at = ConferenceStatus.ANNOUNCED, TODAY, Session.EVENING, AT
    one.starts_at = AT + timedelta(hours=1)
    one.save()
    return one


def household(place: Placement, number: int) -> Household:
    """A household of a unit's roll."""
    name = NAMES[number % len(NAMES)]
    return Household.objects.create(
        unit_id=place.unit_id, code=f"{number:03}", head_name=name, folded=fold(f"{number:03} {name}"),
        sort_key=person_sort_key(name),
    )  # fmt: skip


def delegate(conference: Conference, number: int = 0, **values: Any) -> Delegate:
    """Somebody invited; their card's secret is ``secret_of(number)``."""
    name = values.pop("full_name", NAMES[number % len(NAMES)])
    given: dict[str, Any] = {"group": Group.HOUSEHOLD, "token_hash": hash_of(secret_of(number)), "invited_at": AT}
    return Delegate.objects.create(
        conference=conference, full_name=name, folded=fold(name), sort_key=person_sort_key(name), **given | values
    )


def secret_of(number: int) -> str:
    """What the card of a delegate says."""
    return f"giay-moi-so-{number:010}"


def device(cast: Cast, conference: Conference, who: str = "head_of_group_1", label: str = "Cửa chính") -> Device:
    """A phone let in by the unit."""
    return actions.issue_device(conference.pk, label=label, actor=cast.actors[who], at=AT)


def scan(number: int, uuid: UUID | None = None, **values: Any) -> Presence:
    """The card of a delegate is scanned."""
    return Presence(uuid or uuid4(), Way.SCAN, token_hash=hash_of(secret_of(number)), **values)


def walk_in(name: str = "Đỗ Văn Khách", uuid: UUID | None = None, **values: Any) -> Presence:
    """Somebody who was not named."""
    return Presence(uuid or uuid4(), Way.WALK_IN, full_name=name, **{"group": Group.STRATUM} | values)


def present(conference: Conference) -> Sequence[Attendance]:
    """Who is in, in order of writing."""
    return list(Attendance.objects.filter(conference=conference, taken_back_at__isnull=True).order_by("pk"))
