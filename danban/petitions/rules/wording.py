"""Words of a petition: what is long enough, what its title is, what it is turned away with."""

import re

from danban.kit.refusals import BadInput
from danban.kit.vietnamese import fold, squeeze
from danban.petitions.models.petition import TITLE_LENGTH
from danban.petitions.states import Kind, Procedure
from danban.sittings.fields import FIELDS

LONGEST_TEXT = 4_000
LONGEST_REASON = 2_000
_OPENINGS = (
    "de nghi", "kien nghi", "kinh de nghi", "toi de nghi", "chung toi de nghi", "ba con de nghi", "nhan dan de nghi",
    "xin", "xin duoc", "mong", "rat mong", "cu tri de nghi", "gia dinh toi de nghi", "nguoi dan de nghi",
)  # fmt: skip

TURNING: dict[str, str] = {
    Procedure.COMPLAINT: (
        "Đây là khiếu nại một quyết định hoặc hành vi hành chính. Người khiếu nại gửi đơn tới chính người đã ra quyết "
        "định hoặc cơ quan của người đó; nơi nhận thụ lý và trả lời theo Luật Khiếu nại. Mặt trận không trả lời thay."
    ),
    Procedure.DENUNCIATION: (
        "Đây là tố cáo một việc có dấu hiệu vi phạm pháp luật. Người tố cáo gửi đơn hoặc trình bày trực tiếp với cơ "
        "quan có thẩm quyền, được giữ bí mật danh tính theo Luật Tố cáo. Nội dung không đưa lên danh sách kiến nghị."
    ),
}
"""What those who made it are told, by procedure (Law on Complaints 2011, Law on Denunciations 2018)."""


def title_of(text: str) -> str:
    """A title from the first words of a text, cut at a word; "Đề nghị" and the like left out."""
    line = squeeze(text).strip(" .“”\"'–-")
    for opening in sorted(_OPENINGS, key=len, reverse=True):
        count = len(opening.split())
        words = line.split(" ")
        if fold(" ".join(words[:count])) == opening and len(words) > count + 2:
            line = " ".join(words[count:])
            break
    first = line.split(". ")[0]
    short = first if len(first) <= 100 else first[:100].rsplit(" ", 1)[0] + "…"
    return (short[:1].upper() + short[1:])[:TITLE_LENGTH]


def check_text(text: str, *, field: str = "text") -> None:
    """Words there are, and not too many; raises ``BadInput``."""
    sentence = ""
    if len(squeeze(text)) < 3:
        sentence = "Hãy ghi điều bà con nói."
    elif len(text) > LONGEST_TEXT:
        sentence = f"Hãy rút xuống {LONGEST_TEXT} ký tự."
    if sentence:
        raise BadInput(sentence, {field: sentence})


def check_kind(kind: str) -> None:
    """One of the three kinds; raises ``BadInput``."""
    if kind not in Kind.values:
        sentence = "Hãy chọn kiến nghị, góp ý hoặc hiến kế."
        raise BadInput(sentence, {"kind": sentence})


def check_field(field: str) -> None:
    """A field of the list; raises ``BadInput``."""
    if field not in FIELDS:
        sentence = "Hãy chọn một lĩnh vực trong danh mục."
        raise BadInput(sentence, {"field": sentence})


def check_title(title: str) -> None:
    """A title of one line; raises ``BadInput``."""
    sentence = ""
    if not squeeze(title):
        sentence = "Hãy ghi ngắn gọn bà con đề nghị điều gì."
    elif len(squeeze(title)) > TITLE_LENGTH:
        sentence = f"Hãy rút xuống {TITLE_LENGTH} ký tự."
    if sentence:
        raise BadInput(sentence, {"title": sentence})


def check_procedure(procedure: str) -> None:
    """Complaint or denunciation; raises ``BadInput``."""
    if procedure not in TURNING:
        sentence = "Hãy chọn khiếu nại hoặc tố cáo."
        raise BadInput(sentence, {"procedure": sentence})


def check_reason(reason: str, *, field: str = "reason") -> None:
    """A reason, not too long; raises ``BadInput``."""
    sentence = ""
    if len(squeeze(reason)) < 5:
        sentence = "Hãy ghi lý do, để người sau và bà con hiểu."
    elif len(reason) > LONGEST_REASON:
        sentence = f"Hãy rút xuống {LONGEST_REASON} ký tự."
    if sentence:
        raise BadInput(sentence, {field: sentence})


def check_parts(parts: list[str]) -> None:
    """Two to six parts with words, none twice; raises ``BadInput``."""
    known = [squeeze(part) for part in parts if squeeze(part)]
    sentence = ""
    if len(known) < 2:
        sentence = "Tách thì cần ít nhất hai phần."
    elif len(known) > 6:
        sentence = "Tách nhiều nhất thành sáu phần một lần."
    elif len({fold(part) for part in known}) < len(known):
        sentence = "Hai phần đang giống hệt nhau."
    if sentence:
        raise BadInput(sentence, {"parts": sentence})
    for part in known:
        check_text(part, field="parts")


def check_public_text(text: str, *, speaker: str) -> None:
    """What strangers may read bears neither the speaker's name nor a telephone number; raises ``BadInput``."""
    sentence = ""
    if len(text) > LONGEST_TEXT:
        sentence = f"Hãy rút xuống {LONGEST_TEXT} ký tự."
    elif speaker and fold(speaker) in fold(text):
        sentence = "Phần công khai không nêu tên người nói."
    elif re.search(r"(?:\d[ .-]?){9,}", text):
        sentence = "Phần công khai không ghi số điện thoại, số giấy tờ."
    if sentence:
        raise BadInput(sentence, {"public_text": sentence})
