"""The component page: complete, sound HTML, no inline style or script."""

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from danban.web.ui.templatetags.ui import register

pytestmark = pytest.mark.django_db
PAGES = ["/thanh-phan/", "/thanh-phan/trang-don/", *(f"/thanh-phan/tu-choi/{s}/" for s in (403, 404, 409, 422, 500))]
VOID = {"meta", "link", "input", "br", "hr", "img", "path", "circle", "rect", "line", "col"}


class _Soundness(HTMLParser):
    """Keeps a stack of open tags, every id and every label, and remembers what does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.named: set[str] = set()
        self.inputs: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if "id" in given:
            self.ids.append(given["id"] or "")
        self.named.add(given.get("for") or "") if tag == "label" else None
        if tag in {"input", "select", "textarea"} and given.get("type") != "hidden" and "aria-label" not in given:
            self.inputs.append(given.get("id") or "?")
        if "style" in given or any(name.startswith("on") for name in given):
            self.faults.append(f"inline on <{tag}>")
        if (tag == "script" and "src" not in given) or tag == "style":
            self.faults.append(f"inline <{tag}>")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.stack or self.stack[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.stack[-1:]}")
        else:
            self.stack.pop()


def _check(html: str) -> _Soundness:
    checked = _Soundness()
    checked.feed(html)
    checked.close()
    return checked


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_the_kit_is_sound_without_signing_in(client: Client, address: str) -> None:
    answer = client.get(address)
    checked = _check(answer.content.decode())

    assert answer.status_code == 200
    assert checked.faults == []
    assert checked.stack == []
    assert len(checked.ids) == len(set(checked.ids)), [i for i in checked.ids if checked.ids.count(i) > 1]
    assert set(checked.inputs) <= checked.named | {"id_chair_0", "sai_chair_0"}
    assert checked.tags.count("h1") == checked.tags.count("main") == 1


def test_every_component_is_shown() -> None:
    pages = " ".join(p.read_text(encoding="utf-8") for p in (settings.WEB / "ui/templates").rglob("gallery/**/*.html"))
    pages += " ".join(
        p.read_text(encoding="utf-8") for p in (settings.WEB / "ui/templates/ui/components").glob("*.html")
    )

    missing = {name for name in register.tags if not re.search(rf"{{% {name}\b", pages)}

    assert missing <= {"submit"}  # it needs a form that may be sent; pages with forms show it


def test_a_refusal_that_does_not_exist_is_not_found(client: Client) -> None:
    assert client.get("/thanh-phan/tu-choi/418/").status_code == 404


def test_static_files_named_by_pages_exist(client: Client) -> None:
    html = client.get("/thanh-phan/").content.decode()
    named = re.findall(r'(?:href|src)="/tinh/([^"]+)"', html)

    assert len(named) > 8
    assert [name for name in named if name != "fonts/fonts.css" and not finders.find(name)] == []
