"""Legal bases: look one up, enter and edit one, gather those a plan cites."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.kit.vietnamese import number
from danban.library import actions, queries
from danban.web.desk.library import pages
from danban.web.desk.library.addresses import crumbs, to
from danban.web.desk.library.forms.references import ReferenceForm, ReferenceListForm
from danban.web.ui.answers import attempt
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/library/"


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """The shelf, as it stands today."""
    return _shelf(request)


def _shelf(request: DeskRequest, sentence: str = "") -> HttpResponse:
    wanted = ReferenceListForm(request.GET).wanted()
    found = queries.references_page(request.actor, wanted, at=request.at, on=request.today)
    context = {**pages.references(found, request.today), "sentence": sentence}
    return render(request, _FOLDER + "references.html", context)


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One of them: its line for papers, what took its place, who cites it."""
    found = queries.reference_page(request.actor, pk, at=request.at, on=request.today)
    return render(request, _FOLDER + "reference.html", pages.reference(found, request.today))


@require_http_methods(["GET", "POST"])
def enter(request: DeskRequest) -> HttpResponse:
    """A new one."""
    queries.check_may_enter(request.actor, at=request.at)
    form = ReferenceForm(request.POST or None, others=queries.may_replace())

    def deed() -> str:
        one = actions.enter_reference(form.sheet(), actor=request.actor, at=request.at)
        messages.success(request, f"Đã đưa {queries.name_of(one)} vào thư viện.")
        return to("reference", one.pk)

    def again(sentence: str) -> HttpResponse:
        title = "Nhập văn bản căn cứ"
        context = {"form": form, "sentence": sentence, "title": title, "deed": "Đưa vào thư viện"}
        way = {"crumbs": crumbs("references", Link(title)), "back": to("references")}
        return render(request, _FOLDER + "reference_form.html", context | way)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """What was not known, the end of its force, what took its place."""
    one = queries.reference_to_edit(request.actor, pk, at=request.at)
    name, back = queries.name_of(one), to("reference", pk)
    form = ReferenceForm(request.POST or None, others=queries.may_replace(pk), initial=ReferenceForm.initial_of(one))

    def deed() -> str:
        actions.edit_reference(pk, sheet=form.sheet(), actor=request.actor, at=request.at)
        messages.success(request, f"Đã lưu {name}.")
        return back

    def again(sentence: str) -> HttpResponse:
        context = {"form": form, "sentence": sentence, "title": f"Sửa {name}", "deed": "Lưu", "back": back}
        way = {"crumbs": crumbs("references", Link(name, back), Link("Sửa"))}
        return render(request, _FOLDER + "reference_form.html", context | way)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_POST
def gather(request: DeskRequest, pk: int) -> HttpResponse:
    """What a plan cites and the library does not know yet."""

    def deed() -> str:
        entered = actions.gather_references(pk, actor=request.actor, at=request.at)
        messages.success(request, f"Đã đưa {number(len(entered))} văn bản từ kế hoạch vào thư viện.")
        return to("references", nam=pk)

    return attempt(deed, again=lambda sentence: _shelf(request, sentence))
