"""A village leaves a conference held in common and has one of its own again, without a day."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import tell_heads, write_down
from danban.conferences.models import Conference
from danban.conferences.texts import words_for_unschedule
from danban.kit.actor import Actor


@transaction.atomic
def part_conference(conference_id: int, *, placement_id: int, actor: Actor, at: datetime) -> Conference:
    """The new conference of the unit that left. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    common = lock_conference(conference_id)
    rules.check_can_part(actor, common, placement_id, at=at)
    served = common.places.select_related("placement").get(placement_id=placement_id)
    place = served.placement
    own = Conference.objects.create(
        campaign=common.campaign, placement=place, level_id=common.level_id, at_1=place.at_1, at_2=place.at_2,
        at_3=place.at_3,
    )  # fmt: skip
    served.conference = own
    served.save(update_fields=["conference"])
    write_down(common, "conference.parted", actor, at, placement=placement_id, new=own.pk)
    entry = write_down(own, "conference.planned", actor, at, parted_from=common.pk)
    tell_heads(own, entry, words_for_unschedule(own))
    return own
