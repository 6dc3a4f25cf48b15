"""Write contacts of work in their place on the page of the unit."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from danban.accounts import actions as accounts
from danban.kit.vietnamese import phone
from danban.overviews import queries
from danban.units import actions as units
from danban.web.desk.directory import pages
from danban.web.desk.directory.forms import BodyContactsForm, PostContactsForm
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

_SHOW = "desk/directory/show.html"


@require_http_methods(["GET", "POST"])
def set_body_contacts(request: DeskRequest, pk: int) -> HttpResponse:
    """Telephone, mail and address of a body."""
    page = queries.desk_to_edit(request.actor, pk, at=request.at)
    desk = next(desk for desk in page.unit.desks if desk.pk == pk)
    initial = {"phone": phone(desk.phone), "email": desk.email, "address": desk.address}
    form = BodyContactsForm(request.POST if request.method == "POST" else None, initial=initial)

    def again(sentence: str) -> HttpResponse:
        return render(request, _SHOW, pages.unit(page, pages.Editing(form, body=pk, sentence=sentence)))

    def deed() -> str:
        body = units.set_body_contacts(pk, **form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, f"Đã ghi liên hệ của {body.name}.")
        return f"{pages.href(page.unit.place.pk)}#co-quan-{pk}"

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def set_work_contacts(request: DeskRequest, pk: int) -> HttpResponse:
    """Work telephone and mail of a post."""
    page, post = queries.post_to_edit(request.actor, pk, at=request.at)
    form = PostContactsForm(
        request.POST if request.method == "POST" else None, initial={"phone": phone(post.phone), "email": post.email}
    )

    def again(sentence: str) -> HttpResponse:
        return render(request, _SHOW, pages.unit(page, pages.Editing(form, post=pk, sentence=sentence)))

    def deed() -> str:
        accounts.set_work_contacts(pk, **form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, f"Đã ghi liên hệ công vụ của {post.name}.")
        return f"{pages.href(page.unit.place.pk)}#vi-tri-{pk}"

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
