"""Deeds with one conference: propose, schedule, announce, move, postpone, give up, excuse, pilot, together, apart."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from danban.conferences import actions, queries, rules
from danban.conferences.states import ConferenceStatus
from danban.envoys.actions import with_envoys
from danban.web.desk.conferences.forms import JoinForm, MoveForm, ReasonForm, ScheduleForm, TimingForm
from danban.web.desk.conferences.pages import to
from danban.web.desk.conferences.views.reading import show_page
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_BOTH = ("GET", "POST")


def _timing_form(request: DeskRequest, pk: int, kind: type[TimingForm], *, wished: bool = False) -> TimingForm:
    """A form filled with where the conference stands, or with the wish of its village."""
    one = queries.conference_for(request.actor, pk)
    window = rules.window_of(one)
    wish = {"day": one.proposed_day, "session": one.proposed_session, "hall_id": one.proposed_hall_id}
    now = {"day": one.day, "session": one.session, "hall_id": one.hall_id, "starts": rules.start_of(one.starts_at)}
    usual = {"session": "eve"} if one.placement.depth else {}
    filled = wish if one.proposed_day and (wished or one.day is None) else now
    halls = [
        (hall.pk, f"{hall.name} ({hall.seats} chỗ)" if hall.seats else hall.name) for hall in queries.halls_for(one)
    ]
    return kind(
        request.POST or None, halls=halls, days=queries.days_of(window, request.today),
        initial=usual | {name: value for name, value in filled.items() if value} | {"is_fixed": True},
    )  # fmt: skip


def _asked(
    request: DeskRequest, pk: int, form: Form, words: tuple[str, str, str, str], deed: Callable[[], object]
) -> HttpResponse:
    """Ask with ``words`` (verb, title, what happens, what is said when it is done), then do the deed."""
    verb, title, effect, done = words
    one = queries.conference_to(verb, request.actor, pk, at=request.at)

    def go() -> str:
        with_envoys(deed, [pk], actor=request.actor, at=request.at)
        messages.success(request, done)
        return to("show", pk)

    def again(sentence: str) -> HttpResponse:
        asked = Asked(title, about=one.placement.name, deed=title, back=to("show", pk), words=effect)
        crumbs = [Link("Hội nghị", to("board")), Link(one.placement.name, to("show", pk))]
        return ask(request, asked, crumbs, form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")


@require_http_methods(_BOTH)
def propose(request: DeskRequest, pk: int) -> HttpResponse:
    """A head of a village says when."""
    form = _timing_form(request, pk, TimingForm, wished=True)
    del form.fields["starts"]
    words = ("propose", "Đề xuất ngày họp", "Cấp xã xem đề xuất rồi quyết định ngày họp.", "Đã gửi đề xuất tới cấp xã.")

    def deed() -> object:
        return actions.propose_date(pk, timing=form.timing(), actor=request.actor, at=request.at)

    return _asked(request, pk, form, words, deed)


@require_http_methods(_BOTH)
def schedule(request: DeskRequest, pk: int) -> HttpResponse:
    """The commune sets the day."""
    form = _timing_form(request, pk, ScheduleForm)
    words = ("schedule", "Xếp lịch", "Hai trưởng của thôn, tổ dân phố được báo ngay.", "Đã xếp lịch.")

    def deed() -> object:
        fixed = form.cleaned_data["is_fixed"]
        return actions.schedule_conference(
            pk, timing=form.timing(), is_fixed=fixed, actor=request.actor, at=request.at
        )  # fmt: skip

    return _asked(request, pk, form, words, deed)


@require_http_methods(_BOTH)
def move(request: DeskRequest, pk: int) -> HttpResponse:
    """Another day for what was announced."""
    form = _timing_form(request, pk, MoveForm)
    words = (
        "move",
        "Đổi lịch",
        "Hội nghị đã thông báo: lịch mới và lý do được báo gấp.",
        "Đã đổi lịch và báo các nơi.",
    )

    def deed() -> object:
        reason = form.cleaned_data["reason"]
        return actions.move_conference(pk, timing=form.timing(), reason=reason, actor=request.actor, at=request.at)

    return _asked(request, pk, form, words, deed)


@require_http_methods(_BOTH)
def postpone(request: DeskRequest, pk: int) -> HttpResponse:
    """No day for now."""
    form = ReasonForm(request.POST or None, label="Lý do hoãn")
    words = (
        "postpone",
        "Hoãn hội nghị",
        "Ngày đã xếp được bỏ; đơn vị vẫn phải họp trong đợt.",
        "Đã hoãn và báo các nơi.",
    )

    def deed() -> object:
        reason = form.cleaned_data["reason"]
        return actions.postpone_conference(pk, reason=reason, actor=request.actor, at=request.at)

    return _asked(request, pk, form, words, deed)


@require_http_methods(_BOTH)
def give_up(request: DeskRequest, pk: int) -> HttpResponse:
    """Not held."""
    form = ReasonForm(request.POST or None, label="Nguyên nhân")
    effect = "Hội nghị được ghi là không tổ chức và tính muộn, cho đến khi cấp trên chấp nhận lý do."
    words = ("give_up", "Ghi nhận không tổ chức", effect, "Đã ghi nhận.")

    def deed() -> object:
        cause = form.cleaned_data["reason"]
        return actions.give_up_conference(pk, cause=cause, actor=request.actor, at=request.at)

    return _asked(request, pk, form, words, deed)


@require_http_methods(_BOTH)
def excuse(request: DeskRequest, pk: int) -> HttpResponse:
    """The unit above accepts the cause, of a conference not held or held late."""
    form = ReasonForm(request.POST or None, label="Ý kiến")
    is_held = queries.conference_for(request.actor, pk).status == ConferenceStatus.HELD
    words = (
        "excuse_late" if is_held else "excuse",
        "Chấp nhận lý do",
        "Đơn vị không còn bị tính muộn vì hội nghị này.",
        "Đã chấp nhận và báo đơn vị.",
    )

    def deed() -> object:
        reason = form.cleaned_data["reason"]
        excuse = actions.excuse_late_conference if is_held else actions.excuse_conference
        return excuse(pk, reason=reason, actor=request.actor, at=request.at)

    return _asked(request, pk, form, words, deed)


def _pressed(request: DeskRequest, pk: int, done: str, deed: Callable[[], object]) -> HttpResponse:
    def go() -> str:
        with_envoys(deed, [pk], actor=request.actor, at=request.at)
        messages.success(request, done)
        return to("show", pk)

    return attempt(go, again=lambda sentence: show_page(request, pk, sentence))


@require_POST
def unschedule(request: DeskRequest, pk: int) -> HttpResponse:
    """The day is taken back."""
    return _pressed(
        request, pk, "Đã bỏ lịch.", lambda: actions.unschedule_conference(pk, actor=request.actor, at=request.at)
    )


@require_POST
def announce(request: DeskRequest, pk: int) -> HttpResponse:
    """People are told."""
    return _pressed(
        request, pk, "Đã thông báo hội nghị.",
        lambda: actions.announce_conference(pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_POST
def choose_pilot(request: DeskRequest, pk: int) -> HttpResponse:
    """First, as an example."""
    return _pressed(
        request, pk, "Đã chọn làm hội nghị điểm.",
        lambda: actions.choose_pilot(pk, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_POST
def part(request: DeskRequest, pk: int, place: int) -> HttpResponse:
    """A village meets by itself again."""
    return _pressed(
        request, pk, "Đã tách ra. Đơn vị cần được xếp lịch riêng.",
        lambda: actions.part_conference(pk, placement_id=place, actor=request.actor, at=request.at),
    )  # fmt: skip


@require_http_methods(_BOTH)
def join(request: DeskRequest) -> HttpResponse:
    """Neighbouring villages meet together."""
    found = queries.joinable_conferences(request.actor)
    form = JoinForm(request.POST or None, conferences=[(one.pk, one.placement.name) for one in found])

    def go() -> str:
        holder = form.cleaned_data["holder"]
        ids = [holder, *(pk for pk in form.cleaned_data["others"] if pk != holder)]
        one = with_envoys(
            lambda: actions.join_conferences(ids, actor=request.actor, at=request.at), ids,
            actor=request.actor, at=request.at,
        )  # fmt: skip
        messages.success(request, f"Các đơn vị họp chung với {one.placement.name}.")
        return to("show", one.pk)

    def again(sentence: str) -> HttpResponse:
        effect = "Một hội trường, một chủ tọa, một biên bản; người dự và biểu quyết vẫn tính riêng từng đơn vị."
        asked = Asked("Họp chung", about="", deed="Ghép lại", back=to("index"), words=effect)
        return ask(request, asked, [Link("Hội nghị", to("board"))], form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")
