"""Timetables of an area: propose, look at the difference, apply; enter what is missing; send up."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from danban.conferences import actions, queries
from danban.conferences.queries import Proposal, Year
from danban.envoys.actions import with_envoys
from danban.kit.vietnamese import number
from danban.web.desk.conferences import pages
from danban.web.desk.conferences.forms import AddressForm
from danban.web.desk.conferences.views.reading import FOLDER
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest


def _propose(request: DeskRequest, asked: dict[str, Any]) -> tuple[Year, Proposal]:
    year = queries.year_to_arrange(request.actor, asked["don_vi"], at=request.at)
    found = queries.propose_timetable(
        year.campaign, year.place, is_village=asked["cap"] != "xa", leaders=asked["lanh_dao"],
        is_loyal=not asked["lam_lai"], is_first=not (asked["tot"] or year.is_commune), today=request.today,
    )  # fmt: skip
    return year, found


@require_http_methods(["GET", "POST"])
def proposer(request: DeskRequest) -> HttpResponse:
    """The proposal is worked out anew when it is applied; one that changed in between is shown again."""
    asked = AddressForm(request.POST or request.GET).asked()
    year, found = _propose(request, asked)

    def again(sentence: str) -> HttpResponse:
        return render(
            request, FOLDER + "proposer.html", {**pages.proposer(found, year, asked), "sentence": sentence}
        )  # fmt: skip

    def deed() -> str:
        count = with_envoys(
            lambda: actions.apply_timetable(
                year.campaign.pk, placement_id=year.place.pk, slots=found.timings, actor=request.actor, at=request.at
            ),
            found.timings, actor=request.actor, at=request.at,
        )  # fmt: skip
        messages.success(request, f"Đã xếp lịch {number(count)} hội nghị và báo các nơi.")
        return pages.to("board", don_vi=year.place.pk)

    if request.method != "POST":
        return again("")
    if request.POST.get("dau") != found.mark:
        answer = again("Có lịch vừa thay đổi nên đề xuất đã được lập lại. Hãy xem lại rồi áp dụng.")
        answer.status_code = 409
        return answer
    return attempt(deed, again=again)


@require_POST
def plan(request: DeskRequest) -> HttpResponse:
    """Every conference owed in the area is entered."""
    year = queries.year_to_arrange(request.actor, AddressForm(request.GET).asked()["don_vi"], at=request.at)
    count = actions.plan_conferences(
        year.campaign.pk, placement_id=year.place.pk, actor=request.actor, at=request.at
    )  # fmt: skip
    messages.success(request, f"Đã thêm {number(count)} hội nghị phải tổ chức.")
    return redirect(pages.to("board", don_vi=year.place.pk))


@require_POST
def send(request: DeskRequest) -> HttpResponse:
    """The schedule goes up."""
    year = queries.year_for(request.actor)

    def deed() -> str:
        actions.send_schedule(year.campaign.pk, placement_id=year.own.pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã gửi lịch lên cấp trên.")
        return pages.to("board")

    def again(sentence: str) -> HttpResponse:
        found = queries.board(request.actor, today=request.today)
        return render(request, FOLDER + "board.html", {**pages.board(found, request.today), "sentence": sentence})

    return attempt(deed, again=again)
