"""The register of what came in: look it up, print it, take it out, enter a paper."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from danban.documents import actions, exports, queries
from danban.kit.vietnamese import day
from danban.web.desk.documents import travelling
from danban.web.desk.documents.forms.incoming import EnterForm, IncomingAskedForm, IncomingFilterForm
from danban.web.desk.documents.sheets import doors
from danban.web.ui.answers import attempt
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/documents/"


@require_safe
def incoming(request: DeskRequest) -> HttpResponse:
    """The latest number first."""
    wanted = IncomingAskedForm(request.GET).wanted()
    found = queries.incoming_page(request.actor, wanted, number=travelling.page_asked(request))
    context = {
        "found": found,
        "form": IncomingFilterForm.over(found, wanted),
        "rows": [(entry, travelling.page_of_entry(entry)) for entry in found.page],
        "is_narrowed": bool(wanted.text or wanted.year or wanted.body_id),
        "several": len(found.bodies) > 1,
        "kept": travelling.kept(request),
        "doors": doors(request.actor, "desk:documents:inbox"),
    }
    return render(request, _FOLDER + "incoming.html", context)


@require_safe
def print_incoming(request: DeskRequest) -> HttpResponse:
    """The register as a book: the first number first, a head on every page."""
    wanted = IncomingAskedForm(request.GET).wanted()
    context = {
        "rows": queries.list_incoming(request.actor, wanted),
        "year": wanted.year,
        "crumbs": [Link("Sổ văn bản đến", reverse("desk:documents:incoming")), Link("In sổ")],
    }
    return render(request, _FOLDER + "print_incoming.html", context)


@require_safe
def export_incoming(request: DeskRequest) -> HttpResponse:
    """The same lines as a table."""
    wanted = IncomingAskedForm(request.GET).wanted()
    kind: exports.Format = "csv" if request.GET.get("dang") == "csv" else "xlsx"
    content = exports.export_incoming(queries.list_incoming(request.actor, wanted), kind=kind)
    answer = HttpResponse(content, content_type=exports.MEDIA_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="so-van-ban-den-{request.today:%Y%m%d}.{kind}"'
    return answer


@require_http_methods(["GET", "POST"])
def enter_incoming(request: DeskRequest) -> HttpResponse:
    """By hand with its scan, or a paper sent here with one tap."""
    asked = request.GET.get("tu", "")
    delivery_id = int(asked) if asked.isdecimal() and len(asked) < 18 else None
    found = queries.enter_page(request.actor, delivery_id, today=request.today)
    form = EnterForm(request.POST or None, request.FILES or None, found=found, initial={"received_on": request.today})

    def deed() -> str:
        content, name = form.upload
        entry = actions.enter_incoming(
            body_id=form.cleaned_data["body_id"], received_on=form.cleaned_data["received_on"], paper=form.paper,
            delivery_id=delivery_id, content=content, name=name, actor=request.actor, at=request.at,
        )  # fmt: skip
        messages.success(request, f"Đã vào sổ: số đến {entry.number}, ngày {day(entry.received_on)}.")
        return reverse("desk:documents:incoming")

    def again(sentence: str) -> HttpResponse:
        crumbs = [Link("Sổ văn bản đến", reverse("desk:documents:incoming")), Link("Vào sổ")]
        context = {"found": found, "form": form, "sentence": sentence, "crumbs": crumbs}
        return render(request, _FOLDER + "enter_incoming.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def incoming_file(request: DeskRequest, pk: int) -> HttpResponse:
    """The scan of a line."""
    return travelling.as_attachment(*queries.incoming_file(request.actor, pk))
