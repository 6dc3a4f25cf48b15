"""What templates of running a conference are handed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from danban.kit.clock import HANOI
from danban.sittings import queries
from danban.sittings.fields import FIELDS
from danban.sittings.rules import projector_token
from danban.sittings.states import POLL, Outcome, PollStatus
from danban.web.desk.conferences import heads
from danban.web.desk.sittings.forms import OpinionForm, SpeakerForm
from danban.web.ui.pieces import Pill, PillKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from danban.conferences.models import AgendaEntry
    from danban.kit.actor import Actor
    from danban.sittings.models import HandCount, Opinion, Poll, Target
    from danban.sittings.queries import Running, Station

Context = dict[str, Any]
Choices = list[tuple[object, str]]
_OUTCOMES: dict[str, PillKind] = {Outcome.PASSED: "done", Outcome.FAILED: "late", Outcome.CONSULTED: "soon"}
_TO_CHOOSE = (("chair", "chu-toa", "Biểu quyết chủ tọa"), ("secretary", "thu-ky", "Biểu quyết thư ký"))
_POLLS: dict[str, PillKind] = {PollStatus.OPEN: "soon", PollStatus.CLOSED: "done"}


def to(name: str, *args: int | str) -> str:
    """An address of this room."""
    return reverse(f"desk:sittings:{name}", args=args)


@dataclass(frozen=True)
class Item:
    """An item of the agenda with its clock in words."""

    entry: AgendaEntry
    clock: str
    pill: Pill | None


def run(
    actor: Actor,
    found: Running,
    *,
    at: datetime,
    opinion: OpinionForm | None = None,
    speaker: SpeakerForm | None = None,
) -> Context:
    """The one screen of the secretary."""
    one, record = found.conference, found.record
    chosen = {count.chooses for count in record.hand_counts if count.outcome == Outcome.PASSED}
    voted = {count.target_id for count in record.hand_counts} | {
        poll.target_id for poll in record.polls if poll.status != PollStatus.PREPARED
    }
    return {
        "head": heads.head(actor, one, "desk:sittings:run"),
        "found": found,
        "one": one,
        "now": at.astimezone(HANOI),
        "items": [_item(entry) for entry in record.entries],
        "to_choose": [
            (word, label) for kind, word, label in _TO_CHOOSE if kind not in chosen and "record" in found.verbs
        ],
        "opinion_form": opinion or opinion_form(found),
        "speaker_form": speaker or SpeakerForm(),
        "opinions": [_opinion(said) for said in reversed(record.opinions)],
        "targets": [(target, target.pk in voted) for target in record.targets],
        "waiting_targets": [target for target in record.targets if target.pk not in voted],
        "counts": [
            (count, Pill(_OUTCOMES[count.outcome], Outcome(count.outcome).label)) for count in record.hand_counts
        ],
        "polls": [_poll(poll) for poll in record.polls],
        "projector_href": reverse("meeting:projector", args=[projector_token(one.pk)])
        if "record" in found.verbs
        else "",
    }


def opinion_form(found: Running, data: Any = None, **kwargs: Any) -> OpinionForm:
    """The form of an opinion, the running item already chosen."""
    first = {"entry_id": found.running.pk if found.running else None}
    return OpinionForm(
        data,
        entries=entries_of(found),
        villages=villages_of(found),
        initial=first | kwargs.pop("initial", {}),
        **kwargs,
    )


def entries_of(found: Running) -> Choices:
    """Items to choose from."""
    return [(entry.pk, f"{at}. {entry.title[:80]}") for at, entry in enumerate(found.record.entries, 1)]


def targets_of(found: Running) -> Choices:
    """Targets to choose from."""
    return [(target.pk, f"{target.position}. {target.indicator[:80]}") for target in found.record.targets]


def villages_of(found: Running) -> Choices:
    """Villages to choose from."""
    return [(village.placement_id, village.name) for village in found.presence.by_village]


def _item(entry: AgendaEntry) -> Item:
    if entry.started_at is None:
        return Item(entry, "", None)
    began = f"{entry.started_at.astimezone(HANOI):%H:%M}"
    if entry.ended_at is None:
        return Item(entry, f"từ {began}", Pill("soon", "Đang bàn"))
    ended = f"{entry.ended_at.astimezone(HANOI):%H:%M}"
    return Item(entry, f"{began}–{ended}", Pill("done", "Đã bàn"))


def _poll(poll: Poll) -> tuple[Poll, Pill, Sequence[tuple[str, int]]]:
    results = queries.results_of(poll) if poll.status == PollStatus.CLOSED else ()
    return poll, Pill(_POLLS.get(poll.status, "quiet"), POLL.label(poll.status)), results


def first_hands(found: Running, kind: str, target: Target | None, count: HandCount | None) -> Context:
    """What a form of a count begins with."""
    if count is not None:
        names = (
            "question", "entry_id", "target_id", "village_id", "present", "in_favour", "against", "other",
            "gap_reason", "matter", "is_ballot", "goes_to",
        )  # fmt: skip
        return {name: getattr(count, name) for name in names}
    questions = {
        "chair": "Bầu Chủ tọa, Đoàn Chủ tịch", "secretary": "Cử Thư ký hội nghị",
        "block": f"Thông qua {len(found.record.targets)} chỉ tiêu", "delegates": "Cử đại biểu dự hội nghị cấp xã",
    }  # fmt: skip
    role = {"chair": "chair", "secretary": "secretary"}.get(kind)
    people = [one for one in found.record.officers if one.role == role]
    return {
        "question": f"Thông qua chỉ tiêu: {target.indicator}" if target else questions.get(kind, ""),
        "entry_id": found.running.pk if found.running else None,
        "target_id": target.pk if target else None,
        "present": found.presence.present or "",
        "against": 0,
        "other": 0,
        "people": "\n".join(f"{one.full_name}, {one.title}" if one.title else one.full_name for one in people),
    }


def station(actor: Actor, found: Station) -> Context:
    """The table where those without a phone vote."""
    return {
        "head": heads.head(actor, found.poll.conference, "desk:sittings:run"),
        "poll": found.poll,
        "people": found.waiting,
    }


def _opinion(one: Opinion) -> tuple[Opinion, Pill | None, str]:
    return one, _opinion_pill(one), FIELDS.get(one.field, "")


def _opinion_pill(one: Opinion) -> Pill | None:
    if one.is_petition:
        return Pill("info", "Thành kiến nghị")
    if one.is_settled:
        return Pill("done", "Người nêu đồng ý")
    return Pill("soon", "Đã trả lời, chưa hỏi lại") if one.answer else None
