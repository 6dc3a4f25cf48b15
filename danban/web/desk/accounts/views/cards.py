"""Sign-in cards of villages: who has one, give and print them, take one back."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.accounts import actions, queries, rules
from danban.accounts.roles import ROLES
from danban.kit.refusals import NotFound
from danban.web.desk.accounts.card_forms import IssueForm, RevokeForm
from danban.web.ui import qr
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_PEOPLE = "Người và vị trí"
_CARDS = "Thẻ đăng nhập"


def _crumbs(*steps: Link) -> list[Link]:
    return [Link(_PEOPLE, reverse("desk:accounts:people")), *steps]


def _list_of(unit_id: int) -> str:
    return f"{reverse('desk:accounts:cards')}?don_vi={unit_id}"


@require_safe
def cards(request: DeskRequest) -> HttpResponse:
    """Who of the villages of a commune has a card; who stands above communes chooses one first."""
    unit_id = _unit_asked(request)
    if unit_id is None:
        return _choose_commune(request)
    return _show(request, queries.cards_page(request.actor, unit_id, at=request.at), {})


def _unit_asked(request: DeskRequest) -> int | None:
    """The unit of the address; the own one for an office right above villages; None: choose."""
    text = request.GET.get("don_vi", "")
    if text.isdecimal() and len(text) < 18:
        return int(text)
    role = ROLES.get(request.actor.role)
    return request.actor.unit_id if role and role.level in {"commune", "village"} else None


def _choose_commune(request: DeskRequest) -> HttpResponse:
    rules.check_gives_cards(request.actor, at=request.at)
    text = request.GET.get("q", "")[:120]
    found = queries.places_to_appoint(request.actor, text, at=request.at)
    page = {"found": found, "text": text, "page_title": _CARDS, "crumbs": _crumbs(Link(_CARDS))}
    return render(request, "desk/accounts/choose_unit.html", page)


def _show(request: DeskRequest, shown: queries.CardsPage, page: dict[str, Any]) -> HttpResponse:
    given = {"shown": shown, "crumbs": _crumbs(Link(_CARDS)), "form": None, "sentence": "", **page}
    return render(request, "desk/accounts/cards.html", given)


@never_cache
@require_POST
def issue_cards(request: DeskRequest) -> HttpResponse:
    """Give cards and show the sheet to print: the secrets stand on this answer alone and are kept nowhere."""
    unit_id = _unit_asked(request)
    if unit_id is None:
        raise NotFound("Không tìm thấy đơn vị này trong phạm vi của bạn.")
    shown = queries.cards_page(request.actor, unit_id, at=request.at)
    chosen = request.POST.getlist("vi_tri")
    if "chua_co" in request.POST:
        chosen = [str(row.office.appointment_id) for row in shown.without]
    offered = [row.office.appointment_id for row in shown.rows if row.may_issue]
    form = IssueForm({"vi_tri": chosen}, offered=offered)
    if not form.is_valid():
        answer = _show(request, shown, {"sentence": form.errors["vi_tri"][0]})
        answer.status_code = 422
        return answer
    printed = actions.issue_cards(form.cleaned_data["vi_tri"], actor=request.actor, at=request.at)
    address = _public_root(request) + reverse("desk:accounts:card")
    page = {
        "cards": [
            (one, rules.grouped(one.secret), qr.draw(f"{address}#{one.secret}", label=f"Mã QR của {one.full_name}"))
            for one in printed
        ],
        "address": address.partition("://")[2],
        "shown": shown,
        "crumbs": _crumbs(Link(_CARDS, _list_of(unit_id)), Link("Tờ in thẻ")),
    }
    return render(request, "desk/accounts/card_sheet.html", page)


def _public_root(request: DeskRequest) -> str:
    """Where people open our pages; where nobody has set it, or in a demonstration, as this request came in."""
    is_set = not settings.DEMO and urlsplit(settings.PUBLIC_URL).hostname not in {"127.0.0.1", "localhost", None}
    return settings.PUBLIC_URL if is_set else request.build_absolute_uri("/").rstrip("/")


@require_http_methods(["GET", "POST"])
def revoke_card(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a card back: it opens nothing any more."""
    card = queries.card_to_revoke(request.actor, pk, at=request.at)
    form = RevokeForm(request.POST if request.method == "POST" else None)
    name, unit_id = card.appointment.account.full_name, queries.unit_above(card, at=request.at)
    back = _list_of(unit_id) if unit_id else reverse("desk:accounts:cards")

    def deed() -> str:
        actions.revoke_card(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã thu hồi thẻ của {name}. Ai đang vào bằng thẻ này bị đăng xuất ngay.")
        return back

    def again(sentence: str) -> HttpResponse:
        asked = Asked(
            "Thu hồi thẻ", f"{name} · {card.appointment.title}", "Thu hồi thẻ", back, leave="Thôi, không thu hồi",
            words="Thẻ và máy đang gắn với thẻ không vào được nữa. Muốn dùng lại phải cấp thẻ mới.",
        )  # fmt: skip
        return ask(request, asked, _crumbs(Link(_CARDS, back)), form, sentence)

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")
