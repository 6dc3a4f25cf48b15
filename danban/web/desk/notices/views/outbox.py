"""What leaves the installation, how it stands, and how it looks; in a demonstration the screen that keeps it all."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from danban.notices import actions, queries
from danban.web.desk.notices import pages
from danban.web.desk.notices.forms import OutboxForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


@require_safe
def outbox(request: DeskRequest) -> HttpResponse:
    """The latest first, by state, way and topic."""
    form = OutboxForm(request.GET)
    wanted = form.wanted()
    found = queries.outbox_page(request.actor, wanted, number=form.number, at=request.at)

    def narrowed(status: str) -> str:
        query = {"tinh_trang": status, "cach": wanted.channel, "ve": wanted.topic}
        kept = {key: value for key, value in query.items() if value}
        return f"{reverse('desk:notices:outbox')}{'?' if kept else ''}{urlencode(kept)}"

    return render(request, "desk/notices/outbox.html", pages.outbox(found, narrowed))


@require_safe
def sent(request: DeskRequest, pk: int) -> HttpResponse:
    """One notice."""
    return _page(request, pk)


def _page(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    found = queries.sent_page(request.actor, pk, at=request.at)
    context = {**pages.sent(found, settings.PUBLIC_URL), "sentence": sentence}
    return render(request, "desk/notices/sent.html", context)


@require_http_methods(["POST"])
def retry(request: DeskRequest, pk: int) -> HttpResponse:
    """Try again with the next round."""

    def deed() -> str:
        actions.retry_notice(pk, actor=request.actor, at=request.at)
        messages.success(request, "Tin sẽ được gửi lại trong lượt tới, chậm nhất một phút nữa.")
        return reverse("desk:notices:sent", args=[pk])

    return attempt(deed, again=lambda sentence: _page(request, pk, sentence))


@require_http_methods(["GET", "POST"])
def cancel(request: DeskRequest, pk: int) -> HttpResponse:
    """Stop what has not left."""
    notice = queries.notice_to("cancel", request.actor, pk, at=request.at)
    back = reverse("desk:notices:sent", args=[pk])

    def deed() -> str:
        actions.cancel_notice(pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã hủy. Tin vẫn còn trong hộp tin của người nhận.")
        return back

    def again(sentence: str) -> HttpResponse:
        asked = Asked(
            "Hủy gửi tin", notice.subject, "Hủy gửi tin", back, leave="Thôi, không hủy",
            words="Tin không được gửi qua cách này nữa. Trong hộp tin của người nhận thì vẫn còn.",
        )  # fmt: skip
        return ask(request, asked, [Link("Tin đã gửi", reverse("desk:notices:outbox"))], None, sentence)

    return attempt(deed, again=again) if request.method == "POST" else again("")
