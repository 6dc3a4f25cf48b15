"""People sent to conferences, made through the real actions; a conference that has been opened."""

from typing import Any

from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.envoys import actions
from danban.envoys.models import Envoy
from danban.envoys.rules import EnvoySheet
from danban.kit.clock import day_of
from tests.cast import AT, Cast

ROOMS = ("envoys", "conferences", "notices", "campaigns")


def sheet_of(cast: Cast, who: str = "phuc_xa", **values: Any) -> EnvoySheet:
    """Somebody of the cast goes as a leader."""
    given: dict[str, Any] = {"role": "leader", "appointment_id": cast.offices[who].pk} | values
    return EnvoySheet(**given)


def proposed(cast: Cast, one: Conference, who: str = "phuc_xa", **values: Any) -> Envoy:
    """Somebody of the cast, proposed by their own office."""
    return actions.propose_envoy(one.pk, sheet=sheet_of(cast, who, **values), actor=cast.actors[who], at=AT)


def approved(cast: Cast, one: Conference, who: str = "phuc_xa", **values: Any) -> Envoy:
    """The same, approved."""
    return actions.approve_envoy(proposed(cast, one, who, **values).pk, actor=cast.actors[who], at=AT)


def begin(envoy: Envoy) -> None:
    """The conference meets today; how it is opened is another room's matter."""
    now = {"status": ConferenceStatus.OPENED, "opened_at": AT, "day": day_of(AT), "session": "am"}
    Conference.objects.filter(pk=envoy.conference_id).update(**now)
    Envoy.objects.filter(pk=envoy.pk).update(day=day_of(AT), session="am")
