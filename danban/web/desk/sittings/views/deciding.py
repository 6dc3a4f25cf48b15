"""What is decided: targets, hands counted, officers chosen by them."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from danban.sittings import actions, queries
from danban.web.desk.conferences.agenda_forms import people_of
from danban.web.desk.sittings import pages
from danban.web.desk.sittings.forms import HandsForm, TargetForm
from danban.web.desk.sittings.views.answering import asked, pressed
from danban.web.ui.requests import DeskRequest

_BOTH = ("GET", "POST")
_KINDS = {"chu-toa": "chair", "thu-ky": "secretary", "tat-ca-chi-tieu": "block", "cu-dai-bieu": "delegates"}
_EFFECT = "Đồng ý + không đồng ý + ý kiến khác phải bằng số có mặt; lệch thì ghi vì sao."
_ON_ALL = (
    "Việc luật dành cho toàn thể các hộ được tính trên mọi hộ trong danh sách, không phải trên số có mặt. "
    "Chưa đủ tỷ lệ thì ghi nhận là lấy ý kiến và bàn tiếp ở nơi đã chọn."
)


@require_http_methods(_BOTH)
def count_hands(request: DeskRequest, pk: int) -> HttpResponse:
    """Of an item, of one target, of all targets; choosing chair, secretary or delegates."""
    queries.conference_to("record", request.actor, pk, at=request.at)
    found = queries.running(request.actor, pk, at=request.at)
    kind = _KINDS.get(request.GET.get("chon", ""), "")
    asked_for = request.GET.get("chi-tieu", "")
    target = next((one for one in found.record.targets if str(one.pk) == asked_for), None)
    form = HandsForm(
        request.POST or None, entries=pages.entries_of(found), targets=pages.targets_of(found),
        villages=pages.villages_of(found), kind=kind, initial=pages.first_hands(found, kind, target, None),
    )  # fmt: skip

    def deed() -> None:
        uuid, sheet, by = form.cleaned_data["uuid"], form.sheet(), request.actor
        if kind in ("chair", "secretary"):
            people = people_of(form.cleaned_data["people"])
            actions.choose_officers(pk, uuid=uuid, people=people, sheet=sheet, actor=by, at=request.at)
        elif kind == "block":
            actions.count_block(pk, uuid=uuid, sheet=sheet, actor=by, at=request.at)
        else:
            actions.count_hands(pk, uuid=uuid, sheet=sheet, actor=by, at=request.at)

    effect = _EFFECT if kind else f"{_EFFECT} {_ON_ALL}"
    return asked(request, pk, ("Đếm biểu quyết", "Ghi kết quả", effect), form, deed, "Đã ghi kết quả biểu quyết.")


@require_http_methods(_BOTH)
def correct_count(request: DeskRequest, pk: int, count: int) -> HttpResponse:
    """A count typed wrong."""
    queries.conference_to("record", request.actor, pk, at=request.at)
    found = queries.running(request.actor, pk, at=request.at)
    one = queries.count_for(request.actor, pk, count)
    form = HandsForm(
        request.POST or None, entries=pages.entries_of(found), targets=pages.targets_of(found),
        villages=pages.villages_of(found), initial=pages.first_hands(found, "", None, one),
    )  # fmt: skip

    def deed() -> None:
        sheet = form.sheet(chooses=one.chooses)
        actions.correct_count(one.pk, sheet=sheet, actor=request.actor, at=request.at)

    return asked(request, pk, ("Sửa số đếm", "Lưu số đã sửa", _EFFECT), form, deed, "Đã sửa số đếm.")


@require_http_methods(_BOTH)
def put_target(request: DeskRequest, pk: int) -> HttpResponse:
    """A new target."""
    queries.conference_to("target", request.actor, pk, at=request.at)
    form = TargetForm(request.POST or None)
    return asked(
        request, pk, ("Đưa chỉ tiêu ra hội nghị", "Thêm chỉ tiêu", ""), form,
        lambda: actions.put_target(pk, sheet=form.sheet(), actor=request.actor, at=request.at), "Đã thêm chỉ tiêu.",
    )  # fmt: skip


@require_http_methods(_BOTH)
def change_target(request: DeskRequest, pk: int, target: int) -> HttpResponse:
    """From the floor, before its vote."""
    queries.conference_to("target", request.actor, pk, at=request.at)
    one = queries.target_for(request.actor, pk, target)
    names = ("indicator", "value", "unit_label", "base", "denominator", "measure", "owner")
    form = TargetForm(request.POST or None, initial={name: getattr(one, name) for name in names})
    return asked(
        request, pk, ("Sửa chỉ tiêu", "Lưu", "Số đưa ra ban đầu vẫn được giữ bên cạnh."), form,
        lambda: actions.change_target(one.pk, sheet=form.sheet(), actor=request.actor, at=request.at),
        "Đã sửa chỉ tiêu.",
    )  # fmt: skip


@require_POST
def drop_target(request: DeskRequest, pk: int, target: int) -> HttpResponse:
    """Off the list."""
    one = queries.target_for(request.actor, pk, target)
    return pressed(
        request, pk, lambda: actions.drop_target(one.pk, actor=request.actor, at=request.at), "Đã bỏ chỉ tiêu."
    )
