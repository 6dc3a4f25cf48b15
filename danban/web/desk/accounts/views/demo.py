"""Demonstrations only: come in as any simulated person with one click."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from danban.accounts import queries
from danban.kit.refusals import NotFound
from danban.web.desk.accounts import gate
from danban.web.desk.accounts.loopback import demo_is_open
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def enter_demo(request: DeskRequest) -> HttpResponse:
    """Find any simulated person (GET) and come in as them (POST)."""
    if not demo_is_open(request):
        raise NotFound
    if request.method == "POST":
        return _enter_as(request)
    text = request.GET.get("q", "")[:120]
    found = queries.find_offices(text, on=request.today) if text.strip() else []
    crumbs = [Link("Đăng nhập", settings.LOGIN_URL), Link("Chọn người mẫu")]
    page = {"text": text, "found": found, "crumbs": crumbs, "next": gate.own_address(request.GET.get("next", ""))}
    return render(request, "desk/accounts/enter_demo.html", page)


def _enter_as(request: DeskRequest) -> HttpResponse:
    chosen = request.POST.get("office", "")
    office = queries.open_office(int(chosen), on=request.today) if chosen.isdecimal() else None
    if office is None:
        raise NotFound("Vị trí này hôm nay không có ai giữ. Hãy chọn người khác.")
    way_on = gate.own_address(request.POST.get("next", ""))
    return redirect(gate.let_in(request, office.account, means=gate.DEMO, way_on=way_on, office_id=office.pk))
