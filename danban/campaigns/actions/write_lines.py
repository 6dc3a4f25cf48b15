"""Write the lines of a new draft."""

from collections import Counter
from collections.abc import Iterable

from danban.campaigns.models import Draft, DraftItem
from danban.campaigns.rules.proposals import Line, to_json
from danban.campaigns.rules.stored_reading import PATH
from danban.units.models import Level


def write_lines(draft: Draft, lines: Iterable[Line]) -> None:
    """Every line as a row, numbered from 0 in its kind; ``original`` keeps values and level as proposed."""
    levels = dict(Level.objects.filter(scheme_id=draft.tree.scheme_id).values_list("code", "pk"))
    position: Counter[str] = Counter()
    rows = []
    for line in lines:
        values = to_json(line.values)
        rows.append(
            DraftItem(
                draft=draft,
                kind=line.kind,
                state=line.state,
                level_id=levels.get(line.level or ""),
                values=values,
                original={**values, "level": line.level},
                section=line.section[:PATH],
                start=line.span[0] if line.span else None,
                end=line.span[1] if line.span else None,
                position=position[line.kind],
            )
        )
        position[line.kind] += 1
    DraftItem.objects.bulk_create(rows, batch_size=500)
