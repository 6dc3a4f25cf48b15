"""``danban assets`` without a network: families drawn here, packed as wheels, fetched by their hashes."""

import base64
import hashlib
import shutil
import zipfile
from pathlib import Path
from typing import Any

import click
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from danban.cli.assets import fetch
from danban.papers.faces import FACES, has_faces
from danban.web.ui.assets import fonts

WIDTHS = {"zero": 600, "one": 300, "four": 700}
FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _draw_font(place: Path) -> None:
    names = [".notdef", *FIGURES, "A", "Adieresis"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    codes = {0x30 + value: name for value, name in enumerate(FIGURES)} | {0x41: "A", 0x41B: "Adieresis"}
    builder.setupCharacterMap(codes)
    builder.setupGlyf({name: _box(WIDTHS.get(name, 500) - 100) for name in names})
    builder.setupHorizontalMetrics({name: (WIDTHS.get(name, 500), 50) for name in names})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Thử", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(place)


def _box(width: int) -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 700), (50 + width, 700), (50 + width, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lock of two wheels in a folder, the only place pip may look at."""
    pages = tmp_path / "fontpkg_be_vietnam_pro"
    _draw_family(pages / "files", tuple(fonts.WEIGHTS.values()))
    (pages / "LICENSE").write_text("SIL Open Font License 1.1")
    papers = tmp_path / "pdfboss_fonts"
    _draw_family(papers / "fonts", FACES)
    (papers / "fonts" / "OFL.txt").write_text("SIL Open Font License 1.1")
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    lines = [_pack(pages, shelf, "1.2"), _pack(papers, shelf, "0.16.0")]
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    place = tmp_path / "assets.lock"
    place.write_text("".join(lines))
    return place


def _draw_family(folder: Path, names: tuple[str, ...]) -> None:
    folder.mkdir(parents=True)
    for name in names:
        _draw_font(folder / name)


def _pack(family: Path, shelf: Path, version: str) -> str:
    """Pack a package as a wheel onto the shelf; its line of the lock."""
    parts = {f"{family.name}/{p.relative_to(family)}": p.read_bytes() for p in family.rglob("*") if p.is_file()}
    about, name = f"{family.name}-{version}.dist-info", family.name.replace("_", "-")
    parts[f"{about}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode()
    parts[f"{about}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = "".join(
        f"{part},sha256={base64.urlsafe_b64encode(hashlib.sha256(body).digest()).rstrip(b'=').decode()},{len(body)}\n"
        for part, body in parts.items()
    )
    wheel = shelf / f"{family.name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        for part, body in {**parts, f"{about}/RECORD": f"{record}{about}/RECORD,,\n".encode()}.items():
            packed.writestr(part, body)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def test_fonts_are_fetched_cut_and_described(lock: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fetch(tmp_path / "var", lock)

    written = tmp_path / "var" / "assets" / "fonts"
    names = {place.name for place in written.iterdir()}
    css = (written / "fonts.css").read_text(encoding="utf-8")
    assert {"be-vietnam-pro-400.woff2", "be-vietnam-pro-500.woff2", "be-vietnam-pro-600.woff2"} < names
    assert all(f'url("{name}")' in css for name in names if name.endswith(".woff2"))
    assert "be-vietnam-pro-license.txt" in names
    assert "Phông chữ đã sẵn sàng" in capsys.readouterr().out


def test_the_faces_of_papers_are_placed_whole_with_their_licence(lock: Path, tmp_path: Path) -> None:
    fetch(tmp_path / "var", lock)

    placed = tmp_path / "var" / "paper-fonts"
    assert has_faces(placed)
    assert (placed / FACES[0]).read_bytes() == (tmp_path / "pdfboss_fonts" / "fonts" / FACES[0]).read_bytes()
    assert "Open Font License" in (placed / "tinos-license.txt").read_text()


def test_faces_that_went_missing_are_fetched_again(lock: Path, tmp_path: Path) -> None:
    fetch(tmp_path / "var", lock)
    shutil.rmtree(tmp_path / "var" / "paper-fonts")

    fetch(tmp_path / "var", lock)

    assert has_faces(tmp_path / "var" / "paper-fonts")


def test_figures_get_one_width_and_foreign_letters_are_cut_away(lock: Path, tmp_path: Path) -> None:
    fetch(tmp_path / "var", lock)

    font = TTFont(tmp_path / "var/assets/fonts/be-vietnam-pro-400.woff2")
    single = font["GSUB"].table.LookupList.Lookup[0].SubTable[0].mapping
    assert len(single) == 10
    assert {font["hmtx"][name][0] for name in single.values()} == {600}
    assert 0x41B not in font.getBestCmap()


def test_a_second_call_has_nothing_to_do_unless_told_to(
    lock: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fetch(tmp_path / "var", lock)
    first = (tmp_path / "var/assets/fonts/fonts.css").stat().st_mtime_ns

    fetch(tmp_path / "var", lock)
    assert "Phông chữ đã có sẵn." in capsys.readouterr().out
    assert (tmp_path / "var/assets/fonts/fonts.css").stat().st_mtime_ns == first

    fetch(tmp_path / "var", lock, again=True)
    assert (tmp_path / "var/assets/fonts/fonts.css").stat().st_mtime_ns > first


def test_a_wheel_that_is_not_the_locked_one_is_refused_and_nothing_is_left(lock: Path, tmp_path: Path) -> None:
    lock.write_text(f"fontpkg-be-vietnam-pro==1.2 --hash=sha256:{'0' * 64}\n")

    with pytest.raises(click.ClickException, match="Chưa tải được phông chữ") as refusal:
        fetch(tmp_path / "var", lock)

    assert "\n" not in refusal.value.message
    assert not [place for place in (tmp_path / "var").rglob("*") if place.is_file()]


def test_every_letter_of_the_alphabet_is_kept() -> None:
    kept = set(fonts.letters())

    assert set("ẮằẳẵặÂấ…đĐễộỡựỹ“”–×₫%0123456789 aZ") <= kept
