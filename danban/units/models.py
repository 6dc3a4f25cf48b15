"""Levels and kinds as data, units as identity, placements as where a unit stands in one dated tree."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date

from django.db import models
from django.db.models import F, Q

from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.terms import in_term
from danban.kit.vietnamese import fold

_CODE_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def new_public_code() -> str:
    """Ten random characters without look-alikes: the public name of a thing in addresses."""
    return "".join(secrets.choice(_CODE_ALPHABET) for _ in range(10))


class Scheme(models.Model):
    """An ordered list of levels, for example 2023: city ▸ district ▸ commune ▸ village.

    ``hands`` says which level takes over the duties of a level this scheme does not have:
    ``{"district": "commune"}``.
    """

    code = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    hands = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.name


class Level(models.Model):
    """One floor of a scheme; ``depth`` 0 is the top, at most 3."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="levels")
    depth = models.PositiveSmallIntegerField()
    code = models.SlugField()
    name = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "depth"], name="one_level_per_depth"),
            models.UniqueConstraint(fields=["scheme", "code"], name="one_level_per_code"),
            models.CheckConstraint(condition=Q(depth__lte=3), name="at_most_four_levels"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.scheme.name})"


class UnitKind(models.Model):
    """Quận, huyện, xã, phường, thôn…: what units of a level are called. ``is_urban`` drives wording."""

    level = models.ForeignKey(Level, on_delete=models.PROTECT, related_name="kinds")
    code = models.SlugField()
    name = models.CharField(max_length=80)
    short = models.CharField(max_length=20)
    is_urban = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["level", "code"], name="one_kind_per_level_and_code")]

    def __str__(self) -> str:
        return f"{self.name} ({self.level})"


class Tree(models.Model):
    """One dated edition of the tree; ``ends_on`` is its last day in force, None while it stands."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="trees")
    name = models.CharField(max_length=160, unique=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="tree_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A unit as identity: it keeps its id through every reorganisation.

    ``name`` is what it was called when entered; what it is called in a given year stands in its placement.
    """

    public_code = models.CharField(max_length=10, unique=True, default=new_public_code)
    name = models.CharField(max_length=160)
    is_simulated = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.name} [{self.public_code}]"


def search_text(name: str, above: Sequence[str] = ()) -> str:
    """What the picker compares: the own name, "|", then the names above, nearest first, without the root's.

    "to dan pho so 5 | phuong van mieu / quan dong da". Cut to the column's length.
    """
    own = fold(name).replace("|", " ")
    return " | ".join(filter(None, (own, " / ".join(fold(higher) for higher in above))))[:480]


class PlacementQuerySet(models.QuerySet["Placement"]):
    """Ranges over the tree."""

    def within(self, path: str) -> PlacementQuerySet:
        """The unit at a path and everything below it (of one tree, filtered by the caller)."""
        low, high = paths.bounds(path)
        return self.filter(path__gte=low, path__lt=high)

    def visible_to(self, actor: Actor) -> PlacementQuerySet:
        """What an actor may see: in each tree, its own unit and what lies below."""
        seen = Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            low, high = paths.bounds(path)
            seen |= Q(tree_id=tree_id, path__gte=low, path__lt=high)
        return self.filter(seen)


class Placement(models.Model):
    """Where a unit stands in one tree, and what it is called and coded there.

    ``at_1``…``at_3`` copy the placement ids of its ancestors (or itself) at those depths, so that
    roll-ups group by one column. A code is valid only within its tree. ``households`` is a count.
    ``folded`` is ``search_text`` of the name and the names above it.
    """

    tree = models.ForeignKey(Tree, on_delete=models.PROTECT, related_name="placements")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="placements")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    level = models.ForeignKey(Level, on_delete=models.PROTECT)
    kind = models.ForeignKey(UnitKind, on_delete=models.PROTECT)
    path = models.CharField(max_length=16)
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=160)
    folded = models.CharField(max_length=480)
    sort_key = models.CharField(max_length=480)
    households = models.PositiveIntegerField(null=True, blank=True)
    at_1 = models.BigIntegerField(null=True)
    at_2 = models.BigIntegerField(null=True)
    at_3 = models.BigIntegerField(null=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tree", "unit"], name="a_unit_stands_once_in_a_tree"),
            models.UniqueConstraint(fields=["tree", "path"], name="one_unit_per_path"),
            models.UniqueConstraint(fields=["tree", "code"], name="one_unit_per_code"),
            models.CheckConstraint(
                condition=Q(path="", parent__isnull=True) | (~Q(path="") & Q(parent__isnull=False)),
                name="only_the_root_has_no_parent",
            ),
        ]
        indexes = [models.Index(fields=["tree", "level", "sort_key"])]

    def __str__(self) -> str:
        return f"{self.name} ({self.tree_id}:{self.path or 'gốc'})"

    @property
    def depth(self) -> int:
        """Steps below the root."""
        return paths.depth(self.path)


class BodyKind(models.Model):
    """UBND, Ủy ban MTTQ, Ban công tác Mặt trận, a department…: what bodies there are, as data."""

    code = models.SlugField(unique=True, max_length=60)
    name = models.CharField(max_length=160)
    short = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class BodyQuerySet(models.QuerySet["Body"]):
    """Bodies by day."""

    def standing_on(self, day: date) -> BodyQuerySet:
        """Bodies that exist on a day."""
        return self.filter(in_term(day))


class Body(models.Model):
    """A body of a unit, dated; ``parent`` is the body it belongs to (Ban Thường trực → Ủy ban MTTQ).

    ``phone`` (E.164) and ``email`` are those of its office, for the directory.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="bodies")
    kind = models.ForeignKey(BodyKind, on_delete=models.PROTECT)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=400)
    phone = models.CharField(max_length=16, blank=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = BodyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "kind", "name", "starts_on"], name="a_body_is_entered_once"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="body_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} #{self.pk}"


class Succession(models.Model):
    """What became what: ``share`` says whether all or a part of ``from_unit`` went to ``to_unit``."""

    class Share(models.TextChoices):
        """How much of the old unit went to the new one."""

        FULL = "full", "Toàn bộ"
        PART = "part", "Một phần"

    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="became")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="came_from")
    on = models.DateField()
    share = models.CharField(max_length=4, choices=Share.choices)
    is_default = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["from_unit", "to_unit", "on"], name="one_succession_per_pair_and_day"),
            models.CheckConstraint(condition=~Q(from_unit=F("to_unit")), name="a_unit_does_not_succeed_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.from_unit_id} → {self.to_unit_id} ({self.on})"
