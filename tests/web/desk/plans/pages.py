"""What the tests of these pages share: words on a page, addresses, counting queries."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.campaigns.models import Campaign
from danban.plans import actions
from danban.plans.models import Plan, PlanEdition
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import officer, sheet_of

OWN, BELOW = reverse("desk:plans:own"), reverse("desk:plans:below")


def main_of(answer: Any) -> str:
    """The page between its shell."""
    return str(answer.content.decode()).split("<main", 1)[1]


def page_of(cast: Cast, campaign: Campaign, code: str) -> str:
    """The address of a unit's plan."""
    return reverse("desk:plans:show", args=[campaign.pk, cast.places[code].pk])


def to(name: str, thing: Any) -> str:
    """The address of a verb."""
    return reverse(f"desk:plans:{name}", args=[thing.pk])


def typed(browser: Client, plan: Plan, **changed: Any) -> dict[str, Any]:
    """What the one form would send if nothing was typed but ``changed``."""
    form = browser.get(to("edit", plan)).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in (values | changed).items() if value not in (None, "", False)}


def count_queries(ask: Callable[[], Any]) -> int:
    """How many queries a page costs."""
    with CaptureQueriesContext(connection) as made:
        ask()
    return len(made)


def issued_again(cast: Cast, plan: Plan, **changed: Any) -> PlanEdition:
    """A further edition of an issued or returned plan, changed in some words."""
    code = plan.placement.code
    front, committee = officer(cast, code), officer(cast, code, "committee")
    actions.revise_plan(plan.pk, actor=front, at=AT)
    actions.edit_plan(plan.pk, sheet=sheet_of(plan, **changed), actor=front, at=AT)
    actions.submit_plan(plan.pk, actor=front, at=AT)
    actions.approve_plan(plan.pk, actor=committee, at=AT)
    return actions.issue_plan(plan.pk, issued_on=TODAY, actor=front, at=AT)
