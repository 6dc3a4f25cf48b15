"""Structures, people and invitations of the small city, made through the real actions."""

from danban.conferences.models import Conference
from danban.delegates import actions
from danban.delegates.actions import Invitation
from danban.delegates.models import Delegate
from danban.delegates.rules import DelegateSheet, QuotaLine
from danban.delegates.states import Group
from tests.cast import AT, Cast
from tests.conferences.factories_agenda import heads_of

HEAD = "head_of_group_1"
ROOMS = ("delegates", "conferences", "campaigns", "notices")
QUOTAS = (QuotaLine(Group.HOUSEHOLD, 80), QuotaLine(Group.PARTY_CELL, 3), QuotaLine(Group.OTHER, 2, "Dòng họ"))


def agreed(cast: Cast, one: Conference, code: str = "00001.01") -> Conference:
    """A structure both heads agreed to."""
    front, authority = heads_of(cast, code)
    actions.set_structure(one.pk, quotas=QUOTAS, actor=front, at=AT)
    for actor in (front, authority):
        actions.agree_structure(one.pk, actor=actor, at=AT)
    return one


def named(cast: Cast, one: Conference, full_name: str = "Nguyễn Thị Hạnh", **values: object) -> Delegate:
    """Somebody on the list."""
    sheet = DelegateSheet(full_name, **values)  # type: ignore[arg-type]
    return actions.name_delegate(one.pk, sheet=sheet, actor=cast.actors[HEAD], at=AT)


def invited(cast: Cast, one: Conference, full_name: str = "Nguyễn Thị Hạnh", **values: object) -> Invitation:
    """Somebody on the list, invited."""
    delegate = named(cast, one, full_name, **values)
    return actions.invite_delegates(one.pk, delegate_ids=[delegate.pk], actor=cast.actors[HEAD], at=AT)[0]
