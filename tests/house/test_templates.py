"""Pages stand on a base, fragments lie apart, nothing is written inline, every style is worn."""

import re

from tests.house.walk import HOUSE, name_of

TEMPLATES = sorted(HOUSE.rglob("templates/**/*.html"))
SHELL = {"base.html", "plain.html", "wall.html", "head.html", "top.html", "tabbar.html"}
# What stands in a class name where it is put together from a word and a value.
MADE_UP = re.compile(r"([\w-]+-)(?:\{|\{\{|%s)")
# Forms of somebody who acts for no office yet, or who changes it.
BEFORE_AN_OFFICE = {
    "sign_in.html",
    "enter_by_code.html",
    "forgotten.html",
    "new_password.html",
    "second_factor.html",
    "set_up_second_factor.html",
    "machines.html",
    "enter_demo.html",
    "demo_list.html",
    "offices.html",
    "account.html",
    "posts.html",
    "card.html",
    "open_card.html",
    "no_office.html",
    "invitation.html",
}
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
    inline = re.compile(r"<script(?![^>]*\ssrc=)|<style\b|\sstyle=|\son[a-z]+=[\"']|javascript:", re.IGNORECASE)

    assert [name_of(path) for path in TEMPLATES if inline.search(path.read_text(encoding="utf-8"))] == []


def test_every_form_that_writes_says_for_which_office() -> None:
    form = re.compile(r"<form[^>]*method=\"post\".*?</form>", re.IGNORECASE | re.DOTALL)
    found = [
        (path, text)
        for path in TEMPLATES
        if "gallery" not in path.parts
        for text in form.findall(path.read_text(encoding="utf-8"))
    ]
    keys = ('{% include "ui/components/for_office.html" %}', "{% csrf_token %}")  # the second for nobody's office
    bare = [name_of(path) for path, text in found if not any(key in text for key in keys)]
    loose = {path.name for path, text in found if keys[1] in text}

    assert found
    assert bare == []
    assert loose <= BEFORE_AN_OFFICE


def test_a_page_is_reached_by_its_own_name_only() -> None:
    names = [str(path).split("/templates/", 1)[1] for path in TEMPLATES]

    assert len(set(names)) == len(names)


def test_every_style_is_worn_by_a_page() -> None:
    sheets = re.sub(r"/\*.*?\*/", "", _texts("css"), flags=re.DOTALL)
    written = set(re.findall(r"\.([a-zA-Z][\w-]*)", sheets)) - HTMX
    wearers = _texts("html", "py", "js")
    worn = set(re.findall(r"[\w-]+", wearers))
    begun = tuple(set(MADE_UP.findall(wearers)))

    assert written
    assert {name for name in written - worn if not name.startswith(begun)} == set()
