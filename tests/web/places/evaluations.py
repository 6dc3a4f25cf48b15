"""Values of the addresses of self-evaluations: the public code of conduct of the place, saved."""

from danban.accounts.queries import actor_for
from danban.evaluations.actions import save_evaluation
from danban.evaluations.rules import Told
from danban.units.models import Placement
from tests.accounts.factories import make_appointment
from tests.cast import AT
from tests.web.places.registry import World, value

_FORMS = {
    "village": ("public_conduct", "front_work_head"),
    "commune": ("public_conduct_commune", "commune_front_officer"),
}


@value("pk", *(f"desk:evaluations:{name}" for name in ("show", "submit", "give_back")))
def _form(world: World, place: Placement) -> int:
    """Villages and communes fill in forms, nobody else."""
    if place.level.code not in _FORMS:
        return 0
    code, role = _FORMS[place.level.code]
    writer = actor_for(make_appointment(place.unit, role=role))
    return save_evaluation(world.campaign.pk, place.pk, form=code, told=Told("Có làm", "Tốt"), actor=writer, at=AT).pk


@value("code", "desk:evaluations:write", "desk:evaluations:form_list", anywhere=True)
def _code(_world: World, _place: Placement) -> str:
    """The public code of conduct of villages."""
    return "public_conduct"
