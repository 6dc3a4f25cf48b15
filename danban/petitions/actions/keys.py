"""The keys by which the likes of a petition are found."""

from danban import petitionreader
from danban.petitions.models import Petition, PetitionKey
from danban.petitions.queries.likes import areas_and_keys


def key_rows(petition: Petition, reading: petitionreader.Reading, *, commune: int) -> list[PetitionKey]:
    """The rows of a petition's keys, unsaved; ``commune`` is the unit id of its commune."""
    return [PetitionKey(petition=petition, area=area, key=key) for area, key in areas_and_keys(reading, commune)]
