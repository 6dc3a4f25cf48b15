"""People and offices of my area: list, one person, enter, appoint, end, lock out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.accounts import actions, queries
from danban.accounts.actions import Office
from danban.kit.vietnamese import day
from danban.web.desk.accounts.first_passwords import first_password
from danban.web.desk.accounts.forms import EndForm, OfficeForm, PeopleFilterForm, PersonForm
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest


def _crumbs(*steps: Link) -> list[Link]:
    return [Link("Người và vị trí", reverse("desk:accounts:people")), *steps]


def _to(pk: int, name: str) -> Link:
    return Link(name, reverse("desk:accounts:person", args=[pk]))


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 18 else None


@require_safe
def people(request: DeskRequest) -> HttpResponse:
    """Who holds which office in my area."""
    typed = request.GET
    wanted = queries.PeopleFilter(
        text=typed.get("q", ""),
        role=typed.get("vai_tro", ""),
        unit=typed.get("don_vi", ""),
        unit_id=_number(typed.get("ma_don_vi")),
        ended=typed.get("tinh_trang") == "da-thoi",
    )
    page = queries.people_page(request.actor, wanted, number=_number(typed.get("trang")) or 1, today=request.today)
    form = PeopleFilterForm(typed, roles=page.roles)
    return render(request, "desk/accounts/people.html", {"shown": page, "form": form, "is_narrowed": bool(typed)})


@require_safe
def person(request: DeskRequest, pk: int) -> HttpResponse:
    """One person: how to reach them, which offices they hold and held."""
    page = queries.person_page(request.actor, pk, at=request.at)
    crumbs = _crumbs(Link(page.full_name))
    return render(request, "desk/accounts/person.html", {"shown": page, "crumbs": crumbs})


def _choose_unit(request: DeskRequest, title: str, *above: Link) -> HttpResponse:
    text = request.GET.get("q", "")[:120]
    found = queries.places_to_appoint(request.actor, text, at=request.at)
    page = {"found": found, "text": text, "page_title": title, "crumbs": _crumbs(*above, Link("Chọn đơn vị"))}
    return render(request, "desk/accounts/choose_unit.html", page)


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def enter(request: DeskRequest) -> HttpResponse:
    """A new person with a first office: choose the unit, then fill in the rest."""
    unit_id = _number(request.GET.get("don_vi"))
    if unit_id is None:
        return _choose_unit(request, "Thêm người")
    shown = queries.office_choices(request.actor, unit_id, at=request.at)
    form = PersonForm(
        request.POST if request.method == "POST" else None, roles=shown.roles, bodies=shown.bodies,
        initial={"starts_on": request.today, "password": first_password()},
    )  # fmt: skip

    def again(sentence: str) -> HttpResponse:
        page = {"form": form, "sentence": sentence, "place": shown.place_name, "person": None}
        page["crumbs"] = _crumbs(Link("Thêm người"))
        return render(request, "desk/accounts/office.html", page)

    def deed() -> str:
        typed = dict(form.cleaned_data)
        who = {name: typed.pop(name) for name in ("full_name", "email", "phone", "password")}
        account = actions.enter_account(
            **who, office=Office(unit_id=unit_id, **typed), actor=request.actor, at=request.at
        )
        messages.success(request, f"Đã thêm {account.full_name}. Hãy trao mật khẩu ban đầu tận tay người này.")
        return reverse("desk:accounts:person", args=[account.pk])

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def appoint(request: DeskRequest, pk: int) -> HttpResponse:
    """One more office for a person: choose the unit, then the role and the term."""
    account = queries.account_to_appoint(request.actor, pk, at=request.at)
    unit_id = _number(request.GET.get("don_vi"))
    if unit_id is None:
        return _choose_unit(request, f"Giao vị trí cho {account.full_name}", _to(pk, account.full_name))
    shown = queries.office_choices(request.actor, unit_id, at=request.at)
    form = OfficeForm(
        request.POST if request.method == "POST" else None, roles=shown.roles, bodies=shown.bodies,
        initial={"starts_on": request.today},
    )  # fmt: skip

    def again(sentence: str) -> HttpResponse:
        page = {"form": form, "sentence": sentence, "place": shown.place_name, "person": account}
        page["crumbs"] = _crumbs(_to(pk, account.full_name), Link("Giao vị trí"))
        return render(request, "desk/accounts/office.html", page)

    def deed() -> str:
        actions.appoint_account(pk, unit_id=unit_id, **form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, f"Đã giao vị trí cho {account.full_name}.")
        return reverse("desk:accounts:person", args=[pk])

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(["GET", "POST"])
def end(request: DeskRequest, pk: int) -> HttpResponse:
    """Let an office end on a day."""
    appointment = queries.appointment_to_end(request.actor, pk, at=request.at)
    form = EndForm(request.POST if request.method == "POST" else None, initial={"ends_on": request.today})

    def again(sentence: str) -> HttpResponse:
        held = f"{appointment.account.full_name} · {appointment.title} · {appointment.unit.name}"
        asked = Asked(
            "Thôi giữ vị trí", f"{held}, từ {day(appointment.starts_on)}", "Ghi ngày thôi giữ vị trí",
            reverse("desk:accounts:person", args=[appointment.account_id]), leave="Thôi, không ghi",
        )  # fmt: skip
        crumbs = _crumbs(_to(appointment.account_id, appointment.account.full_name))
        return ask(request, asked, crumbs, form, sentence)

    def deed() -> str:
        actions.end_appointment(pk, ends_on=form.cleaned_data["ends_on"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã ghi ngày thôi giữ vị trí của {appointment.account.full_name}.")
        return reverse("desk:accounts:person", args=[appointment.account_id])

    return attempt(deed, again=again, form=form) if request.method == "POST" else again("")


@require_POST
def deactivate(request: DeskRequest, pk: int) -> HttpResponse:
    """Lock a person out at once."""
    account = actions.deactivate_account(pk, actor=request.actor, at=request.at)
    messages.success(request, f"Đã khóa tài khoản của {account.full_name}. Người này bị đăng xuất ngay.")
    return redirect("desk:accounts:person", pk=pk)


@require_POST
def reactivate(request: DeskRequest, pk: int) -> HttpResponse:
    """Let a locked person in again."""
    account = actions.reactivate_account(pk, actor=request.actor, at=request.at)
    messages.success(request, f"Đã mở lại tài khoản của {account.full_name}.")
    return redirect("desk:accounts:person", pk=pk)
