"""Duties the small year does not have by itself."""

from datetime import date

from danban.campaigns.models import Campaign, Obligation, ObligationKind
from tests.cast import Cast


def owe(cast: Cast, campaign: Campaign, code: str, level: str) -> ObligationKind:
    """Every unit of a level owes a thing by the end of the year."""
    kind = ObligationKind.objects.create(
        campaign=campaign, code=code, name=code, short=code, level=cast.levels[level], due_on=date(2023, 12, 30),
        clause=campaign.clauses.get(), position=90,
    )  # fmt: skip
    Obligation.objects.bulk_create(
        Obligation(campaign=campaign, kind=kind, placement=place, due_on=kind.due_on)
        for place in cast.places.values()
        if place.level.code == level
    )
    return kind
