"""Briefings of village heads: of an area, of one commune, a new one, its pack."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from danban.assignments import actions, queries
from danban.kit.vietnamese import day
from danban.web.desk.assignments import pages
from danban.web.desk.assignments.addresses import to
from danban.web.desk.assignments.forms import BriefingForm, ListForm, PackForm, ReasonForm
from danban.web.desk.assignments.views.lists import FOLDER, no_year
from danban.web.desk.assignments.views.work import names_of_files
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.assignments.models import Briefing


def _crumbs(*links: Link) -> list[Link]:
    return pages.crumbs(Link("Hướng dẫn cơ sở", to("briefings")), *links)


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """Which communes have briefed their villages, and when."""
    asked = ListForm(request.GET)
    found = queries.briefing_list(request.actor, today=request.today, words=asked.words, page=asked.page, key=asked.key)
    if found is None:
        return no_year(request)
    return render(request, FOLDER + "briefings.html", pages.briefings(found, request.actor))


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One commune: its briefings, its pack, which villages came."""
    found = queries.briefing_page(request.actor, pk, at=request.at, key=ListForm(request.GET).key)
    return render(request, FOLDER + "briefing.html", pages.briefing(found, request.actor, request.today))


@require_safe
def of_obligation(request: DeskRequest, pk: int) -> HttpResponse:
    """From the thing owed to the page where it is done."""
    place, year = queries.place_of_guidance(request.actor, pk)
    return redirect(to("briefing", place, year=year))


@require_http_methods(["GET", "POST"])
def hold(request: DeskRequest) -> HttpResponse:
    """Record a briefing."""
    ground = queries.briefing_ground(request.actor, at=request.at)
    form = BriefingForm(
        request.POST or None, request.FILES or None, villages=ground.villages, initial={"held_on": request.today}
    )

    def deed() -> str:
        held = actions.hold_briefing(ground.campaign.pk, form.sheet(), actor=request.actor, at=request.at)
        messages.success(request, f"Đã ghi buổi hướng dẫn ngày {day(held.held_on)}. Việc “Hướng dẫn” đã xong.")
        return to("briefing", ground.place.pk)

    def again(sentence: str) -> HttpResponse:
        context = {
            "form": form, "sentence": sentence, "lost": names_of_files(request), "ground": ground,
            "crumbs": _crumbs(Link("Ghi buổi hướng dẫn")), "back_href": to("briefing", ground.place.pk),
        }  # fmt: skip
        return render(request, FOLDER + "hold.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def attach(request: DeskRequest, pk: int) -> HttpResponse:
    """One more document of a pack."""
    briefing = queries.briefing_to("attach", request.actor, pk, at=request.at)
    form, back = PackForm(request.POST or None, request.FILES or None), to("briefing", briefing.placement_id)

    def deed() -> str:
        kept = actions.attach_file(form.sheet(), briefing_id=pk, actor=request.actor, at=request.at)
        messages.success(request, f"Đã thêm “{kept.title}” vào tài liệu hướng dẫn.")
        return back

    def again(sentence: str) -> HttpResponse:
        context = {"form": form, "sentence": sentence, "lost": names_of_files(request), "title": "Thêm tài liệu",
                   "about": _words(briefing), "crumbs": _crumbs(Link("Thêm tài liệu")), "back_href": back}  # fmt: skip
        return render(request, FOLDER + "attach.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Recorded by mistake."""
    briefing = queries.briefing_to("withdraw", request.actor, pk, at=request.at)
    form, back = ReasonForm(request.POST or None), to("briefing", briefing.placement_id)

    def deed() -> str:
        actions.withdraw_briefing(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, "Đã rút buổi hướng dẫn.")
        return back

    def again(sentence: str) -> HttpResponse:
        words = "Nếu không còn buổi nào khác, việc “Hướng dẫn” của xã lại thành chưa xong."
        asked = Asked("Rút buổi hướng dẫn", _words(briefing), "Rút buổi này", back, words)
        return ask(request, asked, _crumbs(), form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _words(briefing: "Briefing") -> str:
    return f"Buổi hướng dẫn ngày {day(briefing.held_on)}, {briefing.place}"
