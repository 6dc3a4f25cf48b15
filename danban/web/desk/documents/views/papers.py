"""Papers from draft to issue: list, draft, one paper with its verbs, its files."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.documents import actions, queries
from danban.documents.rules import DRAFT_KINDS
from danban.documents.texts import title_of
from danban.library import queries as library
from danban.web.desk.documents import sheets
from danban.web.desk.documents.forms.papers import DraftForm, IssueForm, PapersForm, ReasonForm, SignedForm
from danban.web.desk.documents.travelling import as_attachment, page_asked
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.library.queries import Basis

_FOLDER = "desk/documents/"
_FIRST = {"recipients": "Như trên\nLưu: VT", "is_public": True}


def _address(pk: int) -> str:
    return reverse("desk:documents:show", args=[pk])


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """Papers of the own unit and of those below."""
    wanted = PapersForm(request.GET).wanted()
    found = queries.documents_page(request.actor, wanted, number=page_asked(request))
    return render(request, _FOLDER + "index.html", sheets.index(found, wanted, request.actor))


@require_http_methods(["GET", "POST"])
def draft(request: DeskRequest) -> HttpResponse:
    """Choose a kind, then one form."""
    code = request.GET.get("loai", "")
    if not code and request.method == "GET":
        queries.draft_page(request.actor, DRAFT_KINDS[0].code, at=request.at)
        return render(request, _FOLDER + "kinds.html", {"kinds": DRAFT_KINDS, **sheets.draft(DRAFT_KINDS[0].code)})
    page = queries.draft_page(request.actor, code, at=request.at)
    first = {**_FIRST, "symbol": page.symbol, "body": page.proposed_body, "signers": page.proposed_signers}
    about = request.GET.get("ve", "")
    if about.isdecimal() and len(about) < 19:
        first |= sheets.first_words(queries.document_for(request.actor, int(about)), code)
    form = DraftForm(request.POST or None, page=page, initial=first, shelf=_shelf(request))

    def deed() -> str:
        sheet = queries.with_profile(form.sheet(), on=request.today)
        document = actions.draft_document(sheet, actor=request.actor, at=request.at)
        messages.success(request, "Đã lưu bản thảo.")
        return _address(document.pk)

    return _form_page(request, form, deed, {"page": page, **sheets.draft(code)})


@require_http_methods(["GET", "POST"])
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """The same form, filled in."""
    sheet = queries.sheet_for(request.actor, pk, at=request.at)
    page = queries.draft_page(request.actor, sheet.kind, at=request.at)
    form = DraftForm(request.POST or None, page=page, initial=DraftForm.filled(sheet), shelf=_shelf(request))

    def deed() -> str:
        typed = queries.with_profile(form.sheet(), on=request.today)
        actions.edit_document(pk, sheet=typed, actor=request.actor, at=request.at)
        messages.success(request, "Đã lưu bản thảo.")
        return _address(pk)

    return _form_page(request, form, deed, {"page": page, "pk": pk, **sheets.draft(sheet.kind)})


def _shelf(request: DeskRequest) -> "list[Basis]":
    """What the library offers as căn cứ on this day."""
    return library.bases_for(request.actor, request.today) if request.actor.may("library:see") else []


def _form_page(request: DeskRequest, form: DraftForm, deed: Callable[[], str], more: dict[str, Any]) -> HttpResponse:
    def again(sentence: str) -> HttpResponse:
        return render(request, _FOLDER + "draft.html", {"pk": None, **more, "form": form, "sentence": sentence})

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


def _page(request: DeskRequest, pk: int, sentence: str = "", **forms: Any) -> HttpResponse:
    found = queries.document_page(request.actor, pk, at=request.at)
    context = {
        **sheets.show(found),
        "way": queries.on_its_way(request.actor, found.document, at=request.at),
        "issue_form": forms.get("issue_form") or IssueForm(initial={"issued_on": request.today}),
        "signed_form": forms.get("signed_form") or SignedForm(),
        "check_href": f"{settings.PUBLIC_URL}/kiem-tra/{found.document.public_code}/",
        "sentence": sentence,
    }
    return render(request, _FOLDER + "show.html", context)


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """The paper itself, the facts beside it."""
    return _page(request, pk)


def _press(request: DeskRequest, pk: int, deed: Callable[..., object], done: str) -> HttpResponse:
    """One tap on the page of a paper."""

    def run() -> str:
        deed(pk, actor=request.actor, at=request.at)
        messages.success(request, done)
        return _address(pk)

    return attempt(run, again=lambda sentence: _page(request, pk, sentence))


@require_POST
def submit(request: DeskRequest, pk: int) -> HttpResponse:
    """To those who check and sign."""
    return _press(request, pk, actions.submit_document, "Đã trình văn bản.")


@require_POST
def pass_content(request: DeskRequest, pk: int) -> HttpResponse:
    """The content is right."""
    return _press(request, pk, actions.check_content_document, "Đã ghi nhận kiểm tra nội dung.")


@require_POST
def pass_form(request: DeskRequest, pk: int) -> HttpResponse:
    """The form is right."""
    return _press(request, pk, actions.check_form_document, "Đã ghi nhận kiểm tra thể thức.")


@require_POST
def sign(request: DeskRequest, pk: int, signature: int) -> HttpResponse:
    """It bears a signature."""

    def deed(document_id: int, *, actor: Any, at: datetime) -> None:
        actions.sign_document(document_id, signature_id=signature, actor=actor, at=at)

    return _press(request, pk, deed, "Đã ghi nhận chữ ký.")


@require_POST
def issue(request: DeskRequest, pk: int) -> HttpResponse:
    """The number is taken."""
    queries.document_to("issue", request.actor, pk, at=request.at)
    form = IssueForm(request.POST)

    def deed() -> str:
        document = actions.issue_document(pk, **form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, f"Đã ban hành {title_of(document)}. Hãy gửi tới nơi nhận và đính kèm bản ký.")
        return _address(pk)

    return attempt(deed, again=lambda sentence: _page(request, pk, sentence, issue_form=form), form=form)


@require_POST
def attach(request: DeskRequest, pk: int) -> HttpResponse:
    """The signed and sealed copy is kept."""
    queries.document_to("attach", request.actor, pk, at=request.at)
    form = SignedForm(request.POST, request.FILES)

    def deed() -> str:
        file = form.cleaned_data["file"]
        actions.attach_signed(pk, content=file.read(), name=file.name, actor=request.actor, at=request.at)
        messages.success(request, "Đã đính kèm bản có chữ ký.")
        return _address(pk)

    return attempt(deed, again=lambda sentence: _page(request, pk, sentence, signed_form=form), form=form)


@require_POST
def replace(request: DeskRequest, pk: int) -> HttpResponse:
    """A draft with the same words opens."""

    def deed() -> str:
        document = actions.draft_replacement(pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã tạo bản thảo thay thế. Văn bản cũ còn hiệu lực tới khi bản này ban hành.")
        return reverse("desk:documents:edit", args=[document.pk])

    return attempt(deed, again=lambda sentence: _page(request, pk, sentence))


@require_http_methods(["GET", "POST"])
def send_back(request: DeskRequest, pk: int) -> HttpResponse:
    """To the drafter, with a reason."""
    words = "Các bước kiểm tra và chữ ký đã ghi sẽ làm lại từ đầu."
    asked = ("return", "Trả lại người soạn", words, "Đã trả lại người soạn.")
    return _with_reason(request, pk, asked, actions.return_document)


@require_http_methods(["GET", "POST"])
def revoke(request: DeskRequest, pk: int) -> HttpResponse:
    """An issued paper is taken back, with a reason."""
    words = "Số đã cấp không dùng lại. Trang kiểm tra và các nơi đã nhận đều được báo là văn bản bị thu hồi."
    asked = ("revoke", "Thu hồi văn bản", words, "Đã thu hồi văn bản.")
    return _with_reason(request, pk, asked, actions.revoke_document)


@require_http_methods(["GET", "POST"])
def drop(request: DeskRequest, pk: int) -> HttpResponse:
    """A draft is put away."""
    document = queries.document_to("drop", request.actor, pk, at=request.at)

    def deed() -> str:
        actions.drop_document(pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã bỏ bản thảo.")
        return reverse("desk:documents:index")

    def again(sentence: str) -> HttpResponse:
        asked = Asked("Bỏ bản thảo", about=document.subject, deed="Bỏ bản thảo", back=_address(pk))
        return ask(request, asked, [Link("Văn bản", _address(pk))], None, sentence)

    return attempt(deed, again=again) if request.method == "POST" else again("")


def _with_reason(
    request: DeskRequest, pk: int, asked: tuple[str, str, str, str], verb: Callable[..., object]
) -> HttpResponse:
    """The page that asks why."""
    rule, title, words, done = asked
    document = queries.document_to(rule, request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None)

    def deed() -> str:
        verb(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, done)
        return _address(pk)

    def again(sentence: str) -> HttpResponse:
        page = Asked(title, about=title_of(document), deed=title, back=_address(pk), words=words)
        return ask(request, page, [Link("Văn bản", _address(pk))], form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def file(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """The paper as .docx, as .pdf (made when first asked for), or its signed copy."""
    if kind == "pdf" and queries.document_for(request.actor, pk).issued_at is not None:
        actions.render_document(pk, actor=request.actor, at=request.at)
    content, name, media_type = queries.document_file(request.actor, pk, kind, at=request.at)
    return as_attachment(content, name, media_type)
