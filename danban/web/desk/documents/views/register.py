"""The register of official numbers: look one up, take the table out."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danban.documents import exports, queries
from danban.web.desk.documents.forms.register import AskedForm, RegisterForm
from danban.web.ui.requests import DeskRequest


@require_safe
def register(request: DeskRequest) -> HttpResponse:
    """The numbers a unit's bodies have given, the latest first."""
    wanted = AskedForm(request.GET).wanted(own_unit=request.actor.unit_id)
    typed = request.GET.get("trang", "")
    number = int(typed) if typed.isdecimal() and len(typed) < 9 else 1
    found = queries.register_page(request.actor, wanted, number=number)
    kept = request.GET.copy()
    kept.pop("trang", None)
    context = {
        "found": found,
        "wanted": wanted,
        "form": RegisterForm.over(found, wanted),
        "is_narrowed": bool(wanted.text or wanted.series or wanted.year or wanted.body_id),
        "kept": kept.urlencode(),
    }
    return render(request, "desk/documents/register.html", context)


@require_safe
def export_register(request: DeskRequest) -> HttpResponse:
    """The same numbers, all of them, as a table."""
    wanted = AskedForm(request.GET).wanted(own_unit=request.actor.unit_id)
    kind: exports.Format = "csv" if request.GET.get("dang") == "csv" else "xlsx"
    content = exports.export_register(request.actor, wanted, kind=kind)
    answer = HttpResponse(content, content_type=exports.MEDIA_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="so-van-ban-{request.today:%Y%m%d}.{kind}"'
    return answer
