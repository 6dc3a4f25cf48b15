"""What a page says: its words, its anchors, the queries it costs."""

from html.parser import HTMLParser
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def text_of(answer: Any) -> str:
    """The source of a page."""
    return str(answer.content.decode())


def queries_of(client: Client, address: str) -> int:
    """How many queries a page costs, once the process has read its clock."""
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(caught)


class Anchors(HTMLParser):
    """Every id of a page and every link inside it; open tags must be closed in order."""

    VOID = frozenset({"meta", "link", "input", "br", "img", "hr", "rect", "line", "path", "circle"})

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.inner_links: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids and links; nothing may be a link inside a link."""
        named = dict(attrs)
        if tag == "a":
            assert "a" not in self.open, "a link stands inside a link"
            if (href := named.get("href") or "").startswith("#"):
                self.inner_links.append(href[1:])
        if identity := named.get("id"):
            self.ids.append(identity)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<path/>`` opens nothing."""
        if identity := dict(attrs).get("id"):
            self.ids.append(identity)

    def handle_endtag(self, tag: str) -> None:
        """The last opened tag is closed first."""
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """The words between tags."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words."""
        return "".join(self.words)
