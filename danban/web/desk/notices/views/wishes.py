"""How one wants to be told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from danban.notices import actions, queries
from danban.web.desk.notices.forms import PreferenceForm
from danban.web.ui.answers import attempt
from danban.web.ui.middleware import office_not_required
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


@office_not_required
@require_http_methods(["GET", "POST"])
def set_preference(request: DeskRequest) -> HttpResponse:
    """Ways, quiet hours, gathered or one by one."""
    found = queries.preference_page(request.actor, on=request.today)
    form = PreferenceForm(request.POST if request.method == "POST" else None, found=found)
    back = reverse("desk:accounts:account")

    def deed() -> str:
        actions.set_preference(**form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, "Đã ghi cách nhận tin của bạn.")
        return reverse("desk:notices:set_preference")

    def again(sentence: str) -> HttpResponse:
        crumbs = [Link("Tài khoản của tôi", back), Link("Cách nhận tin")]
        context = {"found": found, "form": form, "sentence": sentence, "crumbs": crumbs, "back": back}
        return render(request, "desk/notices/set_preference.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
