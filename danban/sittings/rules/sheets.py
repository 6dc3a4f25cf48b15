"""What is typed while a conference runs: opinions, answers, hands, targets, polls; and whether it can be taken."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze
from danban.sittings.fields import FIELDS
from danban.sittings.states import Matter

LONGEST_TEXT = 4_000
LONGEST_QUESTION = 400
MOST_OPTIONS = 30
GOES_TO = {"meeting": "Họp cộng đồng dân cư", "clusters": "Họp theo cụm dân cư"}
CHOOSES = ("", "chair", "secretary", "delegates")


@dataclass(frozen=True)
class OpinionSheet:
    """An opinion as typed. ``speaker`` "" is anonymous; ``field`` a code of ``sittings.fields`` or ""."""

    text: str
    speaker: str = ""
    delegate_id: int | None = None
    entry_id: int | None = None
    village_id: int | None = None
    field: str = ""


@dataclass(frozen=True)
class AnswerSheet:
    """An answer given on the spot: who, what, until when it is done."""

    text: str
    answered_by: str
    due_on: date | None = None


@dataclass(frozen=True)
class HandSheet:
    """A count of hands or of paper ballots, as typed."""

    question: str
    present: int
    in_favour: int
    against: int
    other: int
    gap_reason: str = ""
    chooses: str = ""
    matter: str = Matter.ORDINARY
    is_ballot: bool = False
    goes_to: str = ""
    entry_id: int | None = None
    target_id: int | None = None
    village_id: int | None = None
    photo_id: int | None = None


@dataclass(frozen=True)
class TargetSheet:
    """A target as put to the conference; ``value`` and ``base`` in ``unit_label``."""

    indicator: str
    value: Decimal
    unit_label: str = ""
    base: Decimal | None = None
    denominator: str = ""
    measure: str = ""
    owner: str = ""


@dataclass(frozen=True)
class PollSheet:
    """A secret vote: the question, its options, how many may be chosen."""

    question: str
    options: tuple[str, ...]
    most: int = 1
    matter: str = Matter.ORDINARY
    entry_id: int | None = None
    target_id: int | None = None


def check_opinion(sheet: OpinionSheet) -> None:
    """Words, of a length that can be read out, and a known field."""
    _check_text(sheet.text, "text", "Hãy ghi nội dung ý kiến.")
    if sheet.field and sheet.field not in FIELDS:
        raise BadInput("Lĩnh vực này không có trong danh mục.", {"field": "Hãy chọn một lĩnh vực."})


def check_answer(sheet: AnswerSheet, *, on: date) -> None:
    """Words, who said them, and a day that lies ahead."""
    _check_text(sheet.text, "answer", "Hãy ghi nội dung trả lời.")
    if not squeeze(sheet.answered_by):
        raise BadInput("Hãy ghi ai trả lời.", {"answered_by": "Không được để trống."})
    if sheet.due_on is not None and sheet.due_on < on:
        raise BadInput("Hẹn xong phải là ngày còn ở phía trước.", {"due_on": "Ngày này đã qua."})


def check_hands(sheet: HandSheet) -> None:
    """For + against + other = present, or a reason why not (a person left, a hand was not seen)."""
    _check_text(sheet.question, "question", "Hãy ghi nội dung biểu quyết.", longest=LONGEST_QUESTION)
    if min(sheet.present, sheet.in_favour, sheet.against, sheet.other) < 0:
        raise BadInput("Số phiếu không thể nhỏ hơn 0.")
    counted = sheet.in_favour + sheet.against + sheet.other
    if counted != sheet.present and not squeeze(sheet.gap_reason):
        sentence = (
            f"Đồng ý {sheet.in_favour} + không đồng ý {sheet.against} + ý kiến khác {sheet.other} = {counted}, "
            f"khác số có mặt {sheet.present}. Hãy đếm lại, hoặc ghi vì sao lệch."
        )
        raise BadInput(sentence, {"gap_reason": "Hãy ghi vì sao lệch, hoặc sửa các số."})
    if sheet.chooses not in CHOOSES or sheet.matter not in Matter.values:
        raise BadInput("Loại biểu quyết này không có.")
    if sheet.goes_to and sheet.goes_to not in GOES_TO:
        raise BadInput("Hãy chọn nơi bàn tiếp.", {"goes_to": "Hãy chọn trong danh sách."})


def check_target(sheet: TargetSheet) -> None:
    """What is counted, and a value; a share says of what (a percentage is not printed without its ground)."""
    _check_text(sheet.indicator, "indicator", "Hãy ghi tên chỉ tiêu.", longest=240)
    if sheet.value < 0 or (sheet.base is not None and sheet.base < 0):
        raise BadInput("Chỉ tiêu không thể nhỏ hơn 0.", {"value": "Hãy nhập số từ 0 trở lên."})
    if sheet.unit_label.strip() == "%" and not squeeze(sheet.denominator):
        raise BadInput("Tỷ lệ phần trăm phải nói tính trên gì.", {"denominator": "Ví dụ: số hộ đăng ký."})


def check_poll(sheet: PollSheet) -> None:
    """A question and two options or more, each its own; never on a matter the law reserves."""
    _check_text(sheet.question, "question", "Hãy ghi nội dung bỏ phiếu.", longest=LONGEST_QUESTION)
    if sheet.matter != Matter.ORDINARY:
        raise BadInput(
            "Việc này luật dành cho toàn thể các hộ quyết định nên không bỏ phiếu điện tử ở đây được: "
            "chỉ giơ tay hoặc bỏ phiếu giấy.",
            {"matter": "Không bỏ phiếu điện tử được."},
        )
    words = [squeeze(option) for option in sheet.options]
    if len(words) < 2 or len(words) > MOST_OPTIONS or not all(words):
        raise BadInput(f"Cần từ 2 đến {MOST_OPTIONS} phương án.", {"options": "Mỗi dòng một phương án."})
    if len(set(words)) < len(words):
        raise BadInput("Có hai phương án giống nhau.", {"options": "Mỗi phương án ghi một lần."})
    if not 1 <= sheet.most <= len(words):
        raise BadInput("Số phương án được chọn không hợp lệ.", {"most": f"Từ 1 đến {len(words)}."})


def _check_text(text: str, name: str, empty: str, *, longest: int = LONGEST_TEXT) -> None:
    if not squeeze(text):
        raise BadInput(empty, {name: "Không được để trống."})
    if len(text) > longest:
        raise BadInput(f"Dài quá {longest} ký tự.", {name: f"Hãy rút xuống {longest} ký tự."})
