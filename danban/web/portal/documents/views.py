"""The public check of papers: what a code stands for, whether a file is the one issued. Open to anybody."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from danban.documents import queries
from danban.documents.actions import render_document
from danban.kit.actor import Actor
from danban.web.portal.documents import pages
from danban.web.portal.documents.forms import CodeForm, CompareForm
from danban.web.ui import throttle
from danban.web.ui.requests import DeskRequest

_FOLDER = "portal/documents/"
AnyView = Callable[..., HttpResponse]


def public(view: AnyView) -> AnyView:
    """A page anybody may open, so often an address; no search engine lists it."""

    @login_not_required
    @wraps(view)
    def counted(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        throttle.count(throttle.address_of(request), throttle.CHECKING)
        answer = view(request, *args, **kwargs)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return counted


@public
@require_safe
def find(request: DeskRequest) -> HttpResponse:
    """Type the code."""
    form = CodeForm(request.GET if "ma" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("portal:documents:check", form.cleaned_data["ma"])
    return render(request, _FOLDER + "find.html", {"form": form, "sentence": ""}, status=422 if form.is_bound else 200)


@public
@require_safe
def check(request: DeskRequest, code: str) -> HttpResponse:
    """What the code stands for: authentic, replaced, revoked, or nothing at all."""
    return _paper(request, code)


def _paper(
    request: DeskRequest, code: str, form: CompareForm | None = None, same: queries.Same | None = None
) -> HttpResponse:
    found = queries.public_paper(code)
    if found is None:
        context = {"form": CodeForm(), "sentence": queries.NO_SUCH_CODE}
        return render(request, _FOLDER + "find.html", context, status=404)
    return render(request, _FOLDER + "check.html", pages.check(found, form or CompareForm(), same))


@public
@require_POST
def compare(request: DeskRequest, code: str) -> HttpResponse:
    """Whether a file is the one issued or signed; nothing of it is kept."""
    form = CompareForm(request.POST, request.FILES)
    if not form.is_valid():
        answer = _paper(request, code, form)
        answer.status_code = 422
        return answer
    return _paper(request, code, same=queries.compare_file(code, form.cleaned_data["tep"].read()))


@public
@require_safe
def file(request: DeskRequest, code: str, kind: str) -> HttpResponse:
    """The paper itself, where anybody may read it; its PDF is made when first asked for."""
    if kind == "pdf":
        render_document(queries.open_paper_id(code), actor=Actor(), at=request.at)
    content, name, media_type = queries.public_file(code, kind)
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return answer
