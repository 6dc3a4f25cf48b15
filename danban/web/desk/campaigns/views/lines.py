"""The lines of a draft: correct, drop, restore, add."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from danban.campaigns import actions, queries
from danban.campaigns.states import ItemKind
from danban.kit.refusals import NotFound
from danban.web.desk.campaigns.item_forms import FORMS, ItemForm, choices_of, coded, initial_of
from danban.web.desk.campaigns.lines import row_of
from danban.web.desk.campaigns.sheets import ADD_WORDS, KINDS
from danban.web.desk.campaigns.views.drafts import crumbs_to, review_page
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.campaigns.queries import DraftPage
    from danban.campaigns.queries.drafts import ItemRow


@require_http_methods(["GET", "POST"])
def correct(request: DeskRequest, pk: int, item: int) -> HttpResponse:
    """One line in its form, beside the words of the plan it came from."""
    page = queries.draft_page(request.actor, pk, at=request.at)
    line = _line(page, item)
    form_class, offered, initial = FORMS[line.item.kind], choices_of(page), initial_of(line)
    if request.method != "POST":
        return _correct_page(request, page, line, form_class(offered=offered, initial=initial))
    form = form_class(request.POST, offered=offered, initial=initial)
    return attempt(
        lambda: _correct(request, pk, item, form),
        form=form,
        again=lambda sentence: _correct_page(request, page, line, form, sentence),
    )


def _correct(request: DeskRequest, pk: int, item: int, form: ItemForm) -> str:
    actions.correct_item(
        item,
        values=form.values(),
        level_code=form.level_code if "level" in form.fields else None,
        section=form.clause_path if "section" in form.fields else None,
        actor=request.actor,
        at=request.at,
    )
    return _back_to(pk, item)


def _correct_page(
    request: DeskRequest, page: "DraftPage", line: "ItemRow", form: ItemForm, sentence: str = ""
) -> HttpResponse:
    start, end = line.item.start, line.item.end
    context = {
        "draft": page.draft,
        "row": row_of(line, page),
        "kind": ItemKind(line.item.kind).label,
        "form": form,
        "sentence": sentence,
        "section": line.item.section,
        "quote": page.reading.text[start:end] if start is not None and end is not None else "",
        "back": _back_to(page.draft.pk, line.item.pk),
        "crumbs": [*crumbs_to(page.draft), Link("Sửa dòng")],
    }
    return render(request, "desk/campaigns/correct.html", context)


@require_http_methods(["GET", "POST"])
def add(request: DeskRequest, pk: int, slug: str) -> HttpResponse:
    """A new line by hand."""
    kind = KINDS.get(slug)
    if kind is None:
        raise NotFound
    queries.draft_to("review", request.actor, pk, at=request.at)
    page = queries.draft_page(request.actor, pk, at=request.at)
    offered = choices_of(page)
    if request.method != "POST":
        first = {"offset_days": 0, "side": "after", "edge": "end", "mandatory": True}
        return _add_page(request, page, kind, FORMS[kind](offered=offered, initial=first))
    form = FORMS[kind](request.POST, offered=offered)
    return attempt(
        lambda: _add(request, page, kind, form),
        form=form,
        again=lambda sentence: _add_page(request, page, kind, form, sentence),
    )


def _add(request: DeskRequest, page: "DraftPage", kind: str, form: ItemForm) -> str:
    item = actions.add_item(
        page.draft.pk,
        kind=kind,
        values=coded(kind, form.values(), page),
        level_code=form.level_code or None,
        section=form.clause_path,
        actor=request.actor,
        at=request.at,
    )
    return _back_to(page.draft.pk, item.pk)


def _add_page(request: DeskRequest, page: "DraftPage", kind: str, form: ItemForm, sentence: str = "") -> HttpResponse:
    back = reverse("desk:campaigns:review", args=[page.draft.pk])
    asked = Asked(ADD_WORDS[kind], f"{page.draft.name}. Dòng này được ghi rõ là thêm tay.", ADD_WORDS[kind], back)
    return ask(request, asked, crumbs_to(page.draft), form, sentence)


@require_POST
def drop(request: DeskRequest, pk: int, item: int) -> HttpResponse:
    """Leave a line out of the year; it stays in the draft and can be brought back."""
    _check_stands_in(request, pk, item)

    def deed() -> str:
        actions.drop_item(item, actor=request.actor, at=request.at)
        return _back_to(pk, item)

    return attempt(deed, again=lambda sentence: review_page(request, pk, sentence))


@require_POST
def restore(request: DeskRequest, pk: int, item: int) -> HttpResponse:
    """Bring a dropped line back, or a corrected one to what was read."""
    _check_stands_in(request, pk, item)

    def deed() -> str:
        actions.restore_item(item, actor=request.actor, at=request.at)
        return _back_to(pk, item)

    return attempt(deed, again=lambda sentence: review_page(request, pk, sentence))


def _check_stands_in(request: DeskRequest, pk: int, item: int) -> None:
    if queries.item_for(request.actor, item).draft_id != pk:
        raise NotFound


def _line(page: "DraftPage", item: int) -> "ItemRow":
    for group in page.groups:
        for line in group.rows:
            if line.item.pk == item:
                return line
    raise NotFound


def _back_to(pk: int, item: int) -> str:
    return f"{reverse('desk:campaigns:review', args=[pk])}#d{item}"
