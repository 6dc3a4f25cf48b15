"""For any tree and any duties: obligations are the sum over duties of the units at their level."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from danban.campaigns import actions, queries
from danban.campaigns.models import Campaign, Draft, DraftItem, Obligation
from danban.campaigns.rules.proposals import DutyValues, MilestoneValues, to_json
from danban.campaigns.states import ItemKind, ItemState
from danban.kit import paths
from danban.kit.actor import machine
from danban.units.models import Level, Placement, Scheme, Tree, Unit, UnitKind
from tests.cast import AT, Cast

CODES = ("city", "district", "commune", "village")
ACTOR = machine("thử", "plan:read", "plan:review", "campaign:launch")


def _grow(widths: list[list[int]]) -> tuple[Tree, list[Level]]:
    """A tree whose unit number n of a depth has ``widths[depth][n % …]`` children."""
    number = Scheme.objects.count()
    scheme = Scheme.objects.create(code=f"any-{number}", name="Bất kỳ")
    levels = [
        Level.objects.create(scheme=scheme, depth=depth, code=code, name=code)
        for depth, code in enumerate(CODES[: len(widths) + 1])
    ]
    kinds = [UnitKind.objects.create(level=level, code=level.code, name=level.code, short="") for level in levels]
    tree = Tree.objects.create(scheme=scheme, name=f"Cây {number}", starts_on=date(2020, 1, 1))
    row = [_place(tree, kinds[0], None, "")]
    for depth, width in enumerate(widths, start=1):
        row = [
            _place(tree, kinds[depth], parent, paths.step(parent.path, child))
            for n, parent in enumerate(row)
            for child in range(width[n % len(width)])
        ]
    return tree, levels


def _place(tree: Tree, kind: UnitKind, parent: Placement | None, path: str) -> Placement:
    place = Placement(
        tree=tree, unit=Unit.objects.create(name=f"U{path}"), parent=parent, level=kind.level, kind=kind, path=path,
        code=f"c{path}"[:12] if len(path) < 11 else f"v{Placement.objects.count()}", name=f"U{path}", folded="u",
        sort_key="u", at_1=parent.at_1 if parent else None, at_2=parent.at_2 if parent else None,
    )  # fmt: skip
    place.save()
    if place.depth:
        setattr(place, f"at_{place.depth}", place.pk)
        place.save()
    return place


def _draft(tree: Tree, levels: list[Level], duties: set[tuple[int, int]]) -> Draft:
    root = Placement.objects.get(tree=tree, path="")
    draft = Draft.objects.create(unit=root.unit, tree=tree, year=2023, name="Năm", created_at=AT)
    day = to_json(MilestoneValues("m", "Mốc", None, date(2023, 1, 10)))
    DraftItem.objects.create(draft=draft, kind=ItemKind.MILESTONE, values=day, position=0)
    for position, (depth, number) in enumerate(sorted(duties)):
        values = to_json(DutyValues(f"d{number}", "Việc", "Việc", "m"))
        DraftItem.objects.create(
            draft=draft, kind=ItemKind.DUTY, level=levels[depth % len(levels)], values=values, position=position,
            state=ItemState.PROPOSED,
        )  # fmt: skip
    return draft


@given(
    widths=st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=3), max_size=3),
    duties=st.sets(st.tuples(st.integers(0, 3), st.integers(0, 9)), min_size=1, max_size=6),
)
def test_obligations_are_duties_times_units_each_under_its_ancestors(
    cast: Cast, widths: list[list[int]], duties: set[tuple[int, int]]
) -> None:
    tree, levels = _grow(widths)
    duties = {(depth % len(levels), number) for depth, number in duties}
    draft = _draft(tree, levels, duties)
    said = queries.launch_summary(draft)

    campaign: Campaign = actions.launch_draft(draft.pk, actor=ACTOR, at=AT)

    units = Counter(Placement.objects.filter(tree=tree).values_list("level__depth", flat=True))
    owed = Obligation.objects.filter(campaign=campaign).select_related("placement", "kind__level")
    assert said.obligations == owed.count() == sum(units[depth] for depth, _ in duties)
    for one in owed:
        assert one.placement.level_id == one.kind.level_id
        assert (one.at_1, one.at_2, one.at_3) == (one.placement.at_1, one.placement.at_2, one.placement.at_3)
    assert queries.summary_of_campaign(campaign) == said
