"""The sorting desk: two keys a petition; grouping with its likes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from danban.petitions import actions, queries
from danban.web.desk.petitions import pages
from danban.web.desk.petitions.addresses import to
from danban.web.desk.petitions.forms import BIGGEST, ListForm, SortForm
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

FOLDER = "desk/petitions/"


@require_http_methods(["GET", "POST"])
def sort(request: DeskRequest) -> HttpResponse:
    """One after the other: what is proposed stands filled in, Enter confirms it and brings the next."""
    asked = ListForm(request.GET).asked()
    wanted = _number(request.POST.get("pk")) or asked.get("kn")
    desk = queries.sorting_desk(request.actor, today=request.today, at=request.at, pk=wanted, after=asked.get("sau"))
    if desk is None or desk.petition is None:
        return render(request, FOLDER + "sorted.html", {"crumbs": pages.crumbs("Phân loại")})
    form = SortForm(request.POST or None, bodies=pages.bodies(desk.bodies), initial=pages.proposed(desk))

    def deed() -> str:
        told = form.cleaned_data
        one = actions.sort_petition(
            told["pk"], field=told["field"], kind=told["kind"], title=told["title"], body_id=int(told["body"]),
            reason=told["reason"], actor=request.actor, at=request.at,
        )  # fmt: skip
        messages.success(request, f"{one.code} đã chuyển {one.body}.")
        return to("sort", sau=one.pk)

    def again(sentence: str) -> HttpResponse:
        return render(request, FOLDER + "sort.html", {**pages.sort(desk), "form": form, "sentence": sentence})

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def route(request: DeskRequest, pk: int) -> HttpResponse:
    """The same for one petition opened by itself."""
    one = queries.petition_to("route", request.actor, pk, at=request.at)
    desk = queries.desk_of_one(request.actor, one, today=request.today)
    form = SortForm(request.POST or None, bodies=pages.bodies(desk.bodies), initial=pages.proposed(desk))

    def deed() -> str:
        told = form.cleaned_data
        moved = actions.sort_petition(
            pk, field=told["field"], kind=told["kind"], title=told["title"], body_id=int(told["body"]),
            reason=told["reason"], actor=request.actor, at=request.at,
        )  # fmt: skip
        messages.success(request, f"Đã chuyển {moved.body}.")
        return to("show", pk)

    def again(sentence: str) -> HttpResponse:
        context = {**pages.sort(desk, is_alone=True), "form": form, "sentence": sentence}
        return render(request, FOLDER + "sort.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_POST
def group(request: DeskRequest) -> HttpResponse:
    """Put petitions that ask the same into one group; back to where it was pressed."""
    chosen = [number for text in request.POST.getlist("kn") if (number := _number(text))]
    back = _number(request.POST.get("ve"))

    def deed() -> str:
        one = actions.group_petitions(chosen, actor=request.actor, at=request.at)
        messages.success(
            request, f"Đã gộp {one.petitions.count()} kiến nghị cùng việc; mỗi nơi vẫn được trả lời riêng."
        )
        if request.POST.get("xep"):
            return to("sort", kn=back)
        return to("show", back) if back else to("show_group", one.pk)

    def again(sentence: str) -> HttpResponse:
        context = {
            "crumbs": pages.crumbs("Gộp kiến nghị"),
            "sentence": sentence,
            "back": to("show", back) if back else "",
        }
        return render(request, FOLDER + "refused.html", context)

    return attempt(deed, again=again)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and int(text) <= BIGGEST else None
