"""Who is reached how in some units: bodies with their contacts, posts with their holders and deputies."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from danban.accounts import queries as accounts
from danban.accounts import rules as account_rules
from danban.accounts.models import Appointment
from danban.accounts.roles import name_of
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import is_allowed
from danban.units import queries as units
from danban.units import rules as unit_rules
from danban.units.models import Body, Placement


@dataclass(frozen=True)
class Post:
    """One post with its holder and those who stand in for them. ``until`` is the last day, where one is set."""

    pk: int
    name: str
    title: str
    role: str
    phone: str
    email: str
    until: date | None
    deputies: tuple["Post", ...] = ()
    may_edit: bool = False


@dataclass(frozen=True)
class Desk:
    """One body of a unit with its posts; ``pk`` 0 and no name for the posts that sit in no body."""

    pk: int
    name: str
    phone: str
    email: str
    address: str
    posts: tuple[Post, ...]
    may_edit: bool = False

    @property
    def is_reached(self) -> bool:
        """Whether the body itself or anybody in it can be telephoned or written to."""
        said = (self.phone, self.email, self.address)
        return any(said) or any(post.phone or post.email for post in self.posts)


@dataclass(frozen=True)
class Listed:
    """One unit of the directory with everything that is reached in it."""

    place: Placement
    desks: tuple[Desk, ...]


def list_reachable(actor: Actor, places: Sequence[Placement], *, at: datetime) -> list[Listed]:
    """Units of the tree in force with their bodies and posts, in the order given; two queries."""
    today, ids = day_of(at), {place.unit_id for place in places}
    bodies: dict[int, list[Body]] = {}
    for body in units.bodies_of_units(ids, today):
        bodies.setdefault(body.unit_id, []).append(body)
    held: dict[int, list[Appointment]] = {}
    for office in accounts.posts_in_units(ids, on=today):
        held.setdefault(office.unit_id, []).append(office)
    listed = []
    for place in places:
        posts = _posts(actor, place, held.get(place.unit_id, []), at=at)
        listed.append(Listed(place, _desks(actor, place, bodies.get(place.unit_id, []), posts, at=at)))
    return listed


def _posts(actor: Actor, place: Placement, held: Collection[Appointment], *, at: datetime) -> dict[int, list[Post]]:
    """Posts by the id of their body (0 for none); a deputy stands with the one stood in for."""
    present = {office.pk for office in held}
    deputies: dict[int, list[Appointment]] = {}
    for office in held:
        if office.stands_in_for_id in present:
            deputies.setdefault(office.stands_in_for_id or 0, []).append(office)

    def post(office: Appointment) -> Post:
        may_edit = is_allowed(account_rules.check_can_set_work_contacts, actor, office, place, at=at)
        return post_of(office, [post(one) for one in deputies.get(office.pk, [])], may_edit=may_edit)

    posts: dict[int, list[Post]] = {}
    for office in held:
        if office.stands_in_for_id not in present:
            posts.setdefault(office.body_id or 0, []).append(post(office))
    return posts


def post_of(office: Appointment, deputies: Sequence[Post] = (), *, may_edit: bool = False) -> Post:
    """A post as the directory shows it; needs its holder loaded. Only contacts of work."""
    return Post(
        pk=office.pk,
        name=office.account.full_name,
        title=office.title,
        role=name_of(office.role),
        phone=office.work_phone,
        email=office.work_email,
        until=office.ends_on,
        deputies=tuple(deputies),
        may_edit=may_edit,
    )


def _desks(
    actor: Actor, place: Placement, bodies: Collection[Body], posts: Mapping[int, list[Post]], *, at: datetime
) -> tuple[Desk, ...]:
    """Every body in order of precedence, then the posts that sit in no body that stands."""
    desks = [
        Desk(
            pk=body.pk,
            name=body.name,
            phone=body.phone,
            email=body.email,
            address=body.address,
            posts=tuple(posts.get(body.pk, ())),
            may_edit=is_allowed(unit_rules.check_can_set_body_contacts, actor, body, place, at=at),
        )
        for body in bodies
    ]
    standing = {body.pk for body in bodies}
    loose = [post for body_id, some in posts.items() if body_id not in standing for post in some]
    return (*desks, Desk(0, "", "", "", "", tuple(loose))) if loose else tuple(desks)
