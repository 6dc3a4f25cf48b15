"""Lock the subject of a deed, the parent before the child. Every action of the room begins here."""

from danban.assignments.models import Attachment, Briefing, JointEvent, Work
from danban.assignments.rules import work_of
from danban.campaigns.models import Assignment, Campaign
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units.models import Placement


def lock_assignment(assignment_id: int) -> Assignment:
    """An assignment, locked, with its year, its level and what was made of it; raises ``NotFound``.

    Its work is read only after the lock is held: a joined row would be the one from before the wait.
    """
    if Assignment.objects.select_for_update(of=("self",)).filter(pk=assignment_id).first() is None:
        raise NotFound
    found = Assignment.objects.select_related("campaign", "clause", "level", "body", "work__body")
    return found.get(pk=assignment_id)


def lock_attachment(attachment_id: int) -> Attachment:
    """A file with what it belongs to locked before it; raises ``NotFound``."""
    owner = Attachment.objects.filter(pk=attachment_id).values_list("assignment_id", "briefing_id").first()
    if owner is None:
        raise NotFound
    assignment = lock_assignment(owner[0]) if owner[0] else None
    briefing = lock_briefing(owner[1]) if owner[1] else None
    attachment = Attachment.objects.select_for_update(of=("self",)).get(pk=attachment_id)
    attachment.assignment, attachment.briefing = assignment, briefing
    return attachment


def lock_briefing(briefing_id: int) -> Briefing:
    """A briefing, locked, with its year and its unit; raises ``NotFound``."""
    found = Briefing.objects.select_for_update(of=("self",)).filter(pk=briefing_id)
    briefing = found.select_related("campaign", "placement").first()
    if briefing is None:
        raise NotFound
    return briefing


def lock_event(event_id: int) -> JointEvent:
    """A joint event, locked, with its year and its unit; raises ``NotFound``."""
    found = JointEvent.objects.select_for_update(of=("self",)).filter(pk=event_id)
    event = found.select_related("campaign", "placement").first()
    if event is None:
        raise NotFound
    return event


def campaign_of(campaign_id: int) -> Campaign:
    """The year a new thing belongs to; raises ``NotFound``. Not locked: the deed does not change it."""
    campaign = Campaign.objects.select_related("tree").filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    return campaign


def lock_own_place(campaign: Campaign, actor: Actor) -> Placement | None:
    """Where the actor's unit stands in the year's tree, locked: two deeds of one unit come one after the other."""
    places = Placement.objects.select_for_update(of=("self",)).filter(tree_id=campaign.tree_id)
    return places.filter(unit_id=actor.unit_id or 0).first()


def keep_work(assignment: Assignment, **changed: object) -> Work:
    """Write what changes on the work of a locked assignment, whose row appears with the first deed."""
    work = work_of(assignment)
    if work is None:
        return Work.objects.create(assignment=assignment, **changed)
    for name, value in changed.items():
        setattr(work, name, value)
    work.save(update_fields=list(changed))
    return work
