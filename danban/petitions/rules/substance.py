"""An answer has substance: a decision, who, when, the ground of a refusal. A vague one is refused with a sentence."""

import re
from dataclasses import dataclass
from datetime import date

from danban.kit.refusals import BadInput
from danban.kit.vietnamese import fold, squeeze
from danban.petitions.states import Decision, Kind

LONGEST_TEXT = 4_000
SHORTEST_REST = 7
"""How many words must be left of an answer when the words that say nothing are taken out."""

_EMPTY = (
    "xin ghi nhan", "ghi nhan", "xin tiep thu", "tiep thu", "se xem xet", "xem xet", "se nghien cuu", "nghien cuu",
    "se quan tam", "quan tam", "se co gang", "co gang", "phan dau", "trong thoi gian toi", "thoi gian toi",
    "thoi gian som nhat", "som nhat co the", "theo quy dinh cua phap luat", "theo quy dinh", "dung quy dinh",
    "theo tham quyen", "cac don vi lien quan", "don vi lien quan", "cac co quan chuc nang", "co quan chuc nang",
    "bao cao cap tren", "cap tren", "de xuat cap co tham quyen", "cap co tham quyen", "tung buoc", "khi co dieu kien",
    "khi co kinh phi", "giai quyet kip thoi", "kip thoi", "tang cuong chi dao", "tang cuong", "chi dao", "don doc",
    "cam on y kien", "y kien cua ba con", "kien nghi cua ba con", "kien nghi cua nhan dan", "cu tri", "ba con",
    "nhan dan", "rat mong", "thong cam", "chia se", "phoi hop", "giai quyet", "xu ly", "tham muu", "ra soat",
)  # fmt: skip
_FILLER = frozenset({
    "va", "cua", "cac", "nhung", "se", "da", "dang", "duoc", "cho", "voi", "tai", "o", "la", "thi", "ma", "nay",
    "do", "de", "cung", "nhu", "ve", "theo", "trong", "xin", "y", "kien", "nghi", "uy", "ban", "ubnd", "phuong",
    "xa", "quan", "huyen", "thanh", "pho", "chung", "toi", "don", "vi", "van", "noi", "dung", "viec", "tiep",
    "tuc", "them", "som",
})  # fmt: skip
_BY_KIND = {
    Kind.PETITION: (Decision.AGREED, Decision.PARTLY, Decision.REFUSED, Decision.PASSED_ON),
    Kind.COMMENT: (Decision.ACCEPTED, Decision.EXPLAINED, Decision.PASSED_ON),
    Kind.IDEA: (Decision.ACCEPTED, Decision.EXPLAINED, Decision.PASSED_ON),
}


@dataclass(frozen=True)
class AnswerSheet:
    """An answer as given. ``to_body_id``: the body it is passed on to; ``has_evidence``: a file or paper came along."""

    decision: str
    text: str
    private_text: str = ""
    legal_ground: str = ""
    done_by: str = ""
    due_on: date | None = None
    done_on: date | None = None
    to_body_id: int | None = None
    has_evidence: bool = False


def decisions_of(kind: str) -> tuple[Decision, ...]:
    """What may be decided of a petition, a comment, an initiative."""
    return _BY_KIND[Kind(kind)]


def is_vague(text: str) -> bool:
    """Whether too little is left of a text when the words that say nothing are taken out."""
    rest = re.sub(r"[^a-z0-9/ ]+", " ", fold(text))
    for phrase in sorted(_EMPTY, key=len, reverse=True):
        rest = re.sub(rf"\b{phrase}\b", " ", rest)
    return len([word for word in rest.split() if word not in _FILLER]) < SHORTEST_REST


def check_substance(sheet: AnswerSheet, *, kind: str, today: date) -> None:
    """Raise ``BadInput`` naming each field that keeps the answer from saying what, who and when."""
    problems = _problems(sheet, kind=kind, today=today)
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def _problems(sheet: AnswerSheet, *, kind: str, today: date) -> dict[str, str]:
    problems: dict[str, str] = {}
    if sheet.decision not in {one.value for one in decisions_of(kind)}:
        problems["decision"] = "Hãy chọn quyết định cho kiến nghị này."
    if not squeeze(sheet.text):
        problems["text"] = "Hãy viết câu trả lời cho bà con."
    elif len(sheet.text) > LONGEST_TEXT:
        problems["text"] = f"Hãy rút xuống {LONGEST_TEXT} ký tự; phần chi tiết để ở văn bản kèm theo."
    elif sheet.decision != Decision.PASSED_ON and is_vague(sheet.text):
        problems["text"] = (
            "Câu trả lời còn chung chung: chưa nói rõ sẽ làm gì, ở đâu. Hãy nêu việc cụ thể mà bà con kiểm tra được."
        )
    return problems | _problems_of_decision(sheet, today)


def _problems_of_decision(sheet: AnswerSheet, today: date) -> dict[str, str]:
    problems: dict[str, str] = {}
    if sheet.decision in (Decision.AGREED, Decision.PARTLY):
        if not squeeze(sheet.done_by):
            problems["done_by"] = "Hãy ghi đơn vị hoặc người làm việc này."
        if sheet.due_on is None and sheet.done_on is None:
            problems["due_on"] = "Hãy ghi ngày sẽ làm xong, hoặc ngày đã làm xong."
    if sheet.decision == Decision.REFUSED and not squeeze(sheet.legal_ground):
        problems["legal_ground"] = "Không đồng ý thì phải nêu căn cứ pháp luật: văn bản nào, điều nào."
    if sheet.decision == Decision.PASSED_ON and sheet.to_body_id is None:
        problems["to_body"] = "Hãy chọn nơi có thẩm quyền sẽ trả lời."
    if sheet.due_on and sheet.due_on < today and sheet.done_on is None:
        problems["due_on"] = "Ngày sẽ làm xong không thể ở trước hôm nay; đã làm xong thì ghi ngày đã xong."
    if sheet.done_on and sheet.done_on > today:
        problems["done_on"] = "Ngày đã làm xong không thể ở sau hôm nay."
    elif sheet.done_on and not sheet.has_evidence:
        problems["evidence"] = "Nói là đã làm xong thì kèm ảnh hoặc văn bản chứng minh."
    return problems
