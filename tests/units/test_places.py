"""Finding places: by id, by step, by words without accents."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units import actions, queries
from danban.units.models import Placement, Tree, search_text
from danban.units.shipped import UnitRow
from tests.cast import AT, Cast
from tests.units.city import KEEPER, place_of


def _ways(tree: Tree, text: str, level: str | None = None) -> list[str]:
    return [hit.way for hit in queries.find_placements(None, tree_id=tree.pk, text=text, level=level)]


def test_words_are_found_without_accents_in_the_name_and_in_the_names_above(tree: Tree) -> None:
    assert _ways(tree, "so 5 van mieu") == [
        "Tổ dân phố số 5 · Phường Văn Miếu · Quận Đống Đa",
        "Tổ dân phố số 15 · Phường Văn Miếu · Quận Đống Đa",
    ]
    assert _ways(tree, "VĂN MIẾU")[0] == "Phường Văn Miếu · Quận Đống Đa"
    assert _ways(tree, "đường") == ["Thôn Đường Yên · Xã Xuân Nộn · Huyện Đông Anh"]
    assert _ways(tree, "hà nội") == ["Thành phố Hà Nội"]
    assert _ways(tree, "văn sapa") == []


def test_names_starting_with_the_text_come_first_then_own_words_then_words_above(tree: Tree) -> None:
    found = _ways(tree, "dong")

    assert found[:2] == ["Huyện Đông Anh", "Quận Đống Đa"]
    assert len(found) == 9
    assert _ways(tree, "to dan pho so 1")[0] == "Tổ dân phố số 15 · Phường Văn Miếu · Quận Đống Đa"


def test_the_picker_keeps_to_a_level_and_to_a_number_of_answers(tree: Tree) -> None:
    assert _ways(tree, "van", level="commune") == ["Phường Văn Chương · Quận Đống Đa", "Phường Văn Miếu · Quận Đống Đa"]
    assert len(queries.find_placements(None, tree_id=tree.pk, text="van", limit=1)) == 1


@pytest.mark.parametrize("text", ["", "   ", "%", "_", "\\", "|", "a' OR 1=1 --", "x" * 3000, " ".join("abcdefghijkl")])
def test_odd_texts_find_nothing_and_break_nothing(tree: Tree, text: str) -> None:
    assert _ways(tree, text) == []


def test_the_picker_asks_one_query_however_many_it_finds(tree: Tree) -> None:
    more = [UnitRow(f"00193.{n:03d}", f"Tổ dân phố số {n}", "to_dan_pho", "00193") for n in range(20, 60)]
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries_made:
            _ways(tree, "to dan pho")
        counts.append(len(queries_made))
        actions.load_units(more, tree_id=tree.pk, actor=KEEPER, at=AT)

    assert counts == [1, 1]


def test_a_person_finds_only_places_of_the_own_area(cast: Cast) -> None:
    def found(name: str) -> set[str]:
        hits = queries.find_placements(cast.actors[name], tree_id=cast.tree.pk, text="so 1")
        return {hit.code for hit in hits}

    assert found("mrs_ha") == {"00001.01", "00004.01"}
    assert found("phuc_xa") == {"00001.01"}
    assert found("dong_anh") == set()
    assert found("stranger") == set()


def test_what_is_listed_is_what_may_be_opened_for_everyone_everywhere(cast: Cast) -> None:
    for actor in cast.actors.values():
        listed = set(Placement.objects.visible_to(actor).values_list("pk", flat=True))
        for place in cast.places.values():
            assert (place.pk in listed) == _opens(actor, place.pk)


@given(path=st.text("0123456789", max_size=12).filter(lambda p: len(p) % 4 == 0), other_tree=st.booleans())
def test_any_area_sees_exactly_what_it_may_open(cast: Cast, path: str, *, other_tree: bool) -> None:
    actor = Actor(user_id=1, paths={cast.tree.pk + other_tree: path})
    listed = set(Placement.objects.visible_to(actor).values_list("pk", flat=True))

    assert listed == {place.pk for place in cast.places.values() if _opens(actor, place.pk)}


def _opens(actor: Actor, pk: int) -> bool:
    try:
        return queries.placement_for(actor, pk).pk == pk
    except NotFound:
        return False


def test_ancestors_stand_in_order(tree: Tree) -> None:
    assert [p.code for p in queries.ancestors_of(place_of(tree, "00190.02"))] == ["01", "006", "00190"]
    assert queries.ancestors_of(queries.root_of(tree.pk)) == []
    assert queries.root_of(tree.pk).code == "01"
    assert queries.place_by_code(tree.pk, "006").name == "Quận Đống Đa"


def test_outside_is_as_if_absent(cast: Cast) -> None:
    with pytest.raises(NotFound):
        queries.placement_for(cast.actors["ba_dinh"], cast.places["017"].pk)
    with pytest.raises(NotFound):
        queries.placement_for(cast.actors["ba_dinh"], 0)
    with pytest.raises(NotFound, match="mã “9”"):
        queries.place_by_code(cast.tree.pk, "9")
    with pytest.raises(NotFound, match="chưa có đơn vị nào"):
        queries.root_of(0)


@given(name=st.text(min_size=1, max_size=160).filter(str.strip), above=st.lists(st.text(max_size=160), max_size=3))
def test_the_search_text_fits_its_column_and_has_one_bar_after_the_own_name(name: str, above: list[str]) -> None:
    text = search_text(name, above)

    assert len(text) <= 480
    assert "|" not in text.split(" | ", 1)[0]
