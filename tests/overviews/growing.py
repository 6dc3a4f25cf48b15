"""More of the small city: villages added, obligations done on a day."""

from datetime import date

from django.db.models import QuerySet

from danban.campaigns.models import Campaign, Obligation, ObligationKind
from danban.kit import clock, paths
from danban.kit.vietnamese import fold, sort_key
from danban.units.models import Placement, Unit
from tests.cast import Cast


def add_villages(cast: Cast, campaign: Campaign, count: int, *, under: str = "00001") -> list[Placement]:
    """``count`` more villages below a commune, each owing what its level owes."""
    parent = cast.places[under]
    kind = parent.children.select_related("kind").order_by("pk")[0].kind
    first = parent.children.count()
    added = []
    for number in range(first, first + count):
        name = f"Tổ dân phố số {number + 1}"
        place = Placement.objects.create(
            tree=cast.tree, unit=Unit.objects.create(name=name), parent=parent, level=cast.levels["village"],
            kind=kind, path=paths.step(parent.path, number), code=f"{under}.{number + 1:02d}", name=name,
            folded=fold(name), sort_key=sort_key(name), at_1=parent.at_1, at_2=parent.at_2,
        )  # fmt: skip
        place.at_3 = place.pk
        place.save()
        added.append(place)
    for owed in ObligationKind.objects.filter(campaign=campaign, level=cast.levels["village"]).order_by("pk"):
        Obligation.objects.bulk_create(
            Obligation(
                campaign=campaign, kind=owed, placement=place, at_1=place.at_1, at_2=place.at_2, at_3=place.at_3,
                starts_on=owed.starts_on, due_on=owed.due_on,
            )
            for place in added
        )  # fmt: skip
    return added


def owed_by(cast: Cast, code: str, kind: str) -> QuerySet[Obligation]:
    """What one unit owes of a kind."""
    return Obligation.objects.filter(placement=cast.places[code], kind__code=kind)


def done(obligations: QuerySet[Obligation], on: date) -> int:
    """Count obligations as done on a day; returns how many."""
    return obligations.update(fulfilled_on=on, fulfilled_at=clock.moment(on), fulfilled_by="test.done")
