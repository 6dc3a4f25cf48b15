"""Units: the tree and its picker, editions of the structure, lists in and out."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from danban.documents import actions as documents
from danban.documents import queries as files
from danban.kit.refusals import BadInput
from danban.units import actions, exports, queries, rules
from danban.web.desk.units.forms import BrowseForm, DayForm, EditionForm, OpenForm, PickerForm, UploadForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/units/"
_ROWS_A_PAGE = 100


def _structure(tree_id: int | str) -> str:
    return f"{reverse('desk:units:structure')}?co_cau={tree_id}"


def _ask(request: DeskRequest, title: str, deed: str, form: BaseForm, sentence: str) -> HttpResponse:
    back = reverse("desk:units:structure")
    asked = Asked(title, about="", deed=deed, back=back, leave="Thôi, không ghi")
    return ask(request, asked, [Link("Cơ cấu đơn vị", back)], form, sentence)


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """My units: look one up, or walk down from the top."""
    found = queries.browse(request.actor, today=request.today, **BrowseForm(request.GET).asked())
    form = PickerForm(request.GET, levels=found.levels)
    return render(request, _FOLDER + "index.html", {"found": found, "hits": found.hits, "form": form})


@require_safe
def find(request: DeskRequest) -> HttpResponse:
    """What the picker finds while one types; a whole page for who comes without JavaScript."""
    if not request.htmx:
        return redirect(f"{reverse('desk:units:index')}?{request.GET.urlencode()}")
    found = queries.browse(request.actor, today=request.today, **BrowseForm(request.GET).asked())
    return render(request, _FOLDER + "parts/hits.html", {"found": found, "hits": found.hits})


@require_safe
def structure(request: DeskRequest) -> HttpResponse:
    """Editions of the structure, what one holds and what is wrong with it."""
    found = queries.structure(request.actor, at=request.at, tree_id=BrowseForm(request.GET).asked()["tree_id"])
    return render(request, _FOLDER + "structure.html", {"found": found})


@require_http_methods(["GET", "POST"])
def open_tree(request: DeskRequest) -> HttpResponse:
    """A new, empty edition."""
    rules.check_can_open(request.actor, at=request.at)
    form = OpenForm(request.POST or None)

    def deed() -> str:
        tree = actions.open_tree(**form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, f"Đã mở bản cơ cấu “{tree.name}”. Bước tiếp theo: nạp danh sách đơn vị.")
        return _structure(tree.pk)

    def again(sentence: str) -> HttpResponse:
        return _ask(request, "Mở bản cơ cấu mới", "Mở bản cơ cấu", form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def close_tree(request: DeskRequest, pk: int) -> HttpResponse:
    """The last day of an edition."""
    tree = queries.edition_to_keep(request.actor, pk)
    form = DayForm(
        request.POST or None, label="Ngày cuối cùng có hiệu lực",
        help_text="Cơ quan của những đơn vị không còn trong bản nào sau đó cũng kết thúc ngày này.",
    )  # fmt: skip

    def deed() -> str:
        on: date = form.cleaned_data["on"]
        ended = actions.close_tree(pk, on=on, actor=request.actor, at=request.at)
        messages.success(
            request, f"Bản cơ cấu “{tree.name}” hết hiệu lực sau ngày {on:%d/%m/%Y}; {ended} cơ quan kết thúc."
        )
        return _structure(pk)

    def again(sentence: str) -> HttpResponse:
        return _ask(request, f"Kết thúc “{tree.name}”", "Kết thúc hiệu lực", form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def establish_bodies(request: DeskRequest, pk: int) -> HttpResponse:
    """The bodies every unit has by the scheme, made where they are missing."""
    tree = queries.edition_to_keep(request.actor, pk)
    form = DayForm(
        request.POST or None, label="Hoạt động từ ngày", initial={"on": tree.starts_on},
        help_text="Chỉ lập những cơ quan còn thiếu theo mô hình tổ chức; cơ quan đang có giữ nguyên.",
    )  # fmt: skip

    def deed() -> str:
        made = actions.establish_bodies(pk, on=form.cleaned_data["on"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã lập {made} cơ quan, tổ chức.")
        return _structure(pk)

    def again(sentence: str) -> HttpResponse:
        return _ask(request, f"Lập cơ quan cho “{tree.name}”", "Lập cơ quan", form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def upload(request: DeskRequest) -> HttpResponse:
    """Choose a table; it is kept, and the next page shows what it would change."""
    trees = queries.list_importable(request.actor, at=request.at)
    form = UploadForm(
        request.POST or None, request.FILES or None, trees=trees, initial={"co_cau": request.GET.get("co_cau")}
    )

    def deed() -> str:
        file = form.cleaned_data["tep"]
        kept = documents.keep_file(file.read(), name=file.name, media_type=file.content_type or "", at=request.at)
        return f"{reverse('desk:units:plan_import', args=[kept.sha256])}?co_cau={form.cleaned_data['co_cau']}"

    def again(sentence: str) -> HttpResponse:
        return render(request, _FOLDER + "import.html", {"form": form, "sentence": sentence, "trees": trees})

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def import_units(request: DeskRequest, digest: str) -> HttpResponse:
    """Every bad row of a kept table, or what it would change and the button that does it."""
    trees = queries.list_importable(request.actor, at=request.at)
    form = EditionForm(request.POST if request.method == "POST" else request.GET, trees=trees)
    if not form.is_valid():
        raise BadInput("Hãy chọn một bản cơ cấu còn hiệu lực rồi tải tệp lên lại.")
    tree_id, content = form.cleaned_data["co_cau"], files.content_of(digest)

    def deed() -> str:
        report = actions.import_units(content, tree_id=tree_id, actor=request.actor, at=request.at)
        messages.success(
            request, f"Đã nạp {report.new} đơn vị mới, {report.changed} thay đổi; {report.unchanged} giữ nguyên."
        )
        return _structure(tree_id)

    def again(sentence: str) -> HttpResponse:
        plan = queries.plan_import_for(request.actor, content, tree_id=tree_id, at=request.at)
        return render(request, _FOLDER + "plan.html", _plan(request, plan, sentence=sentence, digest=digest))

    return attempt(deed, again=again) if request.method == "POST" else again("")


def _plan(request: DeskRequest, plan: queries.ImportPlan, *, sentence: str, digest: str) -> dict[str, Any]:
    rows = plan.problems or plan.changes()
    return {
        "plan": plan,
        "file": files.file_by(digest),
        "sentence": sentence,
        "page": Paginator(rows, _ROWS_A_PAGE).get_page(request.GET.get("trang")),
    }


@require_safe
def export(request: DeskRequest) -> HttpResponse:
    """My area of an edition, or one place of it and below, as a table that can be brought in again."""
    asked = BrowseForm(request.GET).asked()
    tree = queries.tree_by(asked["tree_id"]) if asked["tree_id"] else queries.tree_in_force(request.today)
    kind: exports.Format = "csv" if request.GET.get("dang") == "csv" else "xlsx"
    content = exports.export_units(request.actor, tree.pk, at=request.at, under=asked["place_id"], kind=kind)
    answer = HttpResponse(content, content_type=exports.MEDIA_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="don-vi-{request.today:%Y%m%d}.{kind}"'
    return answer
