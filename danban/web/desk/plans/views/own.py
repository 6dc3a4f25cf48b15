"""The page of one unit's plan, from the first look at what stands above to the issued paper."""

from typing import TYPE_CHECKING

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from danban.campaigns import queries as campaigns
from danban.plans import queries
from danban.web.desk.plans import pages
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.plans.models import Plan


@require_safe
def own(request: DeskRequest) -> HttpResponse:
    """The plan of the unit one acts for, in the year that runs; the top unit's is the year's own."""
    found = queries.own_plan_page(request.actor, at=request.at, key=request.GET.get("nam", "")[:20])
    if found is None:
        return render(request, "desk/plans/no_year.html")
    return _page(request, found)


@require_safe
def show(request: DeskRequest, campaign: int, place: int) -> HttpResponse:
    """The plan of a unit of one's area, drawn up or not."""
    return _page(request, queries.plan_page(request.actor, campaign, place, at=request.at))


@require_safe
def of_obligation(request: DeskRequest, pk: int) -> HttpResponse:
    """From what is owed to where it is done: the plan of its unit, for the top unit the plans below."""
    owed = campaigns.obligation_page(request.actor, pk).obligation
    if owed.placement.path == "":
        return redirect("desk:plans:below")
    return redirect("desk:plans:show", owed.campaign_id, owed.placement_id)


@require_safe
def of_plan(request: DeskRequest, pk: int) -> HttpResponse:
    """From a plan to its page, from below to its last edition."""
    way = queries.way_to_plan(request.actor, pk)
    if way.edition_id is not None:
        return redirect("desk:plans:show_edition", way.edition_id)
    return redirect("desk:plans:show", way.campaign_id, way.placement_id)


def address_of(plan: "Plan") -> str:
    """The page of the unit whose plan it is."""
    return reverse("desk:plans:show", args=[plan.campaign_id, plan.placement_id])


def page_of(
    request: DeskRequest,
    plan_pk: int,
    sentence: str = "",
    *,
    issue_form: BaseForm | None = None,
    kickoff_form: BaseForm | None = None,
) -> HttpResponse:
    """The page of a plan again, with a refusal on top and the form as it was filled in."""
    plan = queries.plan_for(request.actor, plan_pk)
    found = queries.plan_page(request.actor, plan.campaign_id, plan.placement_id, at=request.at)
    return _page(request, found, sentence, issue_form=issue_form, kickoff_form=kickoff_form)


def _page(
    request: DeskRequest,
    found: queries.PlanPage,
    sentence: str = "",
    *,
    issue_form: BaseForm | None = None,
    kickoff_form: BaseForm | None = None,
) -> HttpResponse:
    if found.place.path == "":
        return redirect("desk:campaigns:show", found.campaign.pk)
    context = pages.plan(found, request.today, issue_form=issue_form, kickoff_form=kickoff_form)
    return render(request, "desk/plans/show.html", {**context, "sentence": sentence})
