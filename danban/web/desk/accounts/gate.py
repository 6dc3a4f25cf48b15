"""The one gate: whatever somebody proved first (a password, a code, a card, another authority), it ends here.

allauth keeps the order of the steps and, between them, who is on the way in (in the session, fifteen minutes at most).
The second step is the second factor of whoever has one; after the last step the diary is told and the session opens.
"""

from typing import Any

from allauth.account.stages import LoginStage, LoginStageController
from allauth.account.utils import perform_login
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from danban.accounts import actions, queries
from danban.accounts.models import Account
from danban.web.ui.middleware import OFFICE_KEY, SECOND_FACTOR_KEY
from danban.web.ui.requests import DeskRequest

DEMO = "demo"


class SecondFactorStep(LoginStage):  # type: ignore[misc]  # allauth has no types
    """Asks whoever has a second factor for it; the one click of a demonstration is asked for nothing."""

    key = "second_factor"
    urlname = "desk:accounts:second_factor"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """The page to answer with, if any, and whether to go on."""
        if self.login.signal_kwargs["means"] == DEMO or not queries.has_second_factor(self.login.user.pk):
            return None, True
        return redirect(self.urlname), True


def let_in(request: HttpRequest, account: Account, *, means: str, way_on: str, office_id: int | None = None) -> str:
    """Somebody proved to be ``account``: where to go now, be it ``way_on`` or the page of the second factor.

    ``means`` is written into the diary: ``password``, ``code``, ``card``, ``oidc`` or ``demo``. ``office_id`` names the
    office to act for, if one was chosen with the way in. Raises ``NotYours`` for a locked account.
    """
    known = {"means": means, "office_id": office_id}
    return str(perform_login(request, account, redirect_url=way_on, signal_kwargs=known).url)


def waiting(request: HttpRequest) -> SecondFactorStep | None:
    """Who has proved the first thing and is asked for the second, as a step of allauth's; None for nobody."""
    return LoginStageController.enter(request, SecondFactorStep.key)


def go_on(step: SecondFactorStep, *, second: str) -> str:
    """The second factor was right (``second`` is its kind): where to go now."""
    step.login.signal_kwargs["second"] = second
    return str(step.exit().url)


def open_session(request: DeskRequest, account: Account, known: dict[str, Any]) -> None:
    """The last step is done: note it in the diary, for the office come in for."""
    office = queries.open_office(known["office_id"], on=request.today) if known["office_id"] else None
    actor = queries.actor_for(office) if office else queries.actor_of(account.pk, on=request.today)
    second = known.get("second", "")
    actions.sign_in_account(account.pk, means=known["means"], second=second, actor=actor, at=request.at)
    if office:
        request.session[OFFICE_KEY] = office.pk
    if second:
        request.session[SECOND_FACTOR_KEY] = True


def own_address(text: str) -> str:
    """Where to go after sign-in: an address of ours, else the first page."""
    ours = text.startswith("/") and url_has_allowed_host_and_scheme(text, allowed_hosts=None)
    return text if ours and not text.startswith(settings.LOGIN_URL) else settings.LOGIN_REDIRECT_URL
