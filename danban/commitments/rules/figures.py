"""Figures of a result: counts before percentages; the impossible is refused, the unlikely asked about."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from danban.commitments.states import Direction, Outcome
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze

_MOST = Decimal(10) ** 11


@dataclass(frozen=True)
class Result:
    """A result as typed: figures, and in words what was wrong and what comes of it. ``is_sure``: asked and stood by."""

    outcome: str
    value: Decimal | None = None
    count: Decimal | None = None
    of: Decimal | None = None
    limits: str = ""
    causes: str = ""
    remedy: str = ""
    answer: str = ""
    is_sure: bool = False


def percent_of(count: Decimal | None, of: Decimal | None) -> Decimal | None:
    """242 of 243 is 99.59; None where one is missing or nothing is counted."""
    if count is None or not of:
        return None
    return (count * 100 / of).quantize(Decimal("0.01"), ROUND_HALF_UP)


def check_result(result: Result, *, is_share: bool) -> None:
    """Raise ``BadInput`` naming each field that cannot be, or is missing for the outcome."""
    problems = _figures(result, is_share=is_share)
    if result.outcome not in Outcome.values:
        problems["outcome"] = "Hãy chọn đạt, đạt một phần hay chưa đạt."
    if result.outcome in (Outcome.PARTLY, Outcome.NOT_DONE):
        wanted = (
            ("limits", result.limits, "Chưa đạt thì ghi còn hạn chế gì."),
            ("causes", result.causes, "Chưa đạt thì ghi vì sao."),
            ("remedy", result.remedy, "Chưa đạt thì ghi sẽ khắc phục thế nào."),
        )
        problems |= {name: sentence for name, words, sentence in wanted if not squeeze(words)}
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def _figures(result: Result, *, is_share: bool) -> dict[str, str]:
    """What is wrong with the figures, by field."""
    given = (("value", result.value), ("count", result.count), ("of", result.of))
    problems = {
        name: "Con số không thể âm hay lớn đến thế." for name, one in given if one is not None and not 0 <= one < _MOST
    }
    if (result.count is None) != (result.of is None):
        problems["count"] = "Ghi đủ cả hai số: đạt bao nhiêu trên tổng số bao nhiêu."
    elif result.count is not None and result.of is not None and result.count > result.of:
        problems["count"] = "Số đạt không thể lớn hơn tổng số."
    if is_share and result.value is not None and result.value > 100:
        problems["value"] = "Tỷ lệ không thể quá 100%."
    return problems


def doubts_of(
    result: Result, *, target: Decimal | None, direction: str, low: Decimal | None, high: Decimal | None
) -> tuple[str, ...]:
    """Sentences about figures that may be right and should be looked at twice."""
    found = []
    counted = percent_of(result.count, result.of)
    figure = counted if counted is not None else result.value
    if counted is not None and result.value is not None and abs(counted - result.value) > Decimal("0.5"):
        found.append(f"Tỷ lệ ghi {_plain(result.value)} không khớp với hai số đếm ({_plain(counted)}).")
    if figure is not None and ((low is not None and figure < low) or (high is not None and figure > high)):
        found.append(f"{_plain(figure)} nằm ngoài khoảng thường gặp.")
    if figure is not None and target is not None:
        is_met = figure <= target if direction == Direction.DOWN else figure >= target
        if is_met != (result.outcome == Outcome.DONE):
            word = "đã tới" if is_met else "chưa tới"
            found.append(f"Kết quả {_plain(figure)} {word} chỉ tiêu {_plain(target)} mà đánh giá khác đi.")
    return tuple(found)


def _plain(figure: Decimal) -> str:
    return f"{figure.normalize():f}".replace(".", ",")
