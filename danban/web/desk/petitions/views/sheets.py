"""What is read back to the people, and the synthesis that goes up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from danban.petitions import actions, exports, queries
from danban.web.desk.petitions import pages
from danban.web.desk.petitions.addresses import to
from danban.web.desk.petitions.forms import BIGGEST, ListForm, ReadBackForm
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

FOLDER = "desk/petitions/"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
def sheet(request: DeskRequest) -> HttpResponse:
    """The answered-back sheet: read it out, tick, done."""
    asked = ListForm(request.GET).asked()
    found = queries.answered_back(request.actor, place_id=asked.get("don_vi"), campaign_id=asked.get("nam"))
    if found is None:
        return render(request, FOLDER + "no_year.html")
    form = ReadBackForm(request.POST or None)

    def deed() -> str:
        chosen = [
            int(one) for one in request.POST.getlist("kn") if one.isascii() and one.isdigit() and int(one) <= BIGGEST
        ]
        count = actions.read_back(chosen, how=form.cleaned_data["how"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã ghi: {count} câu trả lời đã đọc lại cho bà con.")
        return to("sheet", don_vi=asked.get("don_vi"), nam=asked.get("nam"))

    def again(sentence: str) -> HttpResponse:
        return render(request, FOLDER + "sheet.html", {**pages.sheet(found), "form": form, "sentence": sentence})

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def synthesis(request: DeskRequest) -> HttpResponse:
    """The table by field and body; sending it is the duty of IV.7."""
    asked = ListForm(request.GET).asked()
    found = queries.synthesis_page(
        request.actor, at=request.at, place_id=asked.get("don_vi"), campaign_id=asked.get("nam")
    )
    if found is None:
        return render(request, FOLDER + "no_year.html")

    def deed() -> str:
        one = actions.send_synthesis(found.ground.campaign.pk, found.place.pk, actor=request.actor, at=request.at)
        messages.success(request, f"Đã gửi bảng tổng hợp tới {len(one.sent_to)} nơi.")
        return to("synthesis", nam=asked.get("nam"))

    def again(sentence: str) -> HttpResponse:
        return render(
            request, FOLDER + "synthesis.html", {**pages.synthesis(found, request.today), "sentence": sentence}
        )

    return attempt(deed, again=again) if request.method == "POST" else again("")


@require_safe
def synthesis_table(request: DeskRequest) -> HttpResponse:
    """The same table for Excel."""
    asked = ListForm(request.GET).asked()
    found = queries.synthesis_page(
        request.actor, at=request.at, place_id=asked.get("don_vi"), campaign_id=asked.get("nam")
    )
    content = exports.synthesis_xlsx(found.synthesis if found else None)
    response = HttpResponse(content, content_type=_XLSX)
    response["Content-Disposition"] = 'attachment; filename="tong-hop-kien-nghi.xlsx"'
    return response


@require_safe
def sent_sheet(request: DeskRequest, pk: int) -> HttpResponse:
    """A table as it was sent."""
    one = queries.sheet_for(request.actor, pk)
    return render(request, FOLDER + "sent_sheet.html", pages.sent_sheet(one))
