"""Tables of people: bring one in with a look before, take one out, an empty one to fill in."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from danban.accounts import actions, exports, queries, rules
from danban.documents import actions as documents
from danban.documents import queries as files
from danban.web.desk.accounts.table_forms import PeopleTableForm
from danban.web.ui.answers import attempt
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_ROWS_A_PAGE = 100
_COLUMNS = (
    ("Họ tên", "Họ và tên đầy đủ"),
    ("E-mail, Điện thoại", "Cần ít nhất một; dùng để đăng nhập và để nhận ra người đã có trong danh sách"),
    ("Vai trò", "Tên vai trò như trong tệp xuất, ví dụ: Trưởng ban công tác Mặt trận"),
    ("Mã đơn vị", "Mã của một đơn vị bên dưới, để dạng văn bản để giữ số 0 ở đầu: 00001"),
    ("Cơ quan", "Có thể bỏ trống; tên cơ quan, tổ chức của đơn vị đó"),
    ("Chức danh", "Có thể bỏ trống: khi đó ghép từ vai trò và tên đơn vị"),
    ("Từ ngày, Đến ngày", "Ngày dạng 10/02/2023; ngày kết thúc có thể bỏ trống"),
)


def _crumbs(*steps: Link) -> list[Link]:
    return [Link("Người và vị trí", reverse("desk:accounts:people")), *steps]


@require_http_methods(["GET", "POST"])
def upload_people(request: DeskRequest) -> HttpResponse:
    """Choose a table; it is kept, and the next page shows what it would do."""
    rules.check_can_import_people(request.actor, at=request.at)
    form = PeopleTableForm(request.POST or None, request.FILES or None)

    def deed() -> str:
        file = form.cleaned_data["tep"]
        kept = documents.keep_file(file.read(), name=file.name, media_type=file.content_type or "", at=request.at)
        return reverse("desk:accounts:import_people", args=[kept.sha256])

    def again(sentence: str) -> HttpResponse:
        page = {"form": form, "sentence": sentence, "columns": _COLUMNS, "crumbs": _crumbs(Link("Nạp từ tệp"))}
        return render(request, "desk/accounts/upload_people.html", page)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def import_people(request: DeskRequest, digest: str) -> HttpResponse:
    """Every bad row of a kept table, or what it would do and the button that does it."""
    rules.check_can_import_people(request.actor, at=request.at)
    content = files.content_of(digest)

    def deed() -> str:
        report = actions.import_people(content, actor=request.actor, at=request.at)
        messages.success(
            request, f"Đã thêm {report.people} người, giao {report.offices} vị trí; {report.unchanged} dòng giữ nguyên."
        )
        return reverse("desk:accounts:people")

    def again(sentence: str) -> HttpResponse:
        plan = queries.plan_people(request.actor, content, at=request.at)
        return render(request, "desk/accounts/import_people.html", _shown(request, plan, digest, sentence))

    return attempt(deed, again=again) if request.method == "POST" else again("")


def _shown(request: DeskRequest, plan: queries.PeoplePlan, digest: str, sentence: str) -> dict[str, Any]:
    upload = Link("Nạp từ tệp", reverse("desk:accounts:upload_people"))
    return {
        "plan": plan,
        "file": files.file_by(digest),
        "sentence": sentence,
        "page": Paginator(plan.problems or plan.to_give, _ROWS_A_PAGE).get_page(request.GET.get("trang")),
        "crumbs": _crumbs(upload, Link("Xem trước")),
    }


@require_safe
def export_people(request: DeskRequest) -> HttpResponse:
    """My people as a table that can be brought in again; ``mau``: an empty one to fill in."""
    if request.GET.get("dang") == "mau":
        return _download(exports.people_template(request.actor, at=request.at), "mau-danh-sach-nguoi.xlsx", "xlsx")
    kind: exports.Format = "csv" if request.GET.get("dang") == "csv" else "xlsx"
    content = exports.export_people(request.actor, at=request.at, kind=kind)
    return _download(content, f"nguoi-va-vi-tri-{request.today:%Y%m%d}.{kind}", kind)


def _download(content: bytes, name: str, kind: exports.Format) -> HttpResponse:
    answer = HttpResponse(content, content_type=exports.MEDIA_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
