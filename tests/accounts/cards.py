"""Cards in hand, as tests of the verbs and of the pages need them."""

from dataclasses import dataclass

from danban.accounts import actions, queries
from danban.accounts.models import SignInCard
from danban.accounts.queries import actor_for
from danban.kit.actor import Actor
from tests.cast import AT, Cast

PIN = "2580"


@dataclass(frozen=True)
class Held:
    """A printed card, its row, and its holder."""

    card: SignInCard
    secret: str
    holder: Actor


def give(cast: Cast, name: str = "head_of_group_1", *, by: str = "phuc_xa") -> Held:
    """A card for a person of the cast, just printed."""
    printed = actions.issue_cards([cast.offices[name].pk], actor=cast.actors[by], at=AT)[0]
    card = queries.card_by_secret(printed.secret)
    assert card is not None
    return Held(card, printed.secret, actor_for(cast.offices[name]))


def opened(cast: Cast, name: str = "head_of_group_1") -> tuple[Held, str]:
    """A card bound to a device with ``PIN``, and what the device keeps."""
    held = give(cast, name)
    return held, actions.open_card(held.card.pk, pin=PIN, actor=held.holder, at=AT).device
