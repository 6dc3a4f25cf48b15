"""Those sent to conferences: of one conference, who goes where, my own days; areas and inspections."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.conferences.queries import has_year
from danban.envoys import actions, queries
from danban.envoys.exports import days_ics
from danban.envoys.rules import CHECKS
from danban.envoys.states import ENVOY, EnvoyStatus
from danban.web.desk.conferences.heads import head
from danban.web.desk.conferences.pages import tabs
from danban.web.desk.envoys.forms import ChargeForm, EnvoyForm, NoteForm, ReasonForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link, Pill, PillKind
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.envoys.models import Envoy

FOLDER = "desk/envoys/"
HERE = "desk:envoys:of_conference"
_BOTH = ("GET", "POST")
_KINDS: dict[str, PillKind] = {
    EnvoyStatus.PROPOSED: "soon", EnvoyStatus.APPROVED: "info", EnvoyStatus.ATTENDED: "done",
    EnvoyStatus.ABSENT: "late", EnvoyStatus.DECLINED: "quiet", EnvoyStatus.WITHDRAWN: "quiet",
}  # fmt: skip


def to(name: str, *args: int) -> str:
    """An address of this room."""
    return reverse(f"desk:envoys:{name}", args=args)


def _pill(envoy: "Envoy") -> Pill:
    return Pill(_KINDS[envoy.status], ENVOY.label(envoy.status))


def _show(request: DeskRequest, pk: int, sentence: str = "", form: EnvoyForm | None = None) -> HttpResponse:
    found = queries.envoys_page(request.actor, pk, at=request.at)
    offices = [(one.pk, f"{one.account.full_name}, {one.title}") for one in found.offices]
    notes = [(note, [(CHECKS[code], ok) for code, ok in note.checks.items() if ok is not None]) for note in found.notes]
    shown = {
        "found": found, "one": found.conference, "lines": [(line, _pill(line.envoy)) for line in found.lines],
        "form": form or EnvoyForm(offices=offices), "notes": notes, "sentence": sentence,
        "head": head(request.actor, found.conference, HERE),
    }  # fmt: skip
    return render(request, FOLDER + "of_conference.html", shown)


@require_safe
def of_conference(request: DeskRequest, pk: int) -> HttpResponse:
    """Who of the units above attends this conference."""
    return _show(request, pk)


@require_POST
def propose(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody of the own unit is to attend."""
    found = queries.envoys_to_propose(request.actor, pk, at=request.at)
    form = EnvoyForm(request.POST, offices=[(one.pk, str(one.pk)) for one in found.offices])

    def go() -> str:
        actions.propose_envoy(pk, sheet=form.sheet(), actor=request.actor, at=request.at)
        messages.success(request, "Đã đề xuất. Duyệt để người ấy nhận lịch.")
        return to("of_conference", pk)

    return attempt(go, again=lambda sentence: _show(request, pk, sentence, form), form=form)


def _do(request: DeskRequest, pk: int, deed: Callable[[], object], done: str) -> HttpResponse:
    def go() -> str:
        deed()
        messages.success(request, done)
        return to("of_conference", pk)

    return attempt(go, again=lambda sentence: _show(request, pk, sentence))


@require_POST
def approve(request: DeskRequest, envoy: int) -> HttpResponse:
    """They go."""
    one = queries.envoy_for(request.actor, envoy)
    return _do(
        request, one.conference_id, lambda: actions.approve_envoy(envoy, actor=request.actor, at=request.at),
        f"Đã duyệt {one.full_name}.",
    )  # fmt: skip


@require_POST
def confirm(request: DeskRequest, envoy: int) -> HttpResponse:
    """They were there."""
    one = queries.envoy_for(request.actor, envoy)
    return _do(
        request, one.conference_id,
        lambda: actions.confirm_presence_of_envoy(envoy, actor=request.actor, at=request.at),
        f"Đã xác nhận {one.full_name} có dự.",
    )  # fmt: skip


def _reasoned(
    request: DeskRequest, envoy: int, verb: str, title: str, deed: Callable[..., object]
) -> HttpResponse:  # fmt: skip
    one = queries.envoy_to(verb, request.actor, envoy, at=request.at)
    form = ReasonForm(request.POST or None)
    return _asked(
        request, one.conference_id, (title, f"{one.full_name} · {one.conference.placement.name}"), form,
        lambda: deed(envoy, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at),
    )  # fmt: skip


def _asked(
    request: DeskRequest, pk: int, words: tuple[str, str], form: BaseForm, deed: Callable[[], object]
) -> HttpResponse:  # fmt: skip
    title, about = words

    def go() -> str:
        deed()
        messages.success(request, f"{title}: đã ghi.")
        return to("of_conference", pk)

    def again(sentence: str) -> HttpResponse:
        asked = Asked(title, about=about, deed="Lưu", back=to("of_conference", pk))
        return ask(request, asked, [Link("Lãnh đạo dự", to("of_conference", pk))], form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(_BOTH)
def decline(request: DeskRequest, envoy: int) -> HttpResponse:
    """They do not go."""
    return _reasoned(request, envoy, "decline", "Không duyệt", actions.decline_envoy)


@require_http_methods(_BOTH)
def withdraw(request: DeskRequest, envoy: int) -> HttpResponse:
    """They were to go and do not any more."""
    return _reasoned(request, envoy, "withdraw", "Rút người dự", actions.withdraw_envoy)


@require_http_methods(_BOTH)
def miss(request: DeskRequest, envoy: int) -> HttpResponse:
    """They were not there."""
    return _reasoned(request, envoy, "absent", "Ghi vắng", actions.record_absence_of_envoy)


@require_http_methods(_BOTH)
def note(request: DeskRequest, pk: int) -> HttpResponse:
    """What was found there."""
    one = queries.conference_to_note(request.actor, pk, at=request.at)
    form = NoteForm(request.POST or None, initial={"noted_on": request.today})
    return _asked(
        request, pk, ("Ghi kết quả kiểm tra", one.placement.name), form,
        lambda: actions.note_inspection(
            one.campaign_id, placement_id=one.placement_id, sheet=form.sheet(pk), actor=request.actor, at=request.at
        ),
    )  # fmt: skip


def _rota(request: DeskRequest, sentence: str = "", form: ChargeForm | None = None) -> HttpResponse:
    found = queries.rota(request.actor)
    shown: dict[str, Any] = {
        "found": found, "place": found.year.own, "lines": [(one, _pill(one)) for one in found.envoys],
        "form": form or ChargeForm(areas=[(one.pk, one.name) for one in found.uncharged]), "sentence": sentence,
        "tabs": tabs("envoys", may_propose=request.actor.may("conference:arrange")),
    }  # fmt: skip
    return render(request, FOLDER + "rota.html", shown)


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """Who of the own unit goes where; what nobody attends; pilots; who is in charge of which area."""
    return _rota(request) if has_year(request.actor) else render(request, "desk/conferences/no_year.html")


@require_POST
def charge(request: DeskRequest) -> HttpResponse:
    """Somebody is put in charge of an area."""
    found = queries.rota_to_charge(request.actor)
    form = ChargeForm(request.POST, areas=[(one.pk, one.name) for one in found.uncharged])

    def go() -> str:
        actions.charge_area(found.year.campaign.pk, **form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, "Đã phân công.")
        return to("index") + "#dia-ban"

    return attempt(go, again=lambda sentence: _rota(request, sentence, form), form=form)


@require_POST
def end_charge(request: DeskRequest, charge: int) -> HttpResponse:
    """They are in charge no more."""
    queries.charge_for(request.actor, charge)

    def go() -> str:
        actions.end_area_charge(charge, actor=request.actor, at=request.at)
        return to("index") + "#dia-ban"

    return attempt(go, again=lambda sentence: _rota(request, sentence))


@require_safe
def mine(request: DeskRequest) -> HttpResponse:
    """The conferences I am to attend."""
    days = [(one, _pill(one)) for one in queries.own_days(request.actor)]
    return render(request, FOLDER + "mine.html", {"days": days})


@require_safe
def calendar(request: DeskRequest) -> HttpResponse:
    """The same for a calendar program."""
    answer = HttpResponse(
        days_ics(queries.own_days(request.actor), at=request.at), content_type="text/calendar; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="lich-du-hoi-nghi.ics"'
    return answer
