"""How pages answer: one helper for deeds, one page for refusals. Views contain no ``try``."""

from collections.abc import Callable

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours, Refused

_TITLES = {
    403: ("Việc này không thuộc vị trí của bạn", "lock-closed"),
    404: ("Không tìm thấy trang này", "map"),
    405: ("Địa chỉ này không mở thẳng được", "hand-raised"),
    409: ("Lúc này chưa làm được", "hand-raised"),
    422: ("Thông tin chưa dùng được", "document-magnifying-glass"),
}
_STATUS: dict[type[Refused], int] = {NotFound: 404, NotYours: 403, NotNow: 409, BadInput: 422}


def status_of(refusal: Refused) -> int:
    """The HTTP status of a refusal."""
    return _STATUS.get(type(refusal), 409)


def error_page(request: HttpRequest, status: int, sentence: str, *, title: str = "") -> HttpResponse:
    """A whole page for what cannot be done: inside the shell for an official, on a bare page for anybody else.

    ``title`` replaces the usual heading of the status.
    """
    usual, icon_name = _TITLES.get(status, _TITLES[409])
    title = title or usual
    layout = "ui/base.html" if getattr(request, "office", None) else "ui/plain.html"
    facts = {"layout": layout, "status": status, "title": title, "icon_name": icon_name, "sentence": sentence}
    return render(request, "ui/error.html", facts, status=status)


def refusal_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """A whole page that says no in one sentence and offers a way on."""
    return error_page(request, status_of(refusal), refusal.sentence)


def attempt(
    deed: Callable[[], str],
    *,
    again: Callable[[str], HttpResponse],
    form: BaseForm | None = None,
) -> HttpResponse:
    """Do a deed that returns the address to go to; if it is refused show the form again, still filled.

    ``again`` renders the same page with the sentence on top; its status becomes that of the refusal.
    Problems named by field are put on ``form``.
    """
    return attempt_to_show(lambda: redirect(deed()), again=again, form=form)


def attempt_to_show(
    look: Callable[[], HttpResponse],
    *,
    again: Callable[[str], HttpResponse],
    form: BaseForm | None = None,
) -> HttpResponse:
    """The same for a question, whose answer is a page at once: nothing was done that could be done twice."""
    if form is not None and not form.is_valid():
        answer = again("Có chỗ chưa đúng trong mẫu. Hãy xem các dòng được đánh dấu bên dưới.")
        answer.status_code = 422
        return answer
    try:
        return look()
    except NotFound:
        raise
    except Refused as refusal:
        if form is not None and isinstance(refusal, BadInput):
            for name, sentence in refusal.problems.items():
                form.add_error(name if name in form.fields else None, sentence)
        answer = again(refusal.sentence)
        answer.status_code = status_of(refusal)
        return answer
