"""Enter and end the bodies of units."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from danban.audit import actions as audit
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import day, fold, squeeze
from danban.units import rules
from danban.units.actions.seating import Seat, list_seats, replaced_names
from danban.units.models import Body, BodyKind, Tree, Unit

_BATCH = 1_000


@transaction.atomic
def establish_bodies(tree_id: int, *, on: date, actor: Actor, at: datetime) -> int:
    """Make every body the scheme gives each unit of the tree, from ``on``; returns how many were made.

    Safe to run again: a body of the same kind that stands or will stand is left alone. A body that bears
    the wording of another shipped scheme and that this scheme drops or words otherwise (two departments
    merged) ends the day before.
    """
    tree = Tree.objects.select_for_update(of=("self",)).select_related("scheme").filter(pk=tree_id).first()
    if tree is None:
        raise NotFound("Không có bản cơ cấu này.")
    rules.check_can_establish(actor, at=at)
    if on < tree.starts_on or (tree.ends_on is not None and on > tree.ends_on):
        raise BadInput(f"Ngày {day(on)} nằm ngoài thời gian có hiệu lực của bản cơ cấu “{tree.name}”.")
    seats = list_seats(tree)
    ended = _end_replaced(tree, on=on)
    made = _seat(seats, tree, on=on)
    audit.record(
        actor=actor, event="body.established", subject="tree", subject_id=tree.pk, at=at, unit_id=actor.unit_id,
        changes={"on": on, "made": made, "ended": ended},
    )  # fmt: skip
    return made


@transaction.atomic
def establish_body(
    unit_id: int, *, kind_code: str, name: str, on: date, actor: Actor, at: datetime, parent_id: int | None = None
) -> Body:
    """Enter one body of a unit from a day. Raises ``BadInput`` for an unknown kind or a body that stands already."""
    unit = Unit.objects.select_for_update(of=("self",)).filter(pk=unit_id).first()
    if unit is None:
        raise NotFound
    rules.check_can_establish_in(actor, unit, at=at)
    kind = BodyKind.objects.filter(code=kind_code).first()
    name = squeeze(name)
    if kind is None:
        raise BadInput("Không có loại cơ quan này.", {"kind_code": "Hãy chọn một loại trong danh sách."})
    if not name or len(name) > 200:
        raise BadInput("Tên cơ quan cần từ 1 đến 200 ký tự.", {"name": "Hãy ghi tên đầy đủ."})
    if Body.objects.filter(_from(on), unit=unit, kind=kind, name=name).exists():
        raise BadInput(
            f"“{name}” đang hoạt động ở đơn vị này.", {"name": "Hãy đặt tên khác hoặc dùng cơ quan đang có."}
        )
    if parent_id is not None and not Body.objects.standing_on(on).filter(pk=parent_id, unit=unit).exists():
        raise BadInput("Cơ quan chủ quản không hoạt động ở đơn vị này ngày đó.", {"parent_id": "Hãy chọn lại."})
    body = Body.objects.create(
        unit=unit, kind=kind, parent_id=parent_id, name=name, folded=_folded(name, kind.short), starts_on=on
    )
    audit.record(
        actor=actor, event="body.established", subject="body", subject_id=body.pk, at=at, unit_id=unit.pk,
        changes={"kind": kind_code, "on": on},
    )  # fmt: skip
    return body


@transaction.atomic
def end_body(body_id: int, *, on: date, actor: Actor, at: datetime) -> Body:
    """End a body; ``on`` is its last day. Raises ``NotNow`` if it has ended already."""
    body = Body.objects.select_for_update(of=("self",)).select_related("unit").filter(pk=body_id).first()
    if body is None:
        raise NotFound
    rules.check_can_end(actor, body, on=on, at=at)
    body.ends_on = on
    body.save(update_fields=["ends_on"])
    audit.record(
        actor=actor, event="body.ended", subject="body", subject_id=body.pk, at=at, unit_id=body.unit_id,
        changes={"ends_on": [None, on]},
    )  # fmt: skip
    return body


def _from(on: date) -> Q:
    """Bodies that stand on a day or will stand later."""
    return Q(ends_on__isnull=True) | Q(ends_on__gte=on)


def _folded(name: str, short: str) -> str:
    """What search compares: the name, and the short form people type (UBND, MTTQ)."""
    return f"{fold(name)} | {fold(short)}"[:400]


def _seat(seats: Iterable[Seat], tree: Tree, *, on: date) -> int:
    kinds = {kind.code: kind for kind in BodyKind.objects.order_by("pk")}
    codes = {kind.pk: code for code, kind in kinds.items()}
    standing = Body.objects.filter(_from(on), unit__placements__tree_id=tree.pk).order_by("-pk")
    have = {(unit, codes[kind]): pk for pk, unit, kind in standing.values_list("pk", "unit_id", "kind_id")}
    wanted = [seat for seat in seats if (seat.unit_id, seat.kind) not in have]
    for order in sorted({seat.order for seat in wanted}):
        some = [seat for seat in wanted if seat.order == order]
        bodies = Body.objects.bulk_create(
            [
                Body(
                    unit_id=seat.unit_id,
                    kind=kinds[seat.kind],
                    parent_id=have.get((seat.unit_id, seat.parent)),
                    name=seat.name,
                    folded=_folded(seat.name, kinds[seat.kind].short),
                    starts_on=on,
                )
                for seat in some
            ],
            batch_size=_BATCH,
        )
        have |= {(seat.unit_id, seat.kind): body.pk for seat, body in zip(some, bodies, strict=True)}
    return len(wanted)


def _end_replaced(tree: Tree, *, on: date) -> int:
    replaced = replaced_names(tree)
    standing = Body.objects.filter(_from(on), unit__placements__tree_id=tree.pk, starts_on__lt=on)
    rows = standing.order_by("pk").values_list("pk", "unit_id", "kind__code", "name")
    leaving = [pk for pk, *seat in rows if tuple(seat) in replaced]
    for start in range(0, len(leaving), _BATCH):
        Body.objects.filter(pk__in=leaving[start : start + _BATCH]).update(ends_on=on - timedelta(days=1))
    return len(leaving)
