"""Pages for what went wrong before a view was reached."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The form was too old or came from elsewhere."""
    sentence = "Mẫu này đã quá hạn hoặc được gửi từ nơi khác. Hãy quay lại, tải lại trang rồi gửi lần nữa."
    return render(request, "ui/error.html", {"status": 403, "sentence": sentence}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """No such address, or outside the person's area."""
    sentence = "Không có trang này trong phạm vi của bạn."
    return render(request, "ui/error.html", {"status": 404, "sentence": sentence}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Our own fault; what was typed is still in the browser."""
    sentence = "Hệ thống gặp lỗi. Điều bạn vừa nhập chưa được ghi; hãy quay lại và thử lần nữa sau ít phút."
    return render(request, "ui/error.html", {"status": 500, "sentence": sentence}, status=500)
