"""Pages for what went wrong before a view was reached."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from danban.web.ui.answers import error_page

_FAULT = "Điều bạn vừa nhập chưa được ghi. Hãy quay lại và thử lần nữa sau ít phút."


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The form was too old or came from elsewhere."""
    sentence = "Mẫu này đã quá hạn hoặc được gửi từ nơi khác. Hãy quay lại, tải lại trang rồi gửi lần nữa."
    return error_page(request, 403, sentence)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """No such address, or outside the person's area."""
    return error_page(request, 404, "Không có trang này trong phạm vi của bạn.")


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Our own fault. Drawn without the request, since what failed may be the database or the session."""
    facts = {
        "layout": "ui/plain.html", "status": 500, "title": "Hệ thống gặp lỗi", "icon_name": "wrench-screwdriver",
        "sentence": _FAULT, "home_href": "/", "is_demo": settings.DEMO,
    }  # fmt: skip
    return HttpResponse(render_to_string("ui/error.html", facts), status=500)
