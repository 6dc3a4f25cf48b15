"""Where an office can stand and for how long."""

from datetime import date

from danban.accounts.models import Appointment
from danban.accounts.roles import ROLES
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import day
from danban.units.models import Body, Placement


def is_below(actor: Actor, place: Placement) -> bool:
    """Whether the offices of a place are the actor's to give: only below its own unit; the city's own too."""
    own = actor.path_in(place.tree_id)
    return actor.covers(place.tree_id, place.path) and (not own or place.path != own)


def check_is_below(actor: Actor, *places: Placement) -> None:
    """Raise ``NotYours`` unless the unit stands, in one of its trees, where the actor gives offices."""
    if not any(is_below(actor, place) for place in places):
        raise NotYours("Vị trí trong chính đơn vị bạn do đơn vị cấp trên giao. Bạn giao vị trí ở các đơn vị bên dưới.")


def checked_place(actor: Actor, place: Placement | None) -> Placement:
    """The place of a new office, in the tree in force and the actor's to fill; ``NotFound`` or ``NotYours``."""
    if place is None or not actor.covers(place.tree_id, place.path):
        raise NotFound("Không tìm thấy đơn vị này trong phạm vi của bạn.")
    check_is_below(actor, place)
    return place


def check_role_fits(role: str, place: Placement) -> None:
    """A role stands at one level of the tree; raises ``BadInput`` on ``role``."""
    known = ROLES.get(role)
    if known is None:
        raise BadInput("Vai trò này không có trong hệ thống.", {"role": "Hãy chọn một vai trò trong danh sách."})
    if known.level != place.level.code:
        sentence = f"Vai trò “{known.name}” không đặt ở {place.name} ({place.level.name.lower()})."
        raise BadInput(sentence, {"role": sentence})


def check_body_fits(body: Body | None, place: Placement, *, on: date) -> None:
    """A body named with an office belongs to the unit and stands on the day; raises ``BadInput`` on ``body_id``."""
    if body is None:
        return
    if body.unit_id != place.unit_id:
        sentence = f"{body.name} không thuộc {place.name}."
    elif not is_in_term(on, body.starts_on, body.ends_on):
        sentence = f"{body.name} không hoạt động vào ngày {day(on)}."
    else:
        return
    raise BadInput(sentence, {"body_id": sentence})


def check_term(starts_on: date, ends_on: date | None) -> None:
    """A term ends no earlier than it starts; raises ``BadInput`` on ``ends_on``."""
    if ends_on is not None and ends_on < starts_on:
        sentence = f"Ngày kết thúc phải từ {day(starts_on)} trở đi."
        raise BadInput(sentence, {"ends_on": sentence})


def check_new_end(appointment: Appointment, ends_on: date) -> None:
    """An end lies inside the term as it stands: it shortens, never lengthens; raises ``BadInput`` on ``ends_on``."""
    check_term(appointment.starts_on, ends_on)
    if appointment.ends_on is not None and ends_on > appointment.ends_on:
        sentence = f"Vị trí này đã có ngày kết thúc {day(appointment.ends_on)}; chỉ rút ngắn được, không kéo dài."
        raise BadInput(sentence, {"ends_on": sentence})
