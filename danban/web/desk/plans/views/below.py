"""The plans of the units below, and who has received a plan."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danban.plans import queries
from danban.web.desk.plans import lists
from danban.web.desk.plans.forms import BelowForm, ReceiptsForm
from danban.web.ui.requests import DeskRequest


@require_safe
def below(request: DeskRequest) -> HttpResponse:
    """Who has issued, who is late, who has not begun."""
    found = queries.below_page(
        request.actor, BelowForm(request.GET).wanted(), today=request.today, number=_number(request),
        key=request.GET.get("nam", "")[:20],
    )  # fmt: skip
    if found is None:
        return render(request, "desk/plans/no_year.html")
    return render(request, "desk/plans/below.html", lists.below(found, request.today))


@require_safe
def receipts(request: DeskRequest, pk: int) -> HttpResponse:
    """Who has confirmed an edition."""
    wanted = ReceiptsForm(request.GET).wanted()
    found = queries.receipts_of_edition(request.actor, pk, wanted, number=_number(request))
    return render(request, "desk/plans/receipts.html", lists.receipts(found))


@require_safe
def receipts_of_year(request: DeskRequest, campaign: int) -> HttpResponse:
    """Who has confirmed the plan of the year."""
    wanted = ReceiptsForm(request.GET).wanted()
    found = queries.receipts_of_year(request.actor, campaign, wanted, number=_number(request))
    return render(request, "desk/plans/receipts.html", lists.receipts(found))


def _number(request: DeskRequest) -> int:
    typed = request.GET.get("trang", "")
    return int(typed) if typed.isdecimal() and len(typed) < 9 else 1
