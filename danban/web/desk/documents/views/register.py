"""The register of official numbers: look one up, take the table out."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from danban.documents import exports, queries
from danban.web.desk.documents import travelling
from danban.web.desk.documents.forms.register import AskedForm, RegisterForm
from danban.web.desk.documents.sheets import doors
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


@require_safe
def register(request: DeskRequest) -> HttpResponse:
    """The numbers a unit's bodies have given, the latest first."""
    wanted = AskedForm(request.GET).wanted(own_unit=request.actor.unit_id)
    found = queries.register_page(request.actor, wanted, number=travelling.page_asked(request))
    context = {
        "found": found,
        "wanted": wanted,
        "form": RegisterForm.over(found, wanted),
        "is_narrowed": bool(wanted.text or wanted.series or wanted.year or wanted.body_id),
        "kept": travelling.kept(request),
        "doors": doors(request.actor, "desk:documents:register"),
        "rows": [travelling.register_row(row, request.actor) for row in found.rows],
    }
    return render(request, "desk/documents/register.html", context)


@require_safe
def print_register(request: DeskRequest) -> HttpResponse:
    """The register as a book: the first number first, a head on every page."""
    wanted = AskedForm(request.GET).wanted(own_unit=request.actor.unit_id)
    context = {
        "rows": queries.list_numbers(request.actor, wanted)[::-1],
        "year": wanted.year,
        "crumbs": [Link("Sổ số văn bản", reverse("desk:documents:register")), Link("In sổ")],
    }
    return render(request, "desk/documents/print_register.html", context)


@require_safe
def export_register(request: DeskRequest) -> HttpResponse:
    """The same numbers, all of them, as a table."""
    wanted = AskedForm(request.GET).wanted(own_unit=request.actor.unit_id)
    kind: exports.Format = "csv" if request.GET.get("dang") == "csv" else "xlsx"
    content = exports.export_register(request.actor, wanted, kind=kind)
    answer = HttpResponse(content, content_type=exports.MEDIA_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="so-van-ban-{request.today:%Y%m%d}.{kind}"'
    return answer
