"""Which plans cite a paper: citations are matched by number, and by day where both say one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from danban.campaigns.models import Campaign, Citation
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold
from danban.library.models import Reference
from danban.library.rules import symbol_key


@dataclass(frozen=True)
class Shelf:
    """Every reference by its key, with its id and day. A key is the number, the title where there is none."""

    known: dict[str, list[tuple[int, date | None]]] = field(default_factory=dict)

    @classmethod
    def of_everything(cls) -> Shelf:
        """The library as it stands; one query."""
        shelf = cls()
        for pk, symbol, title, day in Reference.objects.order_by("pk").values_list(
            "pk", "symbol", "title", "issued_on"
        ):
            shelf.known.setdefault(_key(symbol, title), []).append((pk, day))
        return shelf

    def add(self, reference: Reference) -> None:
        """One more."""
        key = _key(reference.symbol, reference.title)
        self.known.setdefault(key, []).append((reference.pk, reference.issued_on))

    def cited_by(self, citation: Citation) -> list[int]:
        """The ids of what a citation means: the same number and no other day."""
        same = self.known.get(_key(citation.number or "", citation.name), [])
        return [pk for pk, day in same if None in (day, citation.issued_on) or day == citation.issued_on]


def _key(symbol: str, title: str) -> str:
    return symbol_key(symbol) if symbol.strip() else f"tên {fold(title)}"


def cited_in(campaign_id: int) -> list[int]:
    """The ids of the references a year's plan cites."""
    shelf = Shelf.of_everything()
    return sorted({pk for one in Citation.objects.filter(campaign_id=campaign_id) for pk in shelf.cited_by(one)})


def plans_citing(actor: Actor, reference: Reference) -> list[Campaign]:
    """The years the actor sees whose plans cite a reference, the latest first."""
    shelf = Shelf()
    shelf.add(reference)
    seen = Citation.objects.filter(campaign__in=Campaign.objects.visible_to(actor)).order_by("pk")
    ids = {one.campaign_id for one in seen if shelf.cited_by(one)}
    return list(Campaign.objects.filter(pk__in=ids).defer("plan_text").order_by("-year", "-pk"))


def years_to_gather_from(actor: Actor) -> list[tuple[Campaign, int]]:
    """The years the actor sees with how many papers their plans cite that the library does not know."""
    shelf = Shelf.of_everything()
    missing: dict[int, int] = {}
    for one in Citation.objects.filter(campaign__in=Campaign.objects.visible_to(actor)).order_by("pk"):
        missing[one.campaign_id] = missing.get(one.campaign_id, 0) + (not shelf.cited_by(one))
    campaigns = Campaign.objects.filter(pk__in=missing).defer("plan_text").order_by("-year", "-pk")
    return [(campaign, missing[campaign.pk]) for campaign in campaigns]
