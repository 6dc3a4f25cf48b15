"""The desk of petitions, one petition, what is typed anew, figures."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from danban.petitions import actions, queries
from danban.web.desk.petitions import pages
from danban.web.desk.petitions.addresses import to
from danban.web.desk.petitions.forms import ListForm, RecordForm
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

FOLDER = "desk/petitions/"


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """What waits for us, and everything of our area."""
    found = queries.list_petitions(request.actor, ListForm(request.GET).wanted(), today=request.today, at=request.at)
    if found is None:
        return render(request, FOLDER + "no_year.html")
    return render(request, FOLDER + "index.html", pages.index(found, request.actor, request.today))


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One petition with its way as a line."""
    found = queries.petition_page(request.actor, pk, at=request.at)
    return render(request, FOLDER + "show.html", pages.show(found, request.today))


@require_http_methods(["GET", "POST"])
def record(request: DeskRequest) -> HttpResponse:
    """What somebody said, typed by an office; the likes of it are shown while it is typed."""
    found = queries.record_page(request.actor, at=request.at)
    form = RecordForm(request.POST or None, places=found.places)

    def deed() -> str:
        one = actions.record_petition(
            found.ground.campaign.pk, int(form.cleaned_data["place"]), sheet=form.sheet(), actor=request.actor,
            at=request.at,
        )  # fmt: skip
        messages.success(request, f"Đã ghi {one.code}. Ủy ban MTTQ {one.holder.name} sẽ phân loại và chuyển.")
        return to("show", one.pk)

    def again(sentence: str) -> HttpResponse:
        return render(request, FOLDER + "record.html", {**pages.record(found), "form": form, "sentence": sentence})

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def likes(request: DeskRequest) -> HttpResponse:
    """The likes of what is being typed, as a part of the page."""
    found = queries.likes_while_typing(request.actor, request.GET.get("text", ""), request.GET.get("place", ""))
    return render(request, "desk/petitions/parts/likes.html", {"likes": found})


@require_safe
def figures(request: DeskRequest) -> HttpResponse:
    """The funnel, the ages, each unit's share read back."""
    asked = ListForm(request.GET).asked()
    found = queries.figures(request.actor, at=request.at, place_id=asked.get("don_vi"), campaign_id=asked.get("nam"))
    if found is None:
        return render(request, FOLDER + "no_year.html")
    return render(request, FOLDER + "figures.html", pages.figures(found))
