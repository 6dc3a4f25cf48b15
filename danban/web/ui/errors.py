"""Pages for what went wrong before a view was reached."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from danban.web.ui.answers import error_page

_FAULT = "Điều bạn vừa nhập chưa được ghi. Hãy quay lại và thử lần nữa sau ít phút."


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The form was too old or came from elsewhere."""
    sentence = "Mẫu này đã quá hạn hoặc được gửi từ nơi khác. Hãy quay lại, tải lại trang rồi gửi lần nữa."
    return error_page(request, 403, sentence, title="Mẫu này không còn gửi được")


def not_allowed(request: HttpRequest) -> HttpResponse:
    """An address that only takes a form was opened, or the other way round."""
    sentence = "Việc này chỉ làm được bằng nút bấm trên trang. Hãy quay lại trang trước rồi bấm nút ở đó."
    return error_page(request, 405, sentence)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """No such address, or outside the person's area."""
    return error_page(request, 404, "Không có trang này trong phạm vi của bạn.")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """What came in is no request of ours, perhaps under a foreign host name. Drawn without the request."""
    sentence = "Máy chủ không hiểu yêu cầu vừa gửi. Hãy mở lại đúng địa chỉ của hệ thống rồi thử lại."
    return _bare_page(400, "Yêu cầu này không đọc được", "question-mark-circle", sentence)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Our own fault. Drawn without the request, since what failed may be the database or the session."""
    return _bare_page(500, "Hệ thống gặp lỗi", "wrench-screwdriver", _FAULT)


def _bare_page(status: int, title: str, icon_name: str, sentence: str) -> HttpResponse:
    facts = {
        "layout": "ui/plain.html", "status": status, "title": title, "icon_name": icon_name, "sentence": sentence,
        "home_href": "/", "sign_in_href": settings.LOGIN_URL, "is_demo": settings.DEMO,
    }  # fmt: skip
    return HttpResponse(render_to_string("ui/error.html", facts), status=status)
