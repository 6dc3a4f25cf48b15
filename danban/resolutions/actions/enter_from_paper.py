"""Enter a whole conference from its paper: held, who came, what was said and decided, its minutes; all or nothing."""

from datetime import datetime

from django.db import transaction

from danban.conferences import actions as conferences
from danban.conferences import rules as of_conferences
from danban.conferences.actions.locks import lock_conference
from danban.conferences.models import Conference, Officer
from danban.conferences.rules import OfficerLine
from danban.delegates.actions import set_tallies
from danban.documents.actions import keep_upload
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze
from danban.resolutions import rules
from danban.resolutions.actions.confirm_minutes import confirm_minutes
from danban.resolutions.actions.draft_minutes import draft_minutes
from danban.resolutions.actions.submit_minutes import submit_minutes
from danban.resolutions.models import Minutes
from danban.resolutions.rules import PaperSheet
from danban.sittings import actions as sittings


@transaction.atomic
def enter_from_paper(conference_id: int, *, sheet: PaperSheet, actor: Actor, at: datetime) -> Minutes:
    """The minutes: drafted from what was typed, confirmed at once where both signed them on paper.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (run here or held already) or ``BadInput`` by line.
    """
    conference = lock_conference(conference_id)
    of_conferences.check_can_record_held(actor, conference, sheet.holding(None), at=at)
    rules.check_paper(sheet)
    photo = keep_upload(sheet.photo, name=sheet.photo_name, at=at) if sheet.photo else None
    officers = _officers(conference, sheet)
    conferences.name_officers(conference_id, officers=officers, actor=actor, at=at)
    holding = sheet.holding(photo.pk if photo else None)
    conferences.record_held_conference(conference_id, holding=holding, actor=actor, at=at)
    set_tallies(conference_id, tallies=sheet.tallies(), actor=actor, at=at)
    _what_was_said(conference_id, sheet, actor, at)
    minutes = draft_minutes(conference_id, actor=actor, at=at)
    if not sheet.is_signed:
        return minutes
    submit_minutes(conference_id, actor=actor, at=at)
    return confirm_minutes(conference_id, actor=actor, at=at)


def _officers(conference: Conference, sheet: PaperSheet) -> list[OfficerLine]:
    """Who chaired and wrote, beside the members proposed before; an office proposed with a name stays with it."""
    standing = list(conference.officers.order_by("position", "pk"))
    titles = {one.full_name: one.title for one in standing}
    chair, secretary = squeeze(sheet.chair), squeeze(sheet.secretary)
    members = [
        OfficerLine(one.role, one.full_name, one.title)
        for one in standing
        if one.role == Officer.Role.MEMBER and one.full_name not in (chair, secretary)
    ]
    return [
        OfficerLine(Officer.Role.CHAIR, chair, titles.get(chair, "")),
        *members,
        OfficerLine(Officer.Role.SECRETARY, secretary, titles.get(secretary, "")),
    ]


def _what_was_said(conference_id: int, sheet: PaperSheet, actor: Actor, at: datetime) -> None:
    for said in sheet.opinions:
        opinion = sittings.record_opinion(
            conference_id, uuid=said.uuid, sheet=rules.opinion_sheet(said), actor=actor, at=at
        )  # fmt: skip
        if said.is_petition:
            sittings.mark_petition(opinion.pk, actor=actor, at=at)
    targets = [sittings.put_target(conference_id, sheet=one, actor=actor, at=at).pk for one in sheet.targets]
    for vote in sheet.votes:
        target_id = None if vote.target is None else targets[vote.target]
        hands = rules.hand_sheet(vote, target_id)
        sittings.count_hands(conference_id, uuid=vote.uuid, sheet=hands, actor=actor, at=at)
