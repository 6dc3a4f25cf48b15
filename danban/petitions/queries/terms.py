"""What the deadlines of a year are counted with: its dated terms, the offices' days, a petition's pauses."""

from dataclasses import dataclass
from datetime import date

from danban.petitions import rules
from danban.petitions.models import ClosedDay, Petition, PetitionTerms


@dataclass(frozen=True)
class Calendar:
    """The terms of one year, the oldest first, and the days the offices differ by."""

    terms: tuple[tuple[date, rules.Terms], ...]
    office: rules.OfficeDays

    def terms_on(self, start: date) -> rules.Terms:
        """The terms in force for a clock that starts on a day; the system's own where the city has set none."""
        begun = [terms for starts_on, terms in self.terms if starts_on <= start]
        return begun[-1] if begun else rules.Terms()

    @staticmethod
    def stops(petition: Petition, start: date) -> list[rules.Stop]:
        """A petition's pauses since its clock started."""
        return [rules.Stop(one.starts_on, one.ends_on) for one in petition.pauses.all() if one.starts_on >= start]


def calendar(campaign_id: int) -> Calendar:
    """Two queries."""
    found = PetitionTerms.objects.filter(campaign_id=campaign_id).order_by("starts_on")
    days = list(ClosedDay.objects.order_by("day"))
    return Calendar(
        tuple(
            (one.starts_on, rules.Terms(one.acknowledge_days, one.answer_days, one.is_working, one.basis))
            for one in found
        ),
        rules.OfficeDays(
            closed=frozenset(one.day for one in days if not one.is_worked),
            worked=frozenset(one.day for one in days if one.is_worked),
            names=tuple((one.day, one.name) for one in days),
        ),
    )
