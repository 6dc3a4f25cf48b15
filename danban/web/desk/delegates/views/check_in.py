"""The secretary checks people in: list, walk-ins, phones, counts without names, sheets for paper."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition, require_http_methods, require_POST, require_safe

from danban.delegates import actions, queries, rules
from danban.delegates.rules import Presence
from danban.kit.refusals import NotNow
from danban.web.desk.conferences.heads import head
from danban.web.desk.delegates import check_in_pages as pages
from danban.web.desk.delegates.check_in_forms import AskedForm, DeviceForm, TallyForm, TickForm, WalkInForm
from danban.web.ui import qr
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

_FOLDER = "desk/delegates/"
_HERE = "desk:delegates:check_in"


@require_safe
def check_in(request: DeskRequest, pk: int) -> HttpResponse:
    """Who is in, who is not yet."""
    return _page(request, pk)


def _page(
    request: DeskRequest, pk: int, sentence: str = "", *, walk_in: WalkInForm | None = None,
    device: DeviceForm | None = None,
) -> HttpResponse:  # fmt: skip
    found = queries.check_in_page(request.actor, pk, at=request.at, **AskedForm(request.GET).asked())
    context = {
        "head": head(request.actor, found.conference, _HERE), "sentence": sentence,
        "walk_in": walk_in or WalkInForm(villages=found.villages), "device_form": device or DeviceForm(),
    }  # fmt: skip
    return render(request, _FOLDER + "check_in.html", context | pages.check_in(found))


def _mark(request: DeskRequest, pk: int) -> str:
    queries.conference_to_check_in(request.actor, pk)
    return f'"{queries.presence_mark(pk)}"'


@require_safe
@condition(etag_func=_mark)
def counts(request: DeskRequest, pk: int) -> HttpResponse:
    """The counts alone, asked for again and again by an open page; unchanged, nothing is sent."""
    answer = render(request, _FOLDER + "parts/counts.html", pages.counts(queries.presence_of(pk)))
    patch_cache_control(answer, private=True, no_cache=True)
    return answer


def _done(request: DeskRequest, pk: int, deed: Callable[[], str], **forms: Any) -> HttpResponse:
    def go() -> str:
        messages.success(request, deed())
        asked = AskedForm(request.GET).asked()
        return pages.to("check_in", pk, q=asked["words"], loc=asked["shown"])

    form = next(iter(forms.values()), None)
    return attempt(go, again=lambda sentence: _page(request, pk, sentence, **forms), form=form)


def _written(request: DeskRequest, pk: int, presence: Presence) -> str:
    done = actions.check_in([presence], conference_id=pk, actor=request.actor, at=request.at)
    if done.refused:
        raise NotNow(done.refused[0].sentence)
    return "Đã ghi có mặt." if done.written else "Người này đã được ghi trước đó."


@require_POST
def tick(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody of the lists."""
    form = TickForm(request.POST)
    form.is_valid()
    return _done(request, pk, lambda: _written(request, pk, form.presence()))


@require_POST
def walk_in(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody not named."""
    queries.conference_to_check_in(request.actor, pk)
    form = WalkInForm(request.POST, villages=queries.villages_of(pk))
    return _done(request, pk, lambda: _written(request, pk, form.presence()), walk_in=form)


@require_POST
def take_back(request: DeskRequest, pk: int, presence: int) -> HttpResponse:
    """Ticked by mistake."""

    def deed() -> str:
        actions.take_back_presence(presence, conference_id=pk, actor=request.actor, at=request.at)
        return "Đã rút lại lượt điểm danh."

    return _done(request, pk, deed)


@require_POST
def add_device(request: DeskRequest, pk: int) -> HttpResponse:
    """One more phone; its page shows what to scan."""
    form = DeviceForm(request.POST)

    def go() -> str:
        label = form.cleaned_data["label"]
        made = actions.issue_device(pk, label=label, actor=request.actor, at=request.at)
        return pages.to("device", pk, made.pk)

    return attempt(go, again=lambda sentence: _page(request, pk, sentence, device=form), form=form)


@require_safe
def device(request: DeskRequest, pk: int, device: int) -> HttpResponse:
    """What a phone scans to be let in, shown to whoever holds the conference."""
    found = queries.device_for(request.actor, pk, device)
    origin = settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
    href = f"{origin}{reverse('meeting:checkin:page')}#{rules.device_token(found)}"
    is_open = found.revoked_at is None and request.at < found.expires_at
    context = {
        "head": head(request.actor, found.conference, _HERE), "device": found, "is_open": is_open, "href": href,
        "drawing": qr.draw(href, label="Mã mở trang điểm danh trên máy này") if is_open else "",
    }  # fmt: skip
    return render(request, _FOLDER + "device.html", context)


@require_POST
def revoke_device(request: DeskRequest, pk: int, device: int) -> HttpResponse:
    """A phone is shut out."""

    def deed() -> str:
        actions.revoke_device(device, conference_id=pk, actor=request.actor, at=request.at)
        return "Đã ngừng máy này. Những lượt đã ghi vẫn giữ nguyên."

    return _done(request, pk, deed)


@require_http_methods(["GET", "POST"])
def tallies(request: DeskRequest, pk: int) -> HttpResponse:
    """Women, age bands: counted, not named."""
    conference = queries.conference_to_check_in(request.actor, pk)
    form = TallyForm(request.POST or None, tallies=queries.tallies_of(pk))

    def go() -> str:
        actions.set_tallies(pk, tallies=form.lines(), actor=request.actor, at=request.at)
        messages.success(request, "Đã ghi số lượng.")
        return pages.to("check_in", pk)

    def again(sentence: str) -> HttpResponse:
        context = {"head": head(request.actor, conference, _HERE), "form": form, "sentence": sentence}
        return render(request, _FOLDER + "tallies.html", context)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")


@require_safe
def sheet(request: DeskRequest, pk: int) -> HttpResponse:
    """A list for paper: before, to sign; after, who came."""
    found = queries.sheet_of(request.actor, pk)
    is_after = request.GET.get("ca") == "sau"
    context = {"head": head(request.actor, found.conference, _HERE)} | pages.sheet(found, is_after=is_after)
    return render(request, _FOLDER + "sheet.html", context)
