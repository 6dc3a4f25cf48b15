"""The words of this room: its sentences in the diary, the steps of a thread, what people are told at each step."""

from dataclasses import dataclass

from danban.difficulties.models import Difficulty, DifficultyStep
from danban.kit.vietnamese import long_day

EVENTS: dict[str, str] = {
    "difficulty.asked": "Báo một khó khăn lên cấp trên trực tiếp.",
    "difficulty.acknowledged": "Tiếp nhận một khó khăn.",
    "difficulty.answered": "Trả lời một khó khăn.",
    "difficulty.passed_up": "Chuyển một khó khăn lên cấp trên.",
    "difficulty.closed": "Khép lại một khó khăn.",
    "difficulty.reopened": "Hỏi lại một khó khăn.",
}

STEPS: dict[str, str] = {
    "ask": "Hỏi {holder}",
    "acknowledge": "{by} tiếp nhận",
    "answer": "{by} trả lời",
    "pass_up": "{by} chuyển lên {holder}",
    "close": "{by} khép lại",
    "reopen": "{by} hỏi lại",
}
"""A step of the thread; ``by`` is the unit that took it, ``holder`` the unit it lay with afterwards."""

NO_KIND = "Không gắn với việc nào"
"""What a difficulty is about where it names nothing owed."""


@dataclass(frozen=True)
class Words:
    """What one side is told of a step."""

    subject: str
    body: str


def _to_answer(difficulty: Difficulty, opening: str, lines: str) -> Words:
    haste = "Gấp. " if difficulty.is_urgent else ""
    due = f"Đề nghị trả lời chậm nhất hết {long_day(difficulty.answer_due_on)}."
    return Words(f"{haste}{opening}: {difficulty.title}", "\n".join(filter(None, (lines.strip(), due))))


def words_for_holder(difficulty: Difficulty, step: DifficultyStep, *, by: str) -> Words:
    """What the unit a difficulty lies with is told; ``by`` is the unit that took the step."""
    asker = difficulty.placement.name
    if step.verb == "ask":
        return _to_answer(difficulty, f"{asker} hỏi", difficulty.text)
    if step.verb == "pass_up":
        return _to_answer(difficulty, f"{by} chuyển lên khó khăn của {asker}", f"Lý do chuyển: {step.text}")
    if step.verb == "reopen":
        return _to_answer(difficulty, f"{asker} hỏi lại", f"Lý do: {step.text}")
    return Words(f"{asker} đã khép lại: {difficulty.title}", "Không còn việc gì phải làm với khó khăn này.")


def words_for_asker(difficulty: Difficulty, step: DifficultyStep, *, by: str) -> Words:
    """What the unit that has a difficulty is told."""
    due = f"Hạn trả lời là hết {long_day(difficulty.answer_due_on)}."
    if step.verb == "acknowledge":
        return Words(f"{by} đã tiếp nhận: {difficulty.title}", due)
    if step.verb == "pass_up":
        return Words(f"Đã chuyển lên {difficulty.holder.name}: {difficulty.title}", f"Lý do chuyển: {step.text}\n{due}")
    end = "Nếu ổn, xin mở ra và khép lại; nếu chưa, hãy hỏi lại."
    return Words(f"{by} đã trả lời: {difficulty.title}", f"{step.text}\n{end}")


def words_for_passers(difficulty: Difficulty, step: DifficultyStep, *, by: str) -> Words:
    """What the units that passed it up are told of the answer."""
    return Words(f"{by} đã trả lời {difficulty.placement.name}: {difficulty.title}", step.text)
