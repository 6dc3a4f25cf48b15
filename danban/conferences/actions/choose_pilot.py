"""The commune chooses the village whose conference goes first, as an example to the others: exactly one."""

from datetime import datetime

from django.db import transaction

from danban.campaigns.actions import fulfil_obligations
from danban.conferences import rules
from danban.conferences.actions.locks import lock_conferences
from danban.conferences.actions.steps import write_down
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, NotNow

_BEGUN = (ConferenceStatus.OPENED, ConferenceStatus.HELD)


@transaction.atomic
def choose_pilot(conference_id: int, *, actor: Actor, at: datetime) -> Conference:
    """This one is the pilot of its commune, whichever was before is no more; the commune's duty is fulfilled.

    Chosen again it leaves no trace. Raises ``NotFound``, ``NotYours``, ``BadInput`` (not a village) or ``NotNow``
    (given up, held, or the present pilot has met). III.1.4, III.5.
    """
    parents = Conference.objects.filter(pk=conference_id).values_list("campaign_id", "placement__parent_id").first()
    if parents is None:
        raise NotFound
    campaign_id, commune_id = parents
    beside = Conference.objects.filter(campaign_id=campaign_id, placement__parent_id=commune_id)
    ids = list(beside.order_by("pk").values_list("pk", flat=True))
    conferences = {one.pk: one for one in lock_conferences(ids)}
    chosen = conferences[conference_id]
    rules.check_can_choose_pilot(actor, chosen, at=at)
    if chosen.is_pilot:
        return chosen
    before = [one for one in conferences.values() if one.is_pilot]
    if any(one.status in _BEGUN for one in before):
        raise NotNow("Hội nghị điểm của đơn vị đã họp nên không chọn nơi khác được nữa.")
    Conference.objects.filter(pk__in=[one.pk for one in before]).update(is_pilot=False)
    chosen.is_pilot = True
    chosen.save(update_fields=["is_pilot"])
    write_down(chosen, "conference.chosen_as_pilot", actor, at, instead_of=[one.pk for one in before])
    if commune_id is not None:
        fulfil_obligations(
            campaign_id=campaign_id, placement_id=commune_id, kind_code="pilot", event="conference.chosen_as_pilot",
            on=day_of(at), actor=actor, at=at,
        )  # fmt: skip
    return chosen
