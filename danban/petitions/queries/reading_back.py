"""What a village or commune reads back to its people, and what returns on next year's agenda."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch

from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.petitions import rules
from danban.petitions.models import Answer, Petition, PetitionQuerySet
from danban.petitions.queries.ground import Ground, ground_for, place_in
from danban.units.models import Placement


@dataclass(frozen=True)
class Told:
    """A petition with its last answer, None while there is none."""

    petition: Petition
    answer: Answer | None


@dataclass(frozen=True)
class Sheet:
    """The answered-back sheet of a unit: what is new to read, what was read already, what is still open."""

    ground: Ground
    place: Placement
    new: tuple[Told, ...]
    read: tuple[Told, ...]
    waiting: tuple[Told, ...]
    may_mark: bool

    @property
    def total(self) -> int:
        """How many voices there are."""
        return len(self.new) + len(self.read) + len(self.waiting)

    @property
    def share(self) -> float | None:
        """Read back of all, 0 to 1."""
        return len(self.read) / self.total if self.total else None


def answered_back(actor: Actor, *, place_id: int | None = None, campaign_id: int | None = None) -> Sheet | None:
    """The sheet of a village or commune (its own and its villages'); None without a year. Raises ``NotFound``.

    For a district or the city it would be a book, so it is refused.
    """
    ground = ground_for(actor, campaign_id)
    if ground is None:
        return None
    place = place_in(actor, ground, place_id)
    if not actor.may("petition:see") or place.level.code not in ("village", "commune"):
        raise NotFound("Bản đọc lại lập cho từng thôn, tổ dân phố hoặc xã, phường.")
    found = Petition.objects.visible_to(actor).filter(
        rules.COUNTS, book=ground.campaign, **{f"at_{place.depth}": place.pk}
    )
    told = [Told(one, next(iter(one.answers.all()), None)) for one in _with_answers(found)]
    return Sheet(
        ground=ground,
        place=place,
        new=tuple(one for one in told if _is_answered(one) and one.petition.read_back_at is None),
        read=tuple(one for one in told if _is_answered(one) and one.petition.read_back_at is not None),
        waiting=tuple(one for one in told if not _is_answered(one)),
        may_mark=actor.may("petition:confirm"),
    )


def open_for_agenda(actor: Actor, conference: Conference) -> tuple[Petition, ...]:
    """Open petitions of earlier years that stand first on a conference's agenda, oldest first; two queries (II.1.a.3).

    Of the units it serves where it is a village's; of the commune and all its villages where it is a commune's.
    """
    year = conference.campaign.year
    places = [conference.placement, *(one.placement for one in conference.places.select_related("placement"))]
    at = {f"at_{places[0].depth}__in": [one.pk for one in places]} if places[0].depth else {}
    found = Petition.objects.visible_to(actor).filter(
        rules.IS_OPEN, book_id=conference.campaign_id, campaign__year__lt=year, **at
    )
    related = found.select_related("seat", "body", "campaign", "holder").defer("campaign__plan_text")
    return tuple(related.order_by("campaign__year", "recorded_at", "pk"))


def _is_answered(told: Told) -> bool:
    return told.petition.answered_at is not None and told.answer is not None


def _with_answers(found: PetitionQuerySet) -> list[Petition]:
    last = Prefetch("answers", Answer.objects.filter(disputed_at__isnull=True).select_related("body").order_by("-pk"))
    return list(found.select_related("seat", "body", "holder").prefetch_related(last).order_by("seat__path", "pk"))
