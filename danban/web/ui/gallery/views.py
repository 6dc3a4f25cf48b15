"""Show the kit."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danban.kit.refusals import NotFound
from danban.web.ui.answers import error_page
from danban.web.ui.errors import server_error
from danban.web.ui.gallery import examples

_SENTENCES = {
    403: "Chỉ Ban Phong trào của Thành phố phát hành được kế hoạch. Hãy đổi sang vị trí đó hoặc báo người phụ trách.",
    404: "Không tìm thấy nội dung này trong phạm vi của bạn.",
    409: "Năm 2022 đã khép lại nên không sửa được nữa. Nếu cần, hãy đề nghị Thành phố mở lại và ghi rõ lý do.",
    422: "Tệp này là ảnh quét, không có chữ để đọc. Hãy tải lên bản .docx hoặc .pdf có chữ.",
}


@login_not_required
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Every component in all its states."""
    return render(request, "ui/gallery/show.html", examples.page(request.GET))


@login_not_required
@require_safe
def show_plain(request: HttpRequest) -> HttpResponse:
    """The bare layout, as sign-in and public pages use it."""
    return render(request, "ui/gallery/plain.html", {"form": examples.SignInForm()})


@login_not_required
@require_safe
def show_refusal(request: HttpRequest, status: int) -> HttpResponse:
    """A refusal as a person meets it; it is shown, not meant, so it answers 200."""
    if status not in {*_SENTENCES, 500}:
        raise NotFound
    answer = server_error(request) if status == 500 else error_page(request, status, _SENTENCES[status])
    answer.status_code = 200
    return answer
