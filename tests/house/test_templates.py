"""Pages stand on a base, fragments lie apart, nothing is written inline, every style is worn."""

import re

from tests.house.walk import HOUSE, name_of

TEMPLATES = sorted(HOUSE.rglob("templates/**/*.html"))
SHELL = {"base.html", "plain.html", "head.html", "top.html", "tabbar.html"}
# What stands in a class name where it is put together from a word and a value.
MADE_UP = re.compile(r"([\w-]+-)(?:\{|\{\{|%s)")
# Put on elements by htmx itself.
HTMX = {"htmx-request"}


def _texts(*endings: str) -> str:
    files = [path for ending in endings for path in sorted((HOUSE / "web").rglob(f"*.{ending}"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_page_extends_a_base_and_every_fragment_lies_with_the_fragments() -> None:
    pages, fragments = [], []
    for path in TEMPLATES:
        is_fragment = path.parent.name in {"parts", "components"}
        extends = path.read_text(encoding="utf-8").startswith("{% extends ")
        if path.parts[-3:-1] == ("templates", "ui") and path.name in SHELL:
            continue
        if extends and is_fragment:
            fragments.append(name_of(path))
        if not extends and not is_fragment:
            pages.append(name_of(path))

    assert TEMPLATES
    assert pages == []
    assert fragments == []


def test_no_template_holds_a_script_a_style_or_a_handler() -> None:
    inline = re.compile(r"<script(?![^>]*\ssrc=)|<style\b|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)

    assert [name_of(path) for path in TEMPLATES if inline.search(path.read_text(encoding="utf-8"))] == []


def test_every_form_that_writes_carries_its_token() -> None:
    form = re.compile(r"<form[^>]*method=\"post\".*?</form>", re.IGNORECASE | re.DOTALL)
    bare = []
    for path in TEMPLATES:
        forms = form.findall(path.read_text(encoding="utf-8"))
        bare += [name_of(path) for text in forms if "{% csrf_token %}" not in text]

    assert bare == []


def test_every_style_is_worn_by_a_page() -> None:
    sheets = re.sub(r"/\*.*?\*/", "", _texts("css"), flags=re.DOTALL)
    written = set(re.findall(r"\.([a-zA-Z][\w-]*)", sheets)) - HTMX
    wearers = _texts("html", "py", "js")
    worn = set(re.findall(r"[\w-]+", wearers))
    begun = tuple(set(MADE_UP.findall(wearers)))

    assert written
    assert {name for name in written - worn if not name.startswith(begun)} == set()
