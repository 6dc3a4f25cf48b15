"""Remind whoever is late: first see who would be told, then one button."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from danban.campaigns import actions, queries
from danban.kit.vietnamese import number
from danban.web.desk.campaigns.reminder_forms import LateForm, WordsForm
from danban.web.desk.overviews.addresses import by_pk, listing, to
from danban.web.ui.answers import attempt
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

SHOWN = 30


@require_http_methods(["GET", "POST"])
def remind_late(request: DeskRequest, pk: int) -> HttpResponse:
    """What is late here, who would be told, in which words."""
    wanted = LateForm(request.GET).wanted()
    found = queries.remind_page(request.actor, pk, wanted, at=request.at)
    form = WordsForm(request.POST if request.method == "POST" else None, initial={"words": found.words})
    back = _back(wanted)

    def deed() -> str:
        words = form.cleaned_data["words"]
        sent = actions.remind_late(pk, wanted=wanted, words=words, actor=request.actor, at=request.at)
        messages.success(
            request, f"Đã đôn đốc {number(sent.obligations)} việc quá hạn: {number(sent.notices)} người được báo."
        )
        return back

    def again(sentence: str) -> HttpResponse:
        href = by_pk("obligation")
        context = {
            "found": found,
            "form": form,
            "sentence": sentence,
            "back": back,
            "rows": [(due, href(due.pk)) for due in found.told[:SHOWN]],
            "more": max(len(found.told) - SHOWN, 0),
            "unheld": [(due, href(due.pk)) for due in found.unheld[:SHOWN]],
            "unheld_more": max(len(found.unheld) - SHOWN, 0),
            "deed": f"Đôn đốc {number(found.units)} đơn vị quá hạn",
            "crumbs": [Link("Việc quá hạn", back), Link("Đôn đốc")],
        }
        return render(request, "desk/campaigns/remind_late.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _back(wanted: queries.LateFilter) -> str:
    """The page the reminder was asked for on: the obligation, or the list of what is late."""
    if wanted.obligation:
        return to("obligation", wanted.obligation)
    if wanted.place:
        return listing(place=wanted.place, state="late", kind=wanted.kind, level=wanted.level)
    return to("obligations", tinh_trang="qua-han", viec=wanted.kind)
