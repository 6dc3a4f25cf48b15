"""Colours are legible: every pair of ink and ground that the kit uses has at least 4.5 : 1."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.WEB) / "ui" / "static" / "ui"
TOKENS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", (STATIC / "tokens.css").read_text(encoding="utf-8")))
WHITE = "#ffffff"


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(first: str, second: str) -> float:
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("ink", "grounds"),
    [
        ("ink", ("surface", "ground", "sunken", "red-soft", "gold-soft", "green-soft", "blue-soft")),
        ("ink-2", ("surface", "ground", "sunken")),
        ("ink-3", ("surface", "ground", "sunken")),
        ("blue", ("surface", "ground", "sunken", "blue-soft", "red-soft", "gold-soft", "green-soft")),
        ("red-ink", ("surface", "ground", "red-soft")),
        ("gold", ("surface", "gold-soft")),
        ("green", ("surface", "ground", "green-soft")),
    ],
)
def test_ink_is_legible_on_every_ground_it_stands_on(ink: str, grounds: tuple[str, ...]) -> None:
    weak = {ground: _contrast(TOKENS[ink], TOKENS[ground]) for ground in grounds}

    assert {ground: round(ratio, 2) for ground, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("fill", ["red", "red-deep", "green", "ink"])
def test_white_words_are_legible_on_a_fill(fill: str) -> None:
    assert _contrast(TOKENS[fill], WHITE) >= 4.5


def test_the_edge_of_a_field_can_be_seen() -> None:
    assert _contrast(TOKENS["edge"], TOKENS["surface"]) >= 3
    assert _contrast(TOKENS["edge"], TOKENS["ground"]) >= 3


def test_progress_darkens_step_by_step_so_that_it_survives_grey_print() -> None:
    steps = [_luminance(TOKENS[f"s{step}"]) for step in range(5)]

    assert all(lighter > darker * 1.15 for lighter, darker in pairwise(steps))


def test_every_token_used_is_defined_and_no_colour_is_written_outside_a_token() -> None:
    shared = set(re.findall(r"--([\w-]+):", (STATIC / "tokens.css").read_text(encoding="utf-8")))
    for file in STATIC.glob("*.css"):
        text = file.read_text(encoding="utf-8")
        own = set(re.findall(r"--([\w-]+):", text))
        assert set(re.findall(r"var\(--([\w-]+)\)", text)) <= shared | own, file.name
        if file.name != "print.css":
            rules = re.sub(r"--[\w-]+:[^;]+;", "", text)
            assert set(re.findall(r"#[0-9a-f]{3,6}\b", rules)) <= {"#fff"}, file.name


def test_motion_is_only_for_those_who_did_not_ask_for_less() -> None:
    for file in STATIC.glob("*.css"):
        text = file.read_text(encoding="utf-8")
        moving = re.findall(r"(?:transition|animation)[\w-]*:", text)
        assert not moving or "prefers-reduced-motion: no-preference" in text, file.name
