"""Come in by a printed card: its secret once, a PIN of one's own, and from then on this device and the PIN."""

import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from danban.accounts import actions, queries, rules
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.web.desk.accounts import gate
from danban.web.desk.accounts.card_devices import keep_card, kept_cards
from danban.web.desk.accounts.card_forms import CardCodeForm, NewPinForm, PinForm
from danban.web.ui import throttle
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.accounts.models import SignInCard

_TO_OPEN = "card_to_open"
_MINUTES_TO_OPEN = 30
_TRYING = throttle.Limit("card", 20, 60, "Đã gõ sai quá nhiều lần. Hãy đợi {minutes} phút rồi thử lại.")
_UNKNOWN = "Không có thẻ nào mang mã này. Hãy xem lại từng nhóm chữ số trên thẻ rồi gõ lại."
_NO_DEVICE = "Máy này chưa gắn với thẻ đó. Hãy soi mã QR hoặc gõ mã trên thẻ."


@login_not_required
@never_cache
@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
def card(request: DeskRequest) -> HttpResponse:
    """A device that knows its card asks for the PIN alone; any other asks for the card."""
    kept = kept_cards(request)
    if request.method == "GET":
        return _front(request, kept, chosen=request.GET.get("the", ""))
    form = PinForm(request.POST)

    def again(sentence: str) -> HttpResponse:
        return _front(request, kept, chosen=request.POST.get("the", ""), form=form, sentence=sentence)

    def deed() -> str:
        return _let_in_by_pin(request, kept, form.cleaned_data["the"], form.cleaned_data["pin"])

    answer = attempt(deed, again=again, form=form)
    if answer.status_code == 302:
        keep_card(answer, form.cleaned_data["the"], kept[form.cleaned_data["the"]])
    return answer


def _let_in_by_pin(request: DeskRequest, kept: dict[int, str], pk: int, pin: str) -> str:
    tried = throttle.begin(f"pin:{pk}", throttle.address_of(request), _TRYING)
    known = next((one for one in queries.cards_of_device(kept.items()) if one.pk == pk), None)
    if known is None:
        raise NotYours(_NO_DEVICE)
    holder = queries.actor_for(known.appointment)
    result = actions.enter_by_card(pk, device=kept[pk], pin=pin, actor=holder, at=request.at)
    if not result.is_right:
        raise _wrong_pin(result, request)
    tried.forgive()
    return _let_in(request, result.card)


def _wrong_pin(result: actions.CardTry, request: DeskRequest) -> NotNow | BadInput:
    if result.left == 0:
        return NotNow(rules.locked_sentence(result.card, at=request.at))
    sentence = f"Mã PIN chưa đúng. Còn {result.left} lần thử trước khi thẻ tự khóa."
    return BadInput(sentence, {"pin": sentence})


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@require_POST
def find_card(request: DeskRequest) -> HttpResponse:
    """The code of a card, scanned or typed: to the choice of a PIN, or to the PIN where this device knows the card."""
    kept = kept_cards(request)
    form = CardCodeForm(request.POST)

    def again(sentence: str) -> HttpResponse:
        return _front(request, {}, code_form=form if form.errors else None, sentence=sentence)

    def deed() -> str:
        tried = throttle.begin("code", throttle.address_of(request), _TRYING)
        found = queries.card_by_secret(form.cleaned_data["code"])
        if found is None:
            raise BadInput(_UNKNOWN, {"code": _UNKNOWN})
        tried.forgive()
        if any(known.pk == found.pk for known in queries.cards_of_device(kept.items())):
            return f"{reverse('desk:accounts:card')}?the={found.pk}"
        rules.check_can_open_card(queries.actor_for(found.appointment), found, at=request.at)
        request.session[_TO_OPEN] = [found.pk, time.time()]
        return reverse("desk:accounts:open_card")

    return attempt(deed, again=again, form=form)


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def open_card(request: DeskRequest) -> HttpResponse:
    """First use: choose a PIN; this device becomes the card's."""
    pk, since = request.session.get(_TO_OPEN, (0, 0.0))
    found = queries.card_to_open(pk, at=request.at) if time.time() - since < _MINUTES_TO_OPEN * 60 else None
    if found is None:
        return redirect("desk:accounts:card")
    form = NewPinForm(request.POST if request.method == "POST" else None)
    opened: list[actions.OpenedCard] = []

    def again(sentence: str) -> HttpResponse:
        return render(request, "desk/accounts/open_card.html", {"form": form, "sentence": sentence, "card": found})

    def deed() -> str:
        holder = queries.actor_for(found.appointment)
        opened.append(actions.open_card(found.pk, pin=form.cleaned_data["pin"], actor=holder, at=request.at))
        del request.session[_TO_OPEN]
        return _let_in(request, opened[0].card)

    if request.method == "GET":
        return again("")
    answer = attempt(deed, again=again, form=form)
    for one in opened:
        keep_card(answer, one.card.pk, one.device)
    return answer


def _let_in(request: DeskRequest, known: "SignInCard") -> str:
    office = known.appointment
    return gate.let_in(
        request, office.account, means=gate.CARD, way_on=settings.LOGIN_REDIRECT_URL, office_id=office.pk,
        card_id=known.pk,
    )  # fmt: skip


def _front(
    request: DeskRequest,
    kept: dict[int, str],
    *,
    chosen: str = "",
    form: PinForm | None = None,
    code_form: CardCodeForm | None = None,
    sentence: str = "",
) -> HttpResponse:
    """The page of a card: whose it is and the PIN, or the code."""
    cards = queries.cards_of_device(kept.items())
    known = next((one for one in cards if str(one.pk) == chosen), cards[0] if len(cards) == 1 else None)
    page = {
        "cards": cards,
        "card": known,
        "locked": rules.locked_sentence(known, at=request.at) if known and rules.is_locked(known) else "",
        "form": form or (PinForm(initial={"the": known.pk}) if known else None),
        "code_form": code_form or CardCodeForm(),
        "sentence": sentence,
    }
    return render(request, "desk/accounts/card.html", page)
