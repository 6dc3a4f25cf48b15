"""What the templates of a running conference are handed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.urls import reverse

from danban.sittings.fields import FIELDS
from danban.sittings.states import Outcome, PollStatus
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link, Pill, PillKind
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.conferences.models import Conference
    from danban.sittings.models import HandCount, Opinion, Poll, Target
    from danban.sittings.queries import Sitting

_OUTCOMES: dict[str, PillKind] = {Outcome.PASSED: "done", Outcome.FAILED: "late", Outcome.CONSULTED: "soon"}
_POLLS: dict[str, PillKind] = {
    PollStatus.PREPARED: "quiet", PollStatus.OPEN: "soon", PollStatus.CLOSED: "done", PollStatus.CANCELLED: "quiet",
}  # fmt: skip


def to(name: str, *args: int, **query: object) -> str:
    """An address of this room; empty parts of the query are left out."""
    kept = {key: value for key, value in query.items() if value not in ("", None, False)}
    path = reverse(f"desk:sittings:{name}", args=args)
    return f"{path}?{urlencode(kept)}" if kept else path


def about(conference: Conference) -> list[Link]:
    """Where a page before a deed hangs."""
    name = f"Hội nghị {conference.placement.name}"
    return [
        Link(name, reverse("desk:conferences:show", args=(conference.pk,))),
        Link("Điều hành", to("run", conference.pk)),
    ]


def asked(
    request: DeskRequest, conference: Conference, words: tuple[str, str, str], form: BaseForm, deed: Callable[[], object],
    *, part: str = "",
) -> HttpResponse:  # fmt: skip
    """Ask with ``words`` (title, what happens, what is said when it is done), then do the deed and go back."""
    title, effect, done = words

    def go() -> str:
        deed()
        messages.success(request, done)
        return to("run", conference.pk) + (f"#{part}" if part else "")

    def again(sentence: str) -> HttpResponse:
        page = Asked(title, about=conference.placement.name, deed="Lưu", back=to("run", conference.pk), words=effect)
        return ask(request, page, about(conference), form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")


def run(found: Sitting) -> dict[str, Any]:
    """The screen."""
    record = found.record
    return {
        "found": found,
        "one": found.conference,
        "verbs": found.verbs,
        "opinions": [(one, _opinion_pill(one), FIELDS.get(one.field, "")) for one in reversed(record.opinions)],
        "targets": [(one, _votes_of(one, record.hand_counts, record.polls)) for one in record.targets],
        "hands": [(one, outcome_pill(one)) for one in record.hand_counts],
        "polls": [(one, Pill(_POLLS[one.status], PollStatus(one.status).label), _results(one)) for one in record.polls],
        "needs_chair": "record" in found.verbs and not found.has_chosen("chair"),
        "needs_secretary": "record" in found.verbs and not found.has_chosen("secretary"),
    }


def outcome_pill(count: HandCount) -> Pill:
    """Passed, not passed, a consultation."""
    return Pill(_OUTCOMES[count.outcome], Outcome(count.outcome).label)


def _opinion_pill(one: Opinion) -> Pill | None:
    if one.is_petition:
        return Pill("info", "Thành kiến nghị")
    if one.is_settled:
        return Pill("done", "Người nêu đồng ý")
    return Pill("soon", "Đã trả lời, chưa hỏi lại") if one.answer else None


def _votes_of(target: Target, hands: tuple[HandCount, ...], polls: tuple[Poll, ...]) -> Pill | None:
    counted = next((one for one in reversed(hands) if one.target_id == target.pk), None)
    if counted is not None:
        return outcome_pill(counted)
    voted = next((one for one in reversed(polls) if one.target_id == target.pk), None)
    return Pill(_POLLS[voted.status], PollStatus(voted.status).label) if voted else None


def _results(poll: Poll) -> list[tuple[str, int]]:
    """Option and votes of a counted vote; nothing while it is open."""
    if poll.status != PollStatus.CLOSED:
        return []
    counts = {box.choice: box.count for box in poll.boxes.all()}
    blank = [("Phiếu trắng", counts[-1])] if counts.get(-1) else []
    return [*((text, counts.get(place, 0)) for place, text in enumerate(poll.options)), *blank]
