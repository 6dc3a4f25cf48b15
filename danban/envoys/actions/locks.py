"""Lock the subject of a deed: the conference, then somebody sent to it."""

from danban.conferences.actions.locks import lock_conference
from danban.envoys.models import Envoy
from danban.kit.refusals import NotFound


def lock_envoy(envoy_id: int) -> Envoy:
    """Somebody sent, locked together with the conference; raises ``NotFound``."""
    conference_id = Envoy.objects.filter(pk=envoy_id).values_list("conference_id", flat=True).first()
    if conference_id is None:
        raise NotFound
    conference = lock_conference(conference_id)
    envoy = Envoy.objects.select_for_update(of=("self",)).get(pk=envoy_id)
    envoy.conference = conference
    return envoy
