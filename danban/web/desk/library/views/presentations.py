"""Where outlines were presented: say so, count, look at the rows, take one back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from danban.kit.vietnamese import day
from danban.library import actions, queries
from danban.web.desk.library import pages
from danban.web.desk.library.addresses import crumbs, to
from danban.web.desk.library.forms.outlines import OutlineListForm, PresentationForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/library/"


@require_http_methods(["GET", "POST"])
def present(request: DeskRequest, pk: int) -> HttpResponse:
    """The own unit and today are filled in; on the page of the outline one tap sends them."""
    found = queries.present_page(request.actor, pk, at=request.at, on=request.today)
    initial = {"placement_id": found.place.pk, "on": request.today}
    form = PresentationForm(request.POST or None, places=found.places, initial=initial)
    outline = found.version.outline

    def deed() -> str:
        shown = actions.record_presentation(pk, sheet=form.sheet(), actor=request.actor, at=request.at)
        messages.success(request, f"Đã ghi: {shown.occasion}, ngày {day(shown.on)}.")
        return to("outline", outline.pk)

    def again(sentence: str) -> HttpResponse:
        back = to("outline", outline.pk, ban=found.version.number)
        asked = Asked("Ghi nơi trình bày", about=outline.title, deed="Ghi lại", back=back)
        return ask(request, asked, crumbs("index", Link(outline.title, back)), form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def coverage(request: DeskRequest, pk: int) -> HttpResponse:
    """Units that presented an outline, out of those it is written for."""
    place = OutlineListForm(request.GET).asked().get("don_vi")
    found = queries.coverage(request.actor, pk, place_id=place, on=request.today)
    return render(request, _FOLDER + "coverage.html", pages.coverage(found))


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """The presentations of the own unit and those below it, or of one of them."""
    wanted = OutlineListForm(request.GET).presentations()
    found = queries.presentations_page(request.actor, wanted, at=request.at, on=request.today)
    return render(request, _FOLDER + "presentations.html", pages.presentations(found))


@require_http_methods(["GET", "POST"])
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Recorded by mistake: out of every count."""
    shown = queries.presentation_to_remove(request.actor, pk, at=request.at)
    outline = shown.version.outline
    back = to("presentations", de_cuong=outline.pk)

    def deed() -> str:
        actions.remove_presentation(pk, actor=request.actor, at=request.at)
        messages.success(request, f"Đã bỏ lần trình bày ngày {day(shown.on)} của {shown.placement.name}.")
        return back

    def again(sentence: str) -> HttpResponse:
        about = f"{outline.title} · {shown.placement.name}, {shown.occasion}, ngày {day(shown.on)}"
        asked = Asked("Bỏ lần trình bày ghi nhầm", about=about, deed="Bỏ lần này", back=back)
        return ask(request, asked, crumbs("index", Link(outline.title, to("outline", outline.pk))), None, sentence)

    return attempt(deed, again=again) if request.method == "POST" else again("")
