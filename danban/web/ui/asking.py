"""The page before a deed: what it is, what it does, perhaps a few fields, one button that names it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render

from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


@dataclass(frozen=True)
class Asked:
    """``about`` names the thing, ``words`` say what happens afterwards; the buttons are ``deed`` and ``leave``.

    ``is_kept``: what was typed outlives a dropped line, in the browser; never so for secrets.
    """

    title: str
    about: str
    deed: str
    back: str
    words: str = ""
    leave: str = "Quay lại"
    is_kept: bool = True


def ask(
    request: DeskRequest, asked: Asked, crumbs: Sequence[Link], form: BaseForm | None = None, sentence: str = ""
) -> HttpResponse:
    """The page; ``sentence`` is a refusal to show on top."""
    context = {"asked": asked, "crumbs": [*crumbs, Link(asked.title)], "form": form, "sentence": sentence}
    return render(request, "ui/ask.html", context)
