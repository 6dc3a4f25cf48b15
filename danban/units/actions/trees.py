"""Open and close editions of the tree."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from danban.audit import actions as audit
from danban.installation import actions as installation
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze
from danban.units import rules, shipped
from danban.units.actions.schemes import load_scheme
from danban.units.models import Body, Placement, Scheme, Tree


@transaction.atomic
def open_tree(*, scheme_code: str, name: str, starts_on: date, actor: Actor, at: datetime) -> Tree:
    """Open an empty edition in force from ``starts_on``; a shipped scheme is brought in when it is not there yet.

    Raises ``BadInput`` for a name in use or no such scheme.
    """
    rules.check_can_open(actor, at=at)
    if scheme_code in shipped.scheme_codes() and not Scheme.objects.filter(code=scheme_code).exists():
        load_scheme(scheme_code, actor=actor, at=at)
    scheme = Scheme.objects.select_for_update(of=("self",)).filter(code=scheme_code).first()
    name = squeeze(name)
    if scheme is None:
        raise BadInput("Không có mô hình tổ chức này.", {"scheme_code": "Hãy chọn một mô hình trong danh sách."})
    if not name or len(name) > 160:
        raise BadInput("Tên bản cơ cấu cần từ 1 đến 160 ký tự.", {"name": "Ví dụ: Hà Nội từ 01/7/2025."})
    if Tree.objects.filter(name=name).exists():
        raise BadInput(f"Đã có bản cơ cấu tên “{name}”.", {"name": "Hãy đặt tên khác."})
    installation.mark_in_use(at=at)
    tree = Tree.objects.create(scheme=scheme, name=name, starts_on=starts_on)
    audit.record(
        actor=actor, event="tree.opened", subject="tree", subject_id=tree.pk, at=at,
        changes={"scheme": scheme_code, "starts_on": starts_on},
    )  # fmt: skip
    return tree


@transaction.atomic
def close_tree(tree_id: int, *, on: date, actor: Actor, at: datetime) -> int:
    """End an edition; ``on`` is its last day. Returns how many bodies end with it.

    Bodies end that day too where their unit stands in no edition that goes on.
    """
    tree = Tree.objects.select_for_update(of=("self",)).get(pk=tree_id)
    rules.check_can_close(actor, tree, on=on, at=at)
    tree.ends_on = on
    tree.save(update_fields=["ends_on"])
    going_on = Q(tree__ends_on__isnull=True) | Q(tree__ends_on__gt=on)
    staying = Placement.objects.filter(going_on).exclude(tree_id=tree_id).order_by().values("unit_id")
    bodies = Body.objects.standing_on(on).filter(unit__placements__tree_id=tree_id).exclude(unit_id__in=staying)
    ended = bodies.exclude(ends_on=on).update(ends_on=on)
    audit.record(
        actor=actor, event="tree.closed", subject="tree", subject_id=tree.pk, at=at,
        changes={"ends_on": [None, on], "bodies_ended": ended},
    )  # fmt: skip
    return ended
