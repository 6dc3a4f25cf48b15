"""Who signs for a body."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from danban.accounts.queries import holders_of
from danban.documents import rules
from danban.documents.models import Signer
from danban.documents.rules.profiles import VILLAGE_KINDS
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units.models import Body, Placement


@dataclass(frozen=True)
class SignersPage:
    """Who signs for the bodies the actor keeps signers of, those whose term has ended last.

    ``people`` may be named: (account id, name and office), of the own unit.
    """

    signers: list[Signer]
    bodies: list[Body]
    people: list[tuple[int, str]]


def signers_of(body_id: int, *, on: date) -> list[Signer]:
    """Who may sign for a body on a day, the one proposed first; each with the body and its kind."""
    return signers_of_bodies({body_id}, on=on)


def signers_of_bodies(body_ids: Collection[int], *, on: date) -> list[Signer]:
    """Who may sign for any of these bodies on a day, body by body, the one proposed first; one query."""
    standing = Signer.objects.standing_on(on).filter(body_id__in=body_ids).select_related("body__kind")
    return list(standing.order_by("body_id", "rank", "pk"))


def signers_page(actor: Actor, *, at: datetime) -> SignersPage:
    """The signers the actor keeps; raises ``NotYours`` for an office that keeps none. Constant queries."""
    rules.check_may_keep_signers(actor)
    today = clock.day_of(at)
    bodies = _bodies(actor, on=today)
    signers = Signer.objects.filter(body__in=bodies).select_related("body__kind", "account")
    offices = holders_of(unit_ids={actor.unit_id or 0}, on=today)
    people = {office.account_id: f"{office.account.full_name} · {office.title}" for office in offices}
    return SignersPage(
        signers=sorted(
            signers.order_by("body__name", "body_id", "rank", "pk"),
            key=lambda one: one.ends_on is not None and one.ends_on < today,
        ),
        bodies=bodies,
        people=sorted(people.items(), key=lambda one: one[1]),
    )


def signer_to_end(actor: Actor, pk: int, *, at: datetime) -> Signer:
    """A signer whose term the actor may end; raises ``NotFound`` or ``NotYours``."""
    signer = Signer.objects.select_related("body__kind").filter(pk=pk).first()
    if signer is None:
        raise NotFound
    rules.check_can_keep_signers(actor, signer.body, at=at)
    return signer


def _bodies(actor: Actor, *, on: date) -> list[Body]:
    """Bodies of the own unit, then those of the villages below a commune."""
    standing = Body.objects.standing_on(on).select_related("kind")
    own = standing.filter(unit_id=actor.unit_id or 0).order_by("kind__position", "pk")
    places = Placement.objects.visible_to(actor).filter(parent__unit_id=actor.unit_id or 0, level__depth=3)
    villages = standing.filter(unit__in=places.values("unit"), kind__code__in=VILLAGE_KINDS)
    return [*own, *villages.order_by("name", "pk")]
