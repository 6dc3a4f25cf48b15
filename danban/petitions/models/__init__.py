"""Tables of what people ask for: petitions, the way each goes, answers, groups, deadlines, routing, syntheses."""

from danban.petitions.models.answering import Answer
from danban.petitions.models.deadlines import ClosedDay, Pause, PetitionTerms
from danban.petitions.models.petition import Petition, PetitionGroup, PetitionKey, PetitionQuerySet, PetitionStep
from danban.petitions.models.routing import RoutingRule
from danban.petitions.models.synthesis import SynthesisSheet

__all__ = [
    "Answer",
    "ClosedDay",
    "Pause",
    "Petition",
    "PetitionGroup",
    "PetitionKey",
    "PetitionQuerySet",
    "PetitionStep",
    "PetitionTerms",
    "RoutingRule",
    "SynthesisSheet",
]
