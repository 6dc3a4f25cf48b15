"""Read the diary and check its chain."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from danban.audit import actions
from danban.overviews import queries
from danban.web.desk.audit.forms import DiaryFilterForm
from danban.web.desk.audit.sentences import sentences
from danban.web.ui.requests import DeskRequest


@require_safe
def diary(request: DeskRequest) -> HttpResponse:
    """Who did what, the latest first."""
    typed = request.GET
    wanted = queries.DiaryFilter(event=typed.get("viec", ""), unit=typed.get("don_vi", "")[:160])
    number = typed.get("trang", "")
    shown = queries.diary(
        request.actor, wanted, sentences=sentences(), at=request.at,
        number=int(number) if number.isdecimal() and len(number) < 9 else 1,
    )  # fmt: skip
    form = DiaryFilterForm(typed, sentences=sentences())
    return render(request, "desk/audit/diary.html", {"shown": shown, "form": form})


@require_POST
def verify(request: DeskRequest) -> HttpResponse:
    """Check the chain now."""
    verdict = actions.verify_diary(actor=request.actor, at=request.at)
    if verdict.holds:
        messages.success(request, f"Chuỗi nhật ký nguyên vẹn: đã kiểm tra {verdict.checked} mục đã niêm phong.")
    else:
        messages.error(
            request, f"Mục {verdict.broken_entry} không khớp với niêm phong. Hãy báo ngay cho đơn vị quản trị."
        )
    return redirect("desk:audit:diary")
