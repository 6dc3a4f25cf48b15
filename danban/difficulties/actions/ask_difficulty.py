"""Ask: a unit puts a difficulty to its direct superior."""

from datetime import datetime

from django.db import transaction

from danban.campaigns.models import Campaign
from danban.difficulties import rules
from danban.difficulties.actions.steps import tell_step, write_step
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DIFFICULTY
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.vietnamese import fold, nfc, squeeze
from danban.units.models import Placement


@transaction.atomic
def ask_difficulty(
    campaign_id: int,
    *,
    title: str,
    text: str = "",
    is_urgent: bool = False,
    obligation_kind: str = "",
    actor: Actor,
    at: datetime,
) -> Difficulty:
    """Put a difficulty of the actor's own unit to the unit right above it in the year's tree (IV.6).

    ``obligation_kind`` is the code of a thing the unit owes, "" for none. The same words asked again while they
    wait for an answer (a second click) give the difficulty that is there. Raises ``NotYours``, ``NotFound``,
    ``NotNow`` (a closed year, nobody above) or ``BadInput``.
    """
    campaign = Campaign.objects.defer("plan_text").filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    place = _own_place(actor, campaign)
    rules.check_can_ask(actor, campaign, place, at=at)
    rules.check_words(title, text)
    rules.check_is_owed(campaign, place, obligation_kind)
    assert place.parent is not None  # the rule has refused the top
    folded = fold(f"{title} {place.name} {text}")
    asked = Difficulty.objects.filter(rules.IS_WAITING, campaign=campaign, placement=place, folded=folded)
    if there := asked.order_by("pk").first():
        return there
    difficulty = Difficulty.objects.create(
        campaign=campaign, placement=place, holder=place.parent, status=DIFFICULTY.start.value,
        title=squeeze(title), text=nfc(text).strip(), folded=folded,
        obligation_kind=obligation_kind, is_urgent=is_urgent, asked_by=actor.user_id, asked_at=at,
        answer_due_on=rules.answer_due(at, is_urgent=is_urgent).due_on,
    )  # fmt: skip
    step = write_step(difficulty, "ask", "difficulty.asked", "", actor, at)
    tell_step(step, by=place)
    return difficulty


def _own_place(actor: Actor, campaign: Campaign) -> Placement:
    """Where the actor's unit stands in the year's tree, locked: a unit asks one thing at a time. Or ``NotFound``."""
    places = Placement.objects.select_for_update(of=("self",), no_key=True).select_related("parent")
    place = places.filter(tree_id=campaign.tree_id, path=actor.path_in(campaign.tree_id)).first()
    if place is None:
        raise NotFound
    return place
