"""Photographs keep their drawing and how they are turned, and lose everything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.documents.rules import KINDS, without_traces
from danban.kit.refusals import BadInput
from tests.documents import uploads
from tests.documents.uploads import SECRET

JPEG, PNG = (next(kind for kind in KINDS if kind.ending == ending) for ending in ("jpg", "png"))


def test_the_notes_of_a_camera_go_and_the_drawing_stays() -> None:
    noted = uploads.jpeg((0xE1, uploads.exif(1)), (0xED, SECRET), (0xFE, SECRET), after=b"film" + SECRET)

    assert without_traces(noted, JPEG) == uploads.jpeg().replace(b"\xff\xff\xda", b"\xff\xda")


def test_colours_stay_as_they_are_meant() -> None:
    coloured = uploads.jpeg((0xE2, b"ICC_PROFILE\x00"), (0xEE, b"Adobe\x00"))

    assert without_traces(coloured, JPEG) == coloured.replace(b"\xff\xff\xda", b"\xff\xda")


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("turn", [2, 6, 8])
def test_a_picture_taken_on_its_side_is_still_turned(turn: int, order: str) -> None:
    kept = without_traces(uploads.jpeg((0xE1, uploads.exif(turn, order))), JPEG)

    assert SECRET not in kept
    assert uploads.exif(turn)[: -len(SECRET)] in kept


@pytest.mark.parametrize(
    "note",
    [b"http://ns.adobe.com/xap/1.0/" + SECRET, b"Exif\x00\x00MM\x00*\x00\x00\xff\xff" + SECRET, b"Exif\x00\x00",
     b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x63" + SECRET, uploads.exif(1).replace(b"\x01\x12", b"\x01\x13")],
)  # fmt: skip
def test_a_note_that_says_nothing_about_turning_goes_altogether(note: bytes) -> None:
    assert without_traces(uploads.jpeg((0xE1, note)), JPEG) == uploads.jpeg().replace(b"\xff\xff\xda", b"\xff\xda")


def test_a_png_keeps_the_chunks_that_draw_it() -> None:
    colour = (b"gAMA", b"\x00\x00\xb1\x8f")
    noted = uploads.png(colour, (b"eXIf", SECRET), (b"tEXt", SECRET), (b"tIME", b"1234567"))

    assert without_traces(noted + SECRET, PNG) == uploads.png(colour)


def test_other_files_are_left_alone() -> None:
    assert without_traces(uploads.PDF, next(kind for kind in KINDS if kind.ending == "pdf")) == uploads.PDF


@given(st.integers(0, 200), st.sampled_from([JPEG, PNG]))
def test_a_picture_cut_anywhere_is_refused_and_never_breaks_the_reader(cut: int, kind: object) -> None:
    whole = uploads.jpeg((0xE1, uploads.exif(6))) if kind is JPEG else uploads.png((b"tEXt", SECRET))

    with pytest.raises(BadInput, match="bị hỏng"):
        without_traces(whole[: min(cut, len(whole) - 2)], JPEG if kind is JPEG else PNG)


def test_a_picture_with_something_between_its_parts_is_refused() -> None:
    whole = uploads.jpeg()

    with pytest.raises(BadInput, match="bị hỏng"):
        without_traces(whole[:2] + b"\x00" + whole[2:], JPEG)
