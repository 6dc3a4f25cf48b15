"""What the verbs of this room share: what they lock, what they leave behind, the duty they fulfil."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from danban.audit.actions import record
from danban.audit.models import Entry
from danban.campaigns import actions as campaigns
from danban.conferences.actions.locks import lock_conference
from danban.conferences.models import Conference
from danban.documents.actions import issue_paper
from danban.documents.models import Document
from danban.kit.actor import Actor, machine
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, NotNow
from danban.papers.paper import Paper
from danban.resolutions.models import Minutes, Resolution
from danban.resolutions.queries.frames import Frame
from danban.resolutions.texts import ORIGIN

Revision = TypeVar("Revision", Minutes, Resolution)
_NO_BODY = "Đơn vị chưa có Ban công tác Mặt trận hoặc cơ quan ban hành nên chưa ban hành văn bản được."


def lock_minutes(conference_id: int) -> tuple[Conference, list[Minutes]]:
    """A conference, locked, with the revisions of its minutes, locked, the first one first."""
    conference = lock_conference(conference_id)
    rows = Minutes.objects.select_for_update(of=("self",)).select_related("drafted_by", "document")
    return conference, list(rows.filter(conference=conference).order_by("revision", "pk"))


def lock_resolutions(conference_id: int) -> tuple[Conference, list[Resolution]]:
    """The same for resolutions."""
    conference = lock_conference(conference_id)
    rows = Resolution.objects.select_for_update(of=("self",)).select_related("drafted_by", "document")
    return conference, list(rows.filter(conference=conference).order_by("revision", "pk"))


def last_of(revisions: Sequence[Revision]) -> Revision:
    """The revision a verb acts on; raises ``NotFound`` where there is none."""
    if not revisions:
        raise NotFound("Hội nghị này chưa có văn bản ấy.")
    return revisions[-1]


def write_down(event: str, row: Minutes | Resolution, actor: Actor, at: datetime, **more: Any) -> Entry:
    """One entry of the diary."""
    return record(
        actor=actor, event=event, subject="minutes" if isinstance(row, Minutes) else "resolution", subject_id=row.pk,
        at=at, unit_id=actor.unit_id,
        changes={"conference": row.conference_id, "revision": row.revision, "status": row.status} | more,
    )  # fmt: skip


def issue(
    paper: Paper,
    frame: Frame,
    kind: str,
    actor: Actor,
    at: datetime,
    *,
    before: Document | None = None,
    drafted_by_id: int | None = None,
    is_public: bool = False,
) -> Document:
    """Have the paper issued; ``before`` is the one it takes the place of. Raises ``NotNow`` where no body issues."""
    if not frame.bodies:
        raise NotNow(_NO_BODY)
    return issue_paper(
        paper=paper,
        body_id=frame.bodies[0].pk,
        second_body_id=frame.bodies[1].pk if len(frame.bodies) > 1 else None,
        kind=kind,
        series=kind,
        pattern=frame.pattern,
        on=day_of(at),
        signatures=frame.signatures,
        origin=ORIGIN,
        is_public=is_public,
        replaces_id=before.pk if before else None,
        drafted_by_id=drafted_by_id,
        actor=actor,
        at=at,
    )


def fulfil(conference: Conference, kind: str, event: str, actor: Actor, at: datetime) -> int:
    """What every unit served owes of this kind is done; a neighbour's, whom the actor does not stand over, too."""
    done = 0
    served = conference.places.select_related("placement").order_by("placement__path", "pk")
    for row in served:
        covered = actor.covers(conference.campaign.tree_id, row.placement.path)
        done += campaigns.fulfil_obligations(
            campaign_id=conference.campaign_id, placement_id=row.placement_id, kind_code=kind, event=event,
            on=day_of(at), actor=actor if covered else machine(ORIGIN), at=at,
        )  # fmt: skip
    return done
