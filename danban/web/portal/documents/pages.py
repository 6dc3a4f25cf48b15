"""What the templates of the public check are handed."""

from typing import Any

from danban.documents.queries import PublicPaper, Same
from danban.documents.states import DOCUMENT, DocumentStatus
from danban.kit.vietnamese import day
from danban.web.portal.documents.forms import CompareForm
from danban.web.ui.pieces import Pill, PillKind

_KINDS: dict[str, PillKind] = {
    DocumentStatus.ISSUED: "done", DocumentStatus.REPLACED: "soon", DocumentStatus.REVOKED: "late",
}  # fmt: skip
_SAID: dict[str, str] = {
    DocumentStatus.ISSUED: "Văn bản thật, đang có hiệu lực theo nơi ban hành.",
    DocumentStatus.REPLACED: "Văn bản thật, nhưng đã được văn bản khác thay thế.",
    DocumentStatus.REVOKED: "Văn bản này đã bị nơi ban hành thu hồi, không còn giá trị.",
}
_COMPARED: dict[Same, tuple[str, str, str]] = {
    Same.ISSUED: ("success", "Đúng bản đã phát hành", "Tệp giống từng byte với bản đã phát hành."),
    Same.SIGNED: ("success", "Đúng bản ký", "Tệp giống từng byte với bản ký lưu tại nơi ban hành."),
    Same.OTHER: (
        "refused", "Khác bản đã phát hành",
        "Tệp này không phải bản lưu tại nơi ban hành. Bản quét lại hoặc lưu sang dạng khác cũng cho kết quả này.",
    ),
    Same.NOTHING_KEPT: ("warning", "Chưa có gì để so", "Nơi ban hành chưa lưu tệp của văn bản này."),
}  # fmt: skip


def check(found: PublicPaper, form: CompareForm, same: Same | None) -> dict[str, Any]:
    """The answer, and the outcome of a comparison if there was one."""
    return {
        "found": found,
        "form": form,
        "state": Pill(_KINDS[found.status], DOCUMENT.label(found.status)),
        "said": _SAID[found.status],
        "compared": _COMPARED[same] if same else None,
        "later": _later(found),
        "title": f"{found.kind} {found.symbol}".strip(),
    }


def _later(found: PublicPaper) -> tuple[str, str] | None:
    """The words for the paper that took its place, and its code."""
    if found.replaced_by is None:
        return None
    symbol, on, code = found.replaced_by
    return f"{f'số {symbol}' if symbol else 'không số'}, ngày {day(on)}", code
