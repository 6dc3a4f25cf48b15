"""What makes carelessness fail: lists without an order come shuffled, pages with inline code are refused."""

import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models.query import QuerySet
from django.http import HttpResponse
from django.test import Client

_INLINE = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>|<style\b|\sstyle=\"|\son[a-z]+=\"|javascript:", re.IGNORECASE)
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}")


def shuffle_what_has_no_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list read without ``order_by`` comes back in another order than the database gave it."""
    fetch_all: Callable[[Any], None] = QuerySet._fetch_all

    def shuffled(self: Any) -> None:
        is_fresh = self._result_cache is None
        fetch_all(self)
        if is_fresh and not self.ordered and isinstance(self._result_cache, list):
            random.shuffle(self._result_cache)

    monkeypatch.setattr(QuerySet, "_fetch_all", shuffled)


def refuse_inline_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page a test opens is looked through for inline script or style and for template marks left over."""
    request = Client.request

    def looked_through(self: Client, **asked: Any) -> Any:
        answer = request(self, **asked)
        if _is_page(answer):
            page = answer.content.decode()
            found = _INLINE.search(page) or _STRAY.search(page)
            assert found is None, f"{asked.get('PATH_INFO')}: {page[max(found.start() - 60, 0) : found.end() + 60]}"
        return answer

    monkeypatch.setattr(Client, "request", looked_through)


def _is_page(answer: Any) -> bool:
    return isinstance(answer, HttpResponse) and answer.headers.get("Content-Type", "").startswith("text/html")
