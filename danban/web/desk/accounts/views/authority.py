"""Come in through another authority (OpenID Connect), where the settings name one."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from danban.web.desk.accounts import authority
from danban.web.desk.accounts.views.entry import way_on_of
from danban.web.ui.requests import DeskRequest


@login_not_required
@never_cache
@require_POST
def enter_by_authority(request: DeskRequest) -> HttpResponse:
    """Leave for the authority."""
    return authority.leave(request, way_on=way_on_of(request))


@login_not_required
@never_cache
@require_safe
def come_back(request: DeskRequest, provider_id: str) -> HttpResponse:  # noqa: ARG001 - allauth names it
    """Return from the authority."""
    return authority.come_back(request)
