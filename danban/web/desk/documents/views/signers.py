"""Who signs for which body."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from danban.documents import actions, queries
from danban.web.desk.documents import sheets
from danban.web.desk.documents.forms.papers import EndForm, SignerForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


@require_http_methods(["GET", "POST"])
def signers(request: DeskRequest) -> HttpResponse:
    """Who signs, with the lines as printed, and the form to name one more."""
    found = queries.signers_page(request.actor, at=request.at)
    first = {"body": request.actor.body_id, "starts_on": request.today}
    form = SignerForm(request.POST or None, page=found, initial=first)

    def deed() -> str:
        typed = dict(form.cleaned_data)
        signer = actions.name_signer(
            body_id=typed.pop("body"), account_id=typed.pop("account"), **typed, actor=request.actor, at=request.at
        )
        messages.success(request, f"Đã cử {signer.full_name} ký văn bản.")
        return reverse("desk:documents:signers")

    def again(sentence: str) -> HttpResponse:
        context = {**sheets.signers(found, request.today), "form": form, "sentence": sentence}
        return render(request, "desk/documents/signers.html", context)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def end_signer(request: DeskRequest, pk: int) -> HttpResponse:
    """The last day a person signs."""
    signer = queries.signer_to_end(request.actor, pk, at=request.at)
    form = EndForm(request.POST or None, initial={"ends_on": request.today})
    back = reverse("desk:documents:signers")

    def deed() -> str:
        actions.end_signer(pk, **form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, f"{signer.full_name} thôi ký từ sau ngày đã ghi.")
        return back

    def again(sentence: str) -> HttpResponse:
        asked = Asked(
            "Kết thúc thời gian ký", about=f"{signer.full_name}, {signer.position}", deed="Kết thúc", back=back,
            words="Văn bản đã ký trước đó không thay đổi.",
        )  # fmt: skip
        return ask(request, asked, [Link("Người ký", back)], form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
