"""The list of delegates of a conference: structure, people, who is elected further up."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.conferences.queries import conference_for
from danban.delegates import actions, queries, rules
from danban.web.desk.conferences.heads import head
from danban.web.desk.delegates import pages
from danban.web.desk.delegates.forms import ElectForm, ListForm, PersonForm, StructureForm
from danban.web.desk.delegates.pages import to
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.requests import DeskRequest

FOLDER = "desk/delegates/"
_BOTH = ("GET", "POST")


def show_index(request: DeskRequest, pk: int, sentence: str = "", *, person: PersonForm | None = None) -> HttpResponse:
    """The page, with a refusal on top where there was one and what was typed still there."""
    found = queries.delegates_page(request.actor, pk, **ListForm(request.GET).asked(), at=request.at)
    shown = {
        **pages.index(found),
        "head": head(request.actor, found.conference, "desk:delegates:index"),
        "person_form": person or PersonForm(),
        "sentence": sentence,
    }
    return render(request, FOLDER + "index.html", shown)


@require_safe
def index(request: DeskRequest, pk: int) -> HttpResponse:
    """Structure beside who is named, coming and came; the people."""
    return show_index(request, pk)


@require_http_methods(_BOTH)
def structure(request: DeskRequest, pk: int) -> HttpResponse:
    """How many of each group; begins with what conferences of this level usually are."""
    one = conference_for(request.actor, pk)
    rules.check_can_name(request.actor, one, at=request.at)
    now = queries.quotas_of(one)
    form = StructureForm(request.POST or None, planned=now)

    def go() -> str:
        planned = actions.set_structure(pk, quotas=form.quotas(), actor=request.actor, at=request.at)
        messages.success(request, f"Đã lưu cơ cấu {planned} đại biểu. Hai bên cần thống nhất lại nếu có thay đổi.")
        return to("index", pk)

    def again(sentence: str) -> HttpResponse:
        words = "Các số điền sẵn là cơ cấu thường gặp, hãy sửa theo địa bàn. Để trống hoặc 0 là không có."
        return _ask(request, pk, "Cơ cấu đại biểu", words, form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")


def _ask(request: DeskRequest, pk: int, title: str, words: str, form: BaseForm, sentence: str = "") -> HttpResponse:
    one = conference_for(request.actor, pk)
    asked = Asked(title, about=one.placement.name, deed="Lưu", back=to("index", pk), words=words)
    return ask(request, asked, pages.about(one), form, sentence)


def _do(request: DeskRequest, pk: int, deed: Callable[[], str]) -> HttpResponse:
    def go() -> str:
        messages.success(request, deed())
        return to("index", pk)

    return attempt(go, again=lambda sentence: show_index(request, pk, sentence))


@require_POST
def agree(request: DeskRequest, pk: int) -> HttpResponse:
    """One of the two heads agrees to the structure."""

    def deed() -> str:
        actions.agree_structure(pk, actor=request.actor, at=request.at)
        return "Đã thống nhất cơ cấu đại biểu."

    return _do(request, pk, deed)


@require_POST
def name(request: DeskRequest, pk: int) -> HttpResponse:
    """One person, in one line."""
    form = PersonForm(request.POST)

    def go() -> str:
        actions.name_delegate(pk, sheet=form.sheet(), actor=request.actor, at=request.at)
        messages.success(request, f"Đã thêm {form.cleaned_data['full_name']}.")
        return to("index", pk) + "#them"

    return attempt(go, again=lambda sentence: show_index(request, pk, sentence, person=form), form=form)


@require_POST
def households(request: DeskRequest, pk: int) -> HttpResponse:
    """One a household, from the roll."""

    def deed() -> str:
        count = actions.name_household_representatives(pk, actor=request.actor, at=request.at)
        return f"Đã thêm chủ hộ của {count} hộ. Hộ nào cử người khác thì sửa khi họ trả lời giấy mời."

    return _do(request, pk, deed)


@require_POST
def drop(request: DeskRequest, delegate: int) -> HttpResponse:
    """Off the list."""
    found = queries.delegate_for(request.actor, delegate)

    def deed() -> str:
        actions.drop_delegate(delegate, actor=request.actor, at=request.at)
        return f"Đã rút {found.full_name} khỏi danh sách."

    return _do(request, found.conference_id, deed)


@require_http_methods(_BOTH)
def elect(request: DeskRequest, pk: int) -> HttpResponse:
    """The village sends people to the commune's conference."""
    one = conference_for(request.actor, pk)
    rules.check_can_elect(request.actor, one, at=request.at)
    form = ElectForm(request.POST or None)
    quota = queries.quota_of_village(one)

    def go() -> str:
        chosen = actions.elect_delegates(pk, sheets=form.sheets(), actor=request.actor, at=request.at)
        over = quota is not None and queries.elected_by(one) > quota
        messages.success(request, f"Đã cử {len(chosen)} người dự hội nghị cấp xã.")
        if over:
            messages.warning(request, f"Số người được cử đã vượt số {quota} người cấp xã phân bổ.")
        return to("index", pk)

    def again(sentence: str) -> HttpResponse:
        told = "Cấp xã chưa phân bổ số người." if quota is None else f"Cấp xã phân bổ {quota} người."
        words = f"{told} Đã cử {queries.elected_by(one)} người."
        return _ask(request, pk, "Cử đại biểu dự hội nghị cấp xã", words, form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")
