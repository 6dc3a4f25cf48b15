"""The directory: how every unit, body and post of the tree in force is reached at work, for everybody inside."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from danban.accounts import queries as accounts
from danban.accounts import rules as account_rules
from danban.accounts.models import Appointment
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, is_allowed
from danban.overviews.queries.places import Crumb
from danban.overviews.queries.reachable import Listed, Post, list_reachable, post_of
from danban.units import queries as units
from danban.units import rules
from danban.units.models import Body, Placement, Tree

UNITS_A_PAGE = 30
POSTS_A_PAGE = 30
MOST_NEIGHBOURS = 60
_MOST_FOUND = 8


@dataclass(frozen=True)
class DirectoryPage:
    """One unit, the way down to it from the top, one page of the units below it, and its neighbours.

    ``neighbours`` are at most ``MOST_NEIGHBOURS``; ``has_more_neighbours`` says that the unit above lists more.
    """

    tree: Tree
    unit: Listed
    above: tuple[Crumb, ...]
    below: tuple[Listed, ...]
    page: Page[Placement]
    neighbours: tuple[Crumb, ...]
    has_more_neighbours: bool
    own: Crumb | None
    may_export: bool


def directory_page(actor: Actor, place_pk: int | None, *, at: datetime, number: int = 1) -> DirectoryPage:
    """One unit of the tree in force, by default the actor's own (the top where it does not stand in it).

    Raises ``NotYours`` for somebody without an office, ``NotFound`` for what is not in the tree in force.
    Constant queries.
    """
    tree, place = _place(actor, place_pk, at=at)
    page = Paginator(_below(place), UNITS_A_PAGE).get_page(number)
    unit, *below = list_reachable(actor, [place, *page], at=at)
    around = _neighbours(place)
    return DirectoryPage(
        tree=tree,
        unit=unit,
        above=_above(place),
        below=tuple(below),
        page=page,
        neighbours=around[:MOST_NEIGHBOURS],
        has_more_neighbours=len(around) > MOST_NEIGHBOURS,
        own=_own(actor, place),
        may_export=is_allowed(rules.check_can_export, actor, place, at=at),
    )


def desk_to_edit(actor: Actor, body_pk: int, *, at: datetime) -> DirectoryPage:
    """The unit of a body whose contacts the actor may write now; raises any refusal."""
    body = Body.objects.filter(pk=body_pk).first()
    if body is None:
        raise NotFound
    place = units.place_in_force(body.unit_id, day_of(at))
    rules.check_can_set_body_contacts(actor, body, place, at=at)
    return directory_page(actor, place.pk, at=at)


def post_to_edit(actor: Actor, appointment_pk: int, *, at: datetime) -> tuple[DirectoryPage, Post]:
    """A post whose work contacts the actor may write now, and the page of its unit; raises any refusal."""
    held = Appointment.objects.held_on(day_of(at)).filter(account__is_active=True).select_related("account")
    office = held.filter(pk=appointment_pk).first()
    if office is None:
        raise NotFound
    place = units.place_in_force(office.unit_id, day_of(at))
    account_rules.check_can_set_work_contacts(actor, office, place, at=at)
    return directory_page(actor, place.pk, at=at), post_of(office)


@dataclass(frozen=True)
class DirectorySheet:
    """What is printed or taken away: units of the tree in force, the one asked for first."""

    tree: Tree
    place: Placement
    above: tuple[Crumb, ...]
    units: tuple[Listed, ...]


def directory_sheet(actor: Actor, place_pk: int, *, at: datetime, with_below: bool = False) -> DirectorySheet:
    """One unit for paper, with the units right below it if wanted. Raises as ``directory_page`` does."""
    tree, place = _place(actor, place_pk, at=at)
    places = [place, *(_below(place) if with_below else ())]
    return DirectorySheet(tree, place, _above(place), tuple(list_reachable(actor, places, at=at)))


def directory_extract(actor: Actor, place_pk: int, *, at: datetime) -> DirectorySheet:
    """One unit and everything below it, to take away as a table.

    Raises as ``directory_page`` does, ``NotFound`` outside the actor's area, and ``NotYours`` for an office
    that takes out no lists.
    """
    tree, place = _place(actor, place_pk, at=at)
    rules.check_can_export(actor, place, at=at)
    inside = Placement.objects.filter(tree_id=tree.pk).within(place.path).select_related("level", "kind", "parent")
    places = list(inside.order_by("path", "pk"))
    return DirectorySheet(tree, place, _above(place), tuple(list_reachable(actor, places, at=at)))


@dataclass(frozen=True)
class FoundPost:
    """A post with where it sits; ``way`` names its unit and those above, the top left out."""

    post: Post
    place_pk: int
    way: str


@dataclass(frozen=True)
class DirectoryFound:
    """What the words typed were found in; ``page`` counts the posts."""

    text: str
    units: tuple[units.Hit, ...]
    bodies: tuple[Body, ...]
    posts: tuple[FoundPost, ...]
    page: Page[int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found at all."""
        return not (self.units or self.bodies or self.posts)


def find_in_directory(actor: Actor, text: str, *, at: datetime, number: int = 1) -> DirectoryFound:
    """Units, bodies and posts of the tree in force in which every word stands, accents ignored.

    Raises ``NotYours`` for somebody without an office. Constant queries.
    """
    rules.check_can_see(actor)
    today = day_of(at)
    tree = units.tree_in_force(today)
    found = accounts.find_posts(text, tree_id=tree.pk, on=today)
    page = Paginator(list(found.values_list("pk", flat=True)), POSTS_A_PAGE).get_page(number)
    rows = accounts.posts_by(list(page))
    places = Placement.objects.filter(tree_id=tree.pk, unit_id__in={row.unit_id for row in rows})
    place_of = {place.unit_id: place for place in places.select_related("parent__parent__parent").order_by("pk")}
    return DirectoryFound(
        text=text,
        units=tuple(units.find_placements(None, tree_id=tree.pk, text=text, limit=_MOST_FOUND)),
        bodies=tuple(units.find_bodies(text, tree_id=tree.pk, on=today, limit=_MOST_FOUND)),
        posts=tuple(_found(row, place_of[row.unit_id]) for row in rows),
        page=page,
    )


def _found(office: Appointment, place: Placement) -> FoundPost:
    names, higher = [place.name], place.parent
    while higher is not None and higher.path:
        names.append(higher.name)
        higher = higher.parent
    return FoundPost(post_of(office), place.pk, " · ".join(names))


def _place(actor: Actor, place_pk: int | None, *, at: datetime) -> tuple[Tree, Placement]:
    rules.check_can_see(actor)
    tree = units.tree_in_force(day_of(at))
    wanted = {"path": actor.path_in(tree.pk) or ""} if place_pk is None else {"pk": place_pk}
    related = ("tree", "unit", "level", "kind", "parent")
    place = Placement.objects.filter(tree_id=tree.pk, **wanted).select_related(*related).first()
    if place is None:
        raise NotFound("Không có đơn vị này trong cơ cấu đang có hiệu lực.")
    return tree, place


def _above(place: Placement) -> tuple[Crumb, ...]:
    return tuple(Crumb(higher.pk, higher.name) for higher in units.ancestors_of(place))


def _own(actor: Actor, place: Placement) -> Crumb | None:
    """The actor's own unit, to come back to; None on its own page and where it is not in the tree in force."""
    if place.unit_id == actor.unit_id:
        return None
    own = Placement.objects.filter(tree_id=place.tree_id, unit_id=actor.unit_id or 0).first()
    return Crumb(own.pk, own.name) if own else None


def _below(place: Placement) -> QuerySet[Placement]:
    found = Placement.objects.filter(parent_id=place.pk).select_related("level", "kind", "parent")
    return found.order_by("-kind__is_urban", "sort_key", "pk")


def _neighbours(place: Placement) -> tuple[Crumb, ...]:
    """The other units right below the same one, one more than are shown."""
    if place.parent_id is None:
        return ()
    same = Placement.objects.filter(parent_id=place.parent_id).exclude(pk=place.pk)
    rows = same.order_by("-kind__is_urban", "sort_key", "pk").values_list("pk", "name")
    return tuple(Crumb(pk, name) for pk, name in rows[: MOST_NEIGHBOURS + 1])
