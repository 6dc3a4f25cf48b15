"""Versions of an outline: write, publish, withdraw, compare, read aloud."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.kit.refusals import NotFound
from danban.kit.vietnamese import slug
from danban.library import actions, exports, queries
from danban.web.desk.library import pages
from danban.web.desk.library.addresses import crumbs, to
from danban.web.desk.library.forms.outlines import OutlineForm, OutlineListForm, WithdrawForm, WordsForm
from danban.web.desk.library.views.outlines import page_of
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/library/"


@require_safe
def index(request: DeskRequest, pk: int) -> HttpResponse:
    """All versions, and what a later one says differently."""
    asked = OutlineListForm(request.GET).asked()
    found = queries.versions_page(request.actor, pk, old=asked.get("cu"), new=asked.get("moi"), at=request.at)
    return render(request, _FOLDER + "versions.html", pages.versions(found))


@require_POST
def begin(request: DeskRequest, pk: int) -> HttpResponse:
    """The next version, filled in with the latest words."""

    def deed() -> str:
        version = actions.begin_version(pk, actor=request.actor, at=request.at)
        return to("edit_version", version.pk)

    return attempt(deed, again=lambda sentence: page_of(request, pk, number=None, sentence=sentence))


@require_http_methods(["GET", "POST"])
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """The words of a draft; of the first one also what it is about."""
    version = queries.version_to("edit", request.actor, pk, at=request.at)
    back = to("outline", version.outline_id, ban=version.number)
    initial, typed = WordsForm.initial_of(version), request.POST or None
    first = None
    if version.number == 1:
        levels = queries.levels_for(request.actor, request.today)
        first = OutlineForm(typed, levels=levels, initial=initial)
    form = first or WordsForm(typed, initial=initial)

    def deed() -> str:
        heading = first.heading() if first else None
        actions.edit_version(pk, words=form.words(), heading=heading, actor=request.actor, at=request.at)
        messages.success(request, "Đã lưu bản đang soạn. Đọc lại rồi đưa ra dùng.")
        return back

    def again(sentence: str) -> HttpResponse:
        title = f"Sửa bản {version.number}"
        way = {"crumbs": crumbs("index", Link(version.outline.title, back), Link(title)), "back": back}
        context = {"form": form, "sentence": sentence, "title": title, "deed": "Lưu bản đang soạn"}
        return render(request, _FOLDER + "version_form.html", context | way)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_POST
def publish(request: DeskRequest, pk: int) -> HttpResponse:
    """From now on everybody reads this one."""
    version = queries.version_to("read", request.actor, pk, at=request.at)

    def deed() -> str:
        actions.publish_version(pk, actor=request.actor, at=request.at)
        messages.success(request, f"Bản {version.number} đã đưa ra dùng: mọi đơn vị đọc, trình bày được.")
        return to("outline", version.outline_id)

    def again(sentence: str) -> HttpResponse:
        return page_of(request, version.outline_id, number=version.number, sentence=sentence)

    return attempt(deed, again=again)


@require_http_methods(["GET", "POST"])
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Out of use, with a reason everybody reads."""
    version = queries.version_to("withdraw", request.actor, pk, at=request.at)
    back = to("outline", version.outline_id, ban=version.number)
    form = WithdrawForm(request.POST or None)

    def deed() -> str:
        actions.withdraw_version(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã rút bản {version.number}.")
        return back

    def again(sentence: str) -> HttpResponse:
        asked = Asked(
            f"Rút bản {version.number}", about=version.outline.title, deed=f"Rút bản {version.number}", back=back,
            words="Bản đã rút không trình bày được nữa; bản đã đưa ra dùng trước đó, nếu có, được dùng lại.",
        )  # fmt: skip
        return ask(request, asked, crumbs("index", Link(version.outline.title, back)), form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def read_aloud(request: DeskRequest, pk: int) -> HttpResponse:
    """The words alone, large, to be read at a loudspeaker."""
    version = queries.version_to("read", request.actor, pk, at=request.at)
    context = {
        "version": version,
        "one": version.outline,
        "minutes": queries.minutes_of(version),
        "paragraphs": queries.paragraphs_of(version.text),
        "back": to("outline", version.outline_id, ban=version.number),
    }
    return render(request, _FOLDER + "read_aloud.html", context)


@require_safe
def script(request: DeskRequest, pk: int, ending: str) -> HttpResponse:
    """The words as a loudspeaker script, .docx or .pdf."""
    if ending not in exports.MEDIA_TYPES:
        raise NotFound
    version = queries.version_to("read", request.actor, pk, at=request.at)
    paper = exports.script_of(version, request.actor, on=request.today)
    content = exports.script_file(paper, ending, fonts=settings.PAPER_FONTS)
    answer = HttpResponse(content, content_type=exports.MEDIA_TYPES[ending])
    name = slug(version.outline.title)[:60].strip("-") or "de-cuong"
    answer["Content-Disposition"] = f'attachment; filename="bai-phat-thanh-{name}.{ending}"'
    return answer
