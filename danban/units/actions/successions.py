"""Record what became of units in a reorganisation."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from danban.audit import actions as audit
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.units import rules
from danban.units.models import Placement, Succession, Tree
from danban.units.shipped import SuccessionRow


@transaction.atomic
def record_successions(
    rows: Iterable[SuccessionRow], *, from_tree_id: int, to_tree_id: int, on: date, actor: Actor, at: datetime
) -> int:
    """Write what became what on a day; codes are those of the two trees. Again changes shares and defaults only.

    A unit that stands in both trees succeeds nobody and is passed over. Returns how many are on record
    for these rows. Raises ``BadInput`` for an unknown code, share or a unit without exactly one default.
    """
    trees = {tree.pk: tree for tree in _lock(from_tree_id, to_tree_id)}
    rules.check_can_record(actor, trees[from_tree_id], trees[to_tree_id], at=at)
    old, new = _units_by_code(from_tree_id), _units_by_code(to_tree_id)
    kept = [row for row in rows if old.get(row.from_code) is None or old.get(row.from_code) != new.get(row.to_code)]
    _check_rows(kept, old, new)
    Succession.objects.bulk_create(
        [
            Succession(
                from_unit_id=old[row.from_code],
                to_unit_id=new[row.to_code],
                on=on,
                share=row.share,
                is_default=row.is_default,
            )
            for row in kept
        ],
        batch_size=500,
        update_conflicts=True,
        unique_fields=["from_unit", "to_unit", "on"],
        update_fields=["share", "is_default"],
    )
    audit.record(
        actor=actor, event="succession.recorded", subject="tree", subject_id=to_tree_id, at=at,
        unit_id=actor.unit_id, changes={"from_tree": from_tree_id, "on": on, "count": len(kept)},
    )  # fmt: skip
    return len(kept)


def _lock(*tree_ids: int) -> list[Tree]:
    trees = list(Tree.objects.select_for_update(of=("self",)).filter(pk__in=tree_ids).order_by("pk"))
    if len(trees) != len(set(tree_ids)) or len(trees) < 2:
        raise BadInput("Cần hai bản cơ cấu khác nhau: bản cũ và bản mới.")
    return trees


def _units_by_code(tree_id: int) -> dict[str, int]:
    return dict(Placement.objects.filter(tree_id=tree_id).order_by("pk").values_list("code", "unit_id"))


def _check_rows(rows: list[SuccessionRow], old: Mapping[str, int], new: Mapping[str, int]) -> None:
    for row in rows:
        if row.from_code not in old:
            raise BadInput(f"Không có đơn vị mã “{row.from_code}” trong bản cơ cấu cũ.")
        if row.to_code not in new:
            raise BadInput(f"Không có đơn vị mã “{row.to_code}” trong bản cơ cấu mới.")
        if row.share not in Succession.Share.values:
            raise BadInput(f"Đơn vị {row.from_code}: phần chuyển phải là “full” hoặc “part”.")
    if len({(row.from_code, row.to_code) for row in rows}) != len(rows):
        raise BadInput("Có cặp đơn vị cũ – mới được ghi hai lần.")
    defaults = Counter(row.from_code for row in rows if row.is_default)
    for code in dict.fromkeys(row.from_code for row in rows):
        if defaults[code] != 1:
            raise BadInput(f"Đơn vị {code} phải có đúng một nơi kế tiếp mặc định, đang có {defaults[code]}.")
