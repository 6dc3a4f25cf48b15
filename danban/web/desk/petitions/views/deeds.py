"""Deeds of one petition that ask a question first: where to, why, how content."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from danban.kit.refusals import Refused
from danban.petitions import actions, queries
from danban.petitions.rules import TURNING
from danban.web.desk.petitions import pages
from danban.web.desk.petitions.addresses import to
from danban.web.desk.petitions.forms import (
    ConfirmForm,
    ForwardForm,
    PublishForm,
    ReasonForm,
    SplitForm,
    TurnAwayForm,
)
from danban.web.ui.answers import attempt, refusal_page
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.petitions.models import Petition

_Deed = Callable[["Petition", dict[str, Any]], str]


def _asked(
    request: DeskRequest, one: Petition, form: forms.Form, asked: tuple[str, str, str], deed: _Deed
) -> HttpResponse:  # fmt: skip
    """Ask on a page of its own, then do; ``asked`` is the title, the button, what happens afterwards."""
    title, button, words = asked
    page = Asked(title, about=one.title, deed=button, back=to("show", one.pk), words=words)

    def done() -> str:
        messages.success(request, deed(one, form.cleaned_data))
        return to("show", one.pk)

    def again(sentence: str) -> HttpResponse:
        return ask(request, page, [Link("Kiến nghị", to("index")), Link(one.code, to("show", one.pk))], form, sentence)

    return attempt(done, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def forward(request: DeskRequest, pk: int) -> HttpResponse:
    """To another body."""
    one = queries.petition_to("forward", request.actor, pk, at=request.at)
    options = queries.answer_options(one, today=request.today)
    form = ForwardForm(request.POST or None, bodies=pages.bodies(options.bodies))

    def deed(_one: Petition, told: dict[str, Any]) -> str:
        moved = actions.forward_petition(
            pk, body_id=int(told["body"]), reason=told["reason"], actor=request.actor, at=request.at
        )
        return f"Đã chuyển {moved.body}. Hạn trả lời: hết {pages.due_words(moved)}."

    words = "Thời hạn tính lại từ hôm nay; đường đi giữ nguyên cả nơi trước."
    return _asked(request, one, form, ("Chuyển tiếp", "Chuyển tiếp", words), deed)


_REASONED: dict[str, tuple[Any, str, str, str, str, str]] = {
    "return": (
        actions.return_petition, "Trả lại cho Mặt trận", "Vì sao trả lại?", "Trả lại",
        "Mặt trận nơi bà con kiến nghị sẽ tìm đúng nơi có thẩm quyền.", "Đã trả lại cho Mặt trận.",
    ),
    "dispute": (
        actions.dispute_petition, "Bà con chưa đồng ý", "Bà con nói gì?", "Gửi lại nơi trả lời",
        "Câu trả lời trước vẫn giữ trên hồ sơ; thời hạn tính lại từ hôm nay.", "Đã gửi lại nơi trả lời.",
    ),
    "reopen": (
        actions.reopen_petition, "Mở lại kiến nghị", "Vì sao mở lại?", "Mở lại",
        "Kiến nghị trở lại nơi đã trả lời; thời hạn tính lại từ hôm nay.", "Đã mở lại.",
    ),
    "restore": (
        actions.restore_petition, "Đưa trở lại danh sách kiến nghị", "Vì sao?", "Đưa trở lại",
        "Kiến nghị nằm lại ở bàn phân loại.", "Đã đưa trở lại bàn phân loại.",
    ),
    "unmerge": (
        actions.unmerge_petition, "Tách lại", "Vì sao tách lại?", "Tách lại",
        "Kiến nghị được theo dõi riêng, nằm lại ở bàn phân loại.", "Đã tách lại.",
    ),
    "pause": (
        actions.pause_petition, "Tạm dừng thời hạn", "Vì sao phải chờ?", "Tạm dừng",
        "Bà con đọc được lý do. Những ngày tạm dừng không tính vào thời hạn.", "Đã tạm dừng thời hạn.",
    ),
}  # fmt: skip


def _reasoned(request: DeskRequest, pk: int, verb: str) -> HttpResponse:
    """A deed that needs a reason and nothing else."""
    act, title, label, button, words, after = _REASONED[verb]
    one = queries.petition_to(verb, request.actor, pk, at=request.at)

    def deed(_one: Petition, told: dict[str, Any]) -> str:
        act(pk, reason=told["reason"], actor=request.actor, at=request.at)
        return after

    return _asked(request, one, ReasonForm(request.POST or None, label=label), (title, button, words), deed)


@require_http_methods(["GET", "POST"])
def give_back(request: DeskRequest, pk: int) -> HttpResponse:
    """Back to the Front."""
    return _reasoned(request, pk, "return")


@require_http_methods(["GET", "POST"])
def dispute(request: DeskRequest, pk: int) -> HttpResponse:
    """Those who asked do not accept the answer."""
    return _reasoned(request, pk, "dispute")


@require_http_methods(["GET", "POST"])
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """It came back."""
    return _reasoned(request, pk, "reopen")


@require_http_methods(["GET", "POST"])
def restore(request: DeskRequest, pk: int) -> HttpResponse:
    """A petition after all."""
    return _reasoned(request, pk, "restore")


@require_http_methods(["GET", "POST"])
def unmerge(request: DeskRequest, pk: int) -> HttpResponse:
    """Two after all."""
    return _reasoned(request, pk, "unmerge")


@require_http_methods(["GET", "POST"])
def pause(request: DeskRequest, pk: int) -> HttpResponse:
    """The clock stops."""
    return _reasoned(request, pk, "pause")


@require_http_methods(["GET", "POST"])
def turn_away(request: DeskRequest, pk: int) -> HttpResponse:
    """A complaint or denunciation."""
    one = queries.petition_to("turn_away", request.actor, pk, at=request.at)
    form = TurnAwayForm(
        request.POST or None, label="Nói thêm với bà con", help_text="Ví dụ: nơi nhận đơn, giờ tiếp công dân."
    )

    def deed(_one: Petition, told: dict[str, Any]) -> str:
        actions.turn_away_petition(
            pk, procedure=told["procedure"], reason=told["reason"], actor=request.actor, at=request.at
        )
        return "Đã hướng dẫn theo thủ tục riêng."

    words = " ".join(TURNING.values())
    return _asked(request, one, form, ("Hướng dẫn theo thủ tục riêng", "Hướng dẫn bà con", words), deed)


@require_http_methods(["GET", "POST"])
def split(request: DeskRequest, pk: int) -> HttpResponse:
    """Several requests in one sentence."""
    one = queries.petition_to("split", request.actor, pk, at=request.at)
    form = SplitForm(request.POST or None, initial={"parts": one.text})

    def deed(_one: Petition, told: dict[str, Any]) -> str:
        parts = actions.split_petition(pk, parts=told["parts"].splitlines(), actor=request.actor, at=request.at)
        return f"Đã tách thành {len(parts)} kiến nghị, chờ phân loại."

    return _asked(
        request, one, form, ("Tách kiến nghị", "Tách", "Mỗi phần đi đường riêng và được trả lời riêng."), deed
    )


@require_POST
def merge(request: DeskRequest, pk: int) -> HttpResponse:
    """The same voice entered twice, into the petition chosen."""
    text = request.POST.get("vao", "")
    into = int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0
    return _pressed(
        request, into or pk,
        lambda: actions.merge_petition(pk, into_id=into, actor=request.actor, at=request.at),
        "Đã nhập vào kiến nghị này.",
    )  # fmt: skip


@require_POST
def leave_group(request: DeskRequest, pk: int) -> HttpResponse:
    """Out of its group."""
    return _pressed(
        request, pk, lambda: actions.leave_group(pk, actor=request.actor, at=request.at), "Đã đưa ra khỏi nhóm."
    )


@require_POST
def resume(request: DeskRequest, pk: int) -> HttpResponse:
    """The clock runs again."""
    return _pressed(
        request, pk, lambda: actions.resume_petition(pk, actor=request.actor, at=request.at), "Thời hạn được tính tiếp."
    )


def _pressed(request: DeskRequest, pk: int, deed: Callable[[], object], words: str) -> HttpResponse:
    """A deed that asks nothing; refused, it says why on a page of its own."""

    def done() -> str:
        deed()
        messages.success(request, words)
        return to("show", pk)

    return attempt(done, again=lambda sentence: refusal_page(request, Refused(sentence)))


@require_http_methods(["GET", "POST"])
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    """Those who asked say that the answer stands."""
    one = queries.petition_to("confirm", request.actor, pk, at=request.at)
    form = ConfirmForm(request.POST or None)

    def deed(_one: Petition, told: dict[str, Any]) -> str:
        how = int(told["satisfaction"]) if told["satisfaction"] else None
        actions.confirm_petition(pk, satisfaction=how, words=told["words"], actor=request.actor, at=request.at)
        return "Đã ghi: bà con xác nhận."

    words = "Nếu bà con chưa đồng ý, quay lại và chọn “Bà con chưa đồng ý”."
    return _asked(request, one, form, ("Bà con xác nhận", "Ghi xác nhận", words), deed)


@require_http_methods(["GET", "POST"])
def publish(request: DeskRequest, pk: int) -> HttpResponse:
    """What strangers may read."""
    one = queries.petition_to("publish", request.actor, pk, at=request.at)
    form = PublishForm(request.POST or None, initial={"public_text": one.public_text or one.text})

    def deed(_one: Petition, told: dict[str, Any]) -> str:
        done = actions.publish_petition(pk, public_text=told["public_text"], actor=request.actor, at=request.at)
        return "Đã lưu phần công khai." if done.public_text else "Kiến nghị này không công khai."

    return _asked(request, one, form, ("Phần công khai", "Lưu phần công khai", ""), deed)
