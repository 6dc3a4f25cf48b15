"""Levels and bodies are recognised by the words people write."""

import pytest

from danban.campaigns.rules.shape import SeatedBody, body_kind_in, body_of, doers_in, levels_in
from tests.campaigns.test_draft_year import BODIES, FOUR, THREE


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("ở thôn, tổ dân phố", ("village",)),
        ("các xã, phường, thị trấn", ("commune",)),
        ("Ủy ban MTTQ các quận, huyện, thị xã và xã, phường", ("district", "commune")),
        ("thị xã Sơn Tây", ("district",)),
        ("phát triển kinh tế - xã hội nông thôn", ()),
        ("hợp tác xã", ()),
        ("xa xôi, thon thả", ()),
        ("THÀNH PHỐ", ("city",)),
        ("cấp xã", ("commune",)),
    ],
)
def test_levels_are_named_with_their_accents(text: str, levels: tuple[str, ...]) -> None:
    assert levels_in(text, FOUR) == levels


def test_words_of_a_level_the_scheme_lacks_lead_to_the_one_that_took_over() -> None:
    assert levels_in("các quận, huyện, thị xã", THREE) == ("commune",)
    assert THREE.home_of("district") == "commune"
    assert FOUR.home_of("hamlet") is None


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("UBND các cấp", ("district", "commune")),
        ("các cấp", ("district", "commune", "village")),
        ("UBND Thành phố", ("city",)),
        ("các quận của Thành phố", ("district",)),
        ("mọi người", ()),
    ],
)
def test_who_acts_is_told_from_who_is_mentioned(text: str, levels: tuple[str, ...]) -> None:
    assert doers_in(text, FOUR) == levels


@pytest.mark.parametrize(
    ("actor", "kind"),
    [
        ("UBND các quận", "peoples_committee"),
        ("Ủy ban MTTQ Việt Nam Thành phố", "front_committee"),
        ("Sở Văn hoá và Thể thao", "dept_culture_sports"),
        ("Sở VHTT", "dept_culture_sports"),
        ("Hội Chữ thập đỏ", None),
    ],
)
def test_kinds_of_bodies_are_known_by_name_and_by_abbreviation(actor: str, kind: str | None) -> None:
    assert body_kind_in(actor, BODIES) == kind


def test_a_body_is_meant_by_its_name_or_by_being_the_only_one_of_its_kind() -> None:
    bodies = (
        SeatedBody(1, "peoples_committee", "Ủy ban nhân dân Thành phố Hà Nội"),
        SeatedBody(2, "department", "Sở Y tế Hà Nội"),
        SeatedBody(3, "department", "Sở Tài chính Hà Nội"),
    )

    assert body_of("UBND TP", "peoples_committee", bodies) == 1
    assert body_of("Sở Tài chính", None, bodies) == 3
    assert body_of("Ban Dân vận", "peoples_committee", bodies) == 1
    assert body_of("Ban Dân vận", "department", bodies) is None
