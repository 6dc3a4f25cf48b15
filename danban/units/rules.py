"""Who may change or take out the tree, and when.

The tree belongs to the whole city, so only an office at its root may change it; a machine (command,
demonstration) is bound by its named permissions alone.
"""

from datetime import date, datetime

from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import day
from danban.units.models import Body, Placement, Tree, Unit

_NOT_YOUR_TREE = (
    "Cơ cấu đơn vị do Ban Phong trào, Ủy ban MTTQ Thành phố cập nhật. Hãy gửi đề nghị sửa kèm tên đơn vị về Thành phố."
)
_NOT_YOUR_BODY = "Danh mục cơ quan, tổ chức do Ban Phong trào, Ủy ban MTTQ Thành phố cập nhật. Hãy gửi đề nghị về đó."
_NOT_YOUR_CHECK = "Việc soát cơ cấu đơn vị do Ban Phong trào, Ủy ban MTTQ Thành phố làm."
_NOT_YOUR_CONTACTS = (
    "Liên hệ của cơ quan do chính cơ quan đó hoặc đơn vị cấp trên ghi. Hãy báo cơ quan đó khi thấy chỗ chưa đúng."
)
_NO_OFFICE = "Bạn chưa giữ vị trí nào được xem danh mục đơn vị. Hãy liên hệ Ủy ban MTTQ cấp mình để được giao vị trí."
_NOT_YOUR_EXPORT = "Vị trí bạn đang giữ không có quyền xuất danh sách đơn vị. Hãy nhờ cán bộ UBND hoặc MTTQ cùng cấp."


def check_can_see(actor: Actor) -> None:
    """Whoever holds an office sees the units of its area."""
    actor.check_may("unit:see", _NO_OFFICE)


def check_can_load_scheme(actor: Actor, *, at: datetime) -> None:
    """Only who keeps the tree may bring in levels and kinds."""
    actor.check_may("unit:import", _NOT_YOUR_TREE)


def check_can_open(actor: Actor, *, at: datetime) -> None:
    """Only who keeps the tree may open an edition of it."""
    actor.check_may("unit:import", _NOT_YOUR_TREE)


def check_can_close(actor: Actor, tree: Tree, *, on: date, at: datetime) -> None:
    """An edition is closed once, on a day of its life."""
    check_can_keep(actor, tree)
    if tree.ends_on is not None:
        raise NotNow(f"Bản cơ cấu “{tree.name}” đã kết thúc hiệu lực ngày {day(tree.ends_on)}.")
    if on < tree.starts_on:
        raise BadInput(f"Ngày kết thúc phải từ {day(tree.starts_on)} (ngày bản cơ cấu có hiệu lực) trở đi.")


def check_can_import(actor: Actor, tree: Tree, *, at: datetime) -> None:
    """Units may be brought into an edition that has not ended, by who keeps it."""
    check_can_keep(actor, tree)
    _check_open(tree, at=at)


def check_can_establish(actor: Actor, *, at: datetime) -> None:
    """Only who keeps the tree may enter bodies."""
    actor.check_may("unit:import", _NOT_YOUR_BODY)


def check_can_establish_in(actor: Actor, unit: Unit, *, at: datetime) -> None:
    """A body may be entered in a unit of the actor's area; outside it is as if absent."""
    check_can_establish(actor, at=at)
    inside = actor.is_machine or Placement.objects.visible_to(actor).filter(unit_id=unit.pk).exists()
    if not inside:
        raise NotFound


def check_can_end(actor: Actor, body: Body, *, on: date, at: datetime) -> None:
    """A body ends once, on a day of its life."""
    check_can_establish_in(actor, body.unit, at=at)
    if body.ends_on is not None:
        raise NotNow(f"“{body.name}” đã kết thúc hoạt động ngày {day(body.ends_on)}.")
    if on < body.starts_on:
        raise BadInput(f"Ngày kết thúc phải từ {day(body.starts_on)} (ngày bắt đầu hoạt động) trở đi.")


def check_can_set_body_contacts(actor: Actor, body: Body, place: Placement, *, at: datetime) -> None:
    """Contacts of a body that stands are kept by its own office, by offices above that give posts, and at the top.

    ``place`` is where the body's unit stands in the edition in force. Everybody may read them.
    """
    own = actor.body_id is not None and actor.body_id == body.pk
    above = actor.may("appointment:appoint") and actor.stands_above(place.tree_id, place.path)
    keeps = actor.may("unit:import") and actor.covers(place.tree_id, place.path)
    if not (own or above or keeps):
        raise NotYours(_NOT_YOUR_CONTACTS)
    if not is_in_term(day_of(at), body.starts_on, body.ends_on):
        raise NotNow(f"“{body.name}” không còn hoạt động nên không sửa liên hệ nữa.")


def check_can_record(actor: Actor, old: Tree, new: Tree, *, at: datetime) -> None:
    """What became what may be recorded by who keeps both editions."""
    check_can_keep(actor, old)
    check_can_keep(actor, new)


def check_can_export(actor: Actor, place: Placement, *, at: datetime) -> None:
    """Whoever may take out lists takes out those of the own area."""
    if not actor.covers(place.tree_id, place.path):
        raise NotFound
    actor.check_may("unit:export", _NOT_YOUR_EXPORT)


def check_can_check(actor: Actor, tree: Tree, *, at: datetime) -> None:
    """Flaws of the tree are shown to who keeps it."""
    actor.check_may("unit:check", _NOT_YOUR_CHECK)
    if not actor.covers(tree.pk, ""):
        raise NotYours(_NOT_YOUR_CHECK)


def check_can_keep(actor: Actor, tree: Tree) -> None:
    """Who keeps an edition holds the permission and stands at its top; an empty one anybody with the permission."""
    actor.check_may("unit:import", _NOT_YOUR_TREE)
    is_empty = not Placement.objects.filter(tree_id=tree.pk).exists()
    if not is_empty and not actor.covers(tree.pk, ""):
        raise NotYours(_NOT_YOUR_TREE)


def _check_open(tree: Tree, *, at: datetime) -> None:
    if tree.ends_on is not None and tree.ends_on < day_of(at):
        raise NotNow(
            f"Bản cơ cấu “{tree.name}” đã hết hiệu lực ngày {day(tree.ends_on)} nên không nạp thêm được. "
            "Hãy chọn bản đang có hiệu lực hoặc mở bản mới."
        )
