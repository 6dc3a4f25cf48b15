"""The first page of the room, and bringing a plan in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from danban.campaigns import actions, queries
from danban.web.desk.campaigns.forms import FORMATS, PlanForm
from danban.web.ui.answers import attempt
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

INDEX = "Kế hoạch và năm"


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """Years that run, drafts on the way, years that are over."""
    page = queries.index_page(request.actor, at=request.at)
    return render(request, "desk/campaigns/index.html", {"page": page, "title": INDEX})


@require_http_methods(["GET", "POST"])
def read_plan(request: DeskRequest) -> HttpResponse:
    """Bring a document in; it becomes a draft to review."""
    trees = queries.trees_to_plan(request.actor, at=request.at)
    if request.method != "POST":
        first = {"tree": trees[0].pk} if trees else {}
        return _read_plan_page(request, PlanForm(trees=trees, initial=first))
    form = PlanForm(request.POST, request.FILES, trees=trees)
    return attempt(
        lambda: _read(request, form), form=form, again=lambda sentence: _read_plan_page(request, form, sentence)
    )


def _read(request: DeskRequest, form: PlanForm) -> str:
    file = form.cleaned_data["document"]
    draft = actions.read_plan(
        file.read(),
        file_name=file.name or "",
        tree_id=form.cleaned_data["tree"],
        actor=request.actor,
        at=request.at,
    )
    if draft.purpose == "amendment":
        sentence = f"Đã đọc xong. Văn bản này là của “{draft.name}” đang thực hiện, nên được lập thành bản sửa đổi."
        messages.info(request, sentence)
        return reverse("desk:campaigns:apply", args=[draft.pk])
    messages.success(request, "Đã đọc xong kế hoạch. Hãy xem lại từng dòng rồi phát hành; chưa đơn vị nào thấy gì.")
    return reverse("desk:campaigns:review", args=[draft.pk])


def _read_plan_page(request: DeskRequest, form: PlanForm, sentence: str = "") -> HttpResponse:
    crumbs = [Link(INDEX, reverse("desk:campaigns:index")), Link("Nạp kế hoạch")]
    formats = ", ".join(FORMATS)
    context = {"form": form, "sentence": sentence, "crumbs": crumbs, "formats": formats}
    return render(request, "desk/campaigns/read_plan.html", context)
