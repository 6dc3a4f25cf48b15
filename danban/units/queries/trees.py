"""Editions of the tree: which is in force, and what each holds."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from danban.kit.refusals import NotFound
from danban.kit.terms import in_term
from danban.kit.vietnamese import day
from danban.units.models import Placement, Tree


@dataclass(frozen=True)
class KindCount:
    """How many units of a kind an edition has; ``households`` sums what is known, of ``counted`` units."""

    level: str
    kind: str
    units: int
    counted: int


def tree_in_force(on: date, *, scheme: str | None = None) -> Tree:
    """The edition in force on a day, the youngest if two overlap; ``NotFound`` if there is none."""
    trees = Tree.objects.select_related("scheme").filter(in_term(on))
    if scheme:
        trees = trees.filter(scheme__code=scheme)
    tree = trees.order_by("-starts_on", "-pk").first()
    if tree is None:
        raise NotFound(f"Ngày {day(on)} chưa có bản cơ cấu đơn vị nào có hiệu lực. Hãy mở bản cơ cấu và nạp đơn vị.")
    return tree


def tree_by(pk: int) -> Tree:
    """One edition by its id; editions are named to every official."""
    tree = Tree.objects.select_related("scheme").filter(pk=pk).first()
    if tree is None:
        raise NotFound("Không có bản cơ cấu này.")
    return tree


def list_trees() -> list[Tree]:
    """Every edition, the newest first."""
    return list(Tree.objects.select_related("scheme").order_by("-starts_on", "-pk"))


def count_by_kind(tree_id: int) -> list[KindCount]:
    """How many units of each kind an edition has, from the top."""
    rows = (
        Placement.objects.filter(tree_id=tree_id)
        .values_list("level__name", "kind__name")
        .annotate(units=Count("pk"), counted=Count("households"))
        .order_by("level__depth", "kind__pk")
    )
    return [KindCount(*row) for row in rows]
