"""Who may do what with a difficulty: the unit that has it asks and closes, the unit it lies with settles it (IV.6)."""

from datetime import datetime

from danban.campaigns.models import Campaign, Obligation
from danban.campaigns.rules import check_is_running, check_reason
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DIFFICULTY
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.vietnamese import squeeze
from danban.units.models import Placement

LONGEST_TITLE = 200
LONGEST_TEXT = 4_000
_NOT_ASKING = "Khó khăn do các đơn vị bên dưới báo lên cấp trên trực tiếp. Vị trí của bạn xem được, không báo thay."
_NOT_ANSWERING = "Trả lời khó khăn là việc của UBND và Ủy ban MTTQ ở đơn vị đang giữ khó khăn ấy."
_NO_ANSWER = "Hãy viết câu trả lời."


def check_can_see(actor: Actor, difficulty: Difficulty, *, at: datetime) -> None:
    """Seen by the unit that has it and by the units above it; raises ``NotFound``."""
    sees = actor.may("difficulty:see")
    if not sees or not actor.covers(difficulty.campaign.tree_id, difficulty.placement.path):
        raise NotFound


def check_can_ask(actor: Actor, campaign: Campaign, place: Placement, *, at: datetime) -> None:
    """A unit asks for itself, in a running year, and has somebody above it."""
    actor.check_may("difficulty:ask", _NOT_ASKING)
    if actor.path_in(campaign.tree_id) != place.path:
        raise NotFound
    if place.parent_id is None:
        raise NotNow(f"{place.name} là cấp cao nhất của năm này nên không có cấp trên để hỏi.")
    check_is_running(campaign)


def check_words(title: str, text: str) -> None:
    """A title of one line; the rest may be left out. Raises ``BadInput`` naming each bad field."""
    problems = {}
    if not squeeze(title):
        problems["title"] = "Hãy ghi ngắn gọn đang vướng điều gì."
    if len(squeeze(title)) > LONGEST_TITLE:
        problems["title"] = f"Hãy rút xuống {LONGEST_TITLE} ký tự, phần còn lại ghi ở ô dưới."
    if len(text) > LONGEST_TEXT:
        problems["text"] = f"Hãy rút xuống {LONGEST_TEXT} ký tự."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def check_is_owed(campaign: Campaign, place: Placement, kind_code: str) -> None:
    """What a difficulty is about, where it names something, is a thing the unit owes this year."""
    owed = Obligation.objects.filter(campaign=campaign, placement=place, kind__code=kind_code)
    if kind_code and not owed.exists():
        sentence = f"{place.name} không có việc này trong năm."
        raise BadInput(sentence, {"obligation_kind": sentence})


def check_can_acknowledge(actor: Actor, difficulty: Difficulty, *, at: datetime) -> None:
    """The unit it lies with says that it has seen it."""
    _check_lies_with(actor, difficulty, at=at)
    DIFFICULTY.target("acknowledge", difficulty.status)


def check_can_answer(actor: Actor, difficulty: Difficulty, *, text: str, at: datetime) -> None:
    """The unit it lies with answers, acknowledged or not."""
    _check_lies_with(actor, difficulty, at=at)
    DIFFICULTY.target("answer", difficulty.status)
    if not squeeze(text):
        raise BadInput(_NO_ANSWER, {"text": _NO_ANSWER})
    check_length(text, "text")


def check_can_pass_up(actor: Actor, difficulty: Difficulty, *, reason: str, at: datetime) -> None:
    """The unit it lies with hands it to its own superior, with a reason; from the top there is no way up."""
    _check_lies_with(actor, difficulty, at=at)
    DIFFICULTY.target("pass_up", difficulty.status)
    if difficulty.holder.parent_id is None:
        raise NotNow(f"{difficulty.holder.name} là cấp cao nhất nên không chuyển lên được nữa. Hãy trả lời nơi hỏi.")
    check_reason(reason)
    check_length(reason, "reason")


def check_can_close(actor: Actor, difficulty: Difficulty, *, at: datetime) -> None:
    """The unit that has it says that it is over, answered or not."""
    _check_is_of(actor, difficulty, at=at)
    DIFFICULTY.target("close", difficulty.status)


def check_can_reopen(actor: Actor, difficulty: Difficulty, *, reason: str, at: datetime) -> None:
    """The unit that has it asks again where the answer does not help, with a reason."""
    _check_is_of(actor, difficulty, at=at)
    DIFFICULTY.target("reopen", difficulty.status)
    check_reason(reason)
    check_length(reason, "reason")


def check_length(text: str, field: str) -> None:
    """Words of one step are no document; raises ``BadInput`` on ``field``."""
    if len(text) > LONGEST_TEXT:
        sentence = f"Hãy rút xuống {LONGEST_TEXT} ký tự."
        raise BadInput(sentence, {field: sentence})


def _check_lies_with(actor: Actor, difficulty: Difficulty, *, at: datetime) -> None:
    check_can_see(actor, difficulty, at=at)
    actor.check_may("difficulty:answer", _NOT_ANSWERING)
    if actor.path_in(difficulty.campaign.tree_id) != difficulty.holder.path:
        raise NotYours(f"Khó khăn này đang ở {difficulty.holder.name}; nơi đó tiếp nhận, trả lời hoặc chuyển lên.")
    check_is_running(difficulty.campaign)


def _check_is_of(actor: Actor, difficulty: Difficulty, *, at: datetime) -> None:
    check_can_see(actor, difficulty, at=at)
    if not actor.may("difficulty:ask") or actor.path_in(difficulty.campaign.tree_id) != difficulty.placement.path:
        raise NotYours(f"Chỉ {difficulty.placement.name}, nơi đã hỏi, khép lại hoặc hỏi lại được.")
    check_is_running(difficulty.campaign)
