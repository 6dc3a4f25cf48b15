"""The foot: by which power somebody signs, names without degrees, recipients, annexes, the code to check by."""

import re
from collections.abc import Iterator

from danban.kit.vietnamese import fold
from danban.papers.check.foot import Signed
from danban.papers.check.found import Found, FoundLine
from danban.papers.check.parts import Parts
from danban.papers.check.remark import Component, Remark, error, note, styled
from danban.papers.forms import Form, Style
from danban.papers.paper import Profile

_DEGREE = re.compile(r"^(GS|PGS|TSKH|TS|ThS|Th\.S|CN|KS|BS|Tiến sĩ|Thạc sĩ|Kỹ sư|Cử nhân)\b[.\s]", re.IGNORECASE)
_BAD_POWER = re.compile(r"^(T/M|K/T|T/L|TM/|KT/|TL/|(TM|KT|TL|TUQ)\s+\S)")
_SIGNED_BY_TWO = {Profile.JOINT, Profile.VILLAGE}


def judge_signatures(parts: Parts, form: Form, profile: Profile) -> Iterator[Remark]:
    """Every signature block; joint papers and those of villages have two."""
    if not parts.signed:
        wanted = "TM., KT., TL., TUQ. hoặc Q. rồi chức vụ, in hoa, đậm, ở cuối bên phải"
        yield error(Component.SIGNATURE, None, "Không thấy quyền hạn, chức vụ người ký", wanted)
        return
    if profile in _SIGNED_BY_TWO and len(parts.signed) < 2:
        who = "hai cơ quan" if profile is Profile.JOINT else "trưởng thôn, tổ trưởng và trưởng ban công tác Mặt trận"
        yield error(Component.SIGNATURE, parts.signed[0].lines[0], "Chỉ có một chữ ký", f"Hai chữ ký: của {who}")
    for signed in parts.signed:
        yield from _signature(signed, form, profile)


def _signature(signed: Signed, form: Form, profile: Profile) -> Iterator[Remark]:
    for line in signed.lines:
        yield from styled(Component.SIGNATURE, line, form.signature_lines)
        if profile is not Profile.PARTY and _BAD_POWER.match(line.text):
            right = "“TM.”, “KT.”, “TL.”, “TUQ.”: có dấu chấm, không gạch chéo"
            yield error(Component.SIGNATURE, line, f"“{line.text.split()[0]}”", right)
    deputised = next((line for line in signed.lines if re.match(r"KT\s*\.", line.text)), None)
    if deputised and not any("PHÓ" in line.text.split() for line in signed.lines):
        wanted = "Dưới dòng “KT.” ghi chức vụ cấp phó của người ký"
        yield error(Component.SIGNATURE, deputised, "Ký thay nhưng không ghi chức vụ cấp phó", wanted)
    if not signed.names:
        yield note(Component.SIGNATURE, signed.lines[-1], "Chưa có họ tên người ký", "Họ và tên, chữ in thường, đậm")
    for line in signed.names[:1]:
        yield from styled(Component.SIGNATURE, line, Style(form.signature_name.size, bold=True, is_upper=False))
        if _DEGREE.match(line.text):
            wanted = "Trước họ tên không ghi học hàm, học vị, danh hiệu"
            yield error(Component.SIGNATURE, line, f"“{line.text.split()[0]}”", wanted)


def judge_recipients(parts: Parts, form: Form, profile: Profile) -> Iterator[Remark]:
    """ "Nơi nhận:" and its list; papers of villages may do without."""
    label = parts.recipients_label
    if label is None:
        if profile is not Profile.VILLAGE:
            yield error(Component.RECIPIENTS, None, "Không thấy", "“Nơi nhận:” dưới cùng bên trái, cỡ 12, nghiêng, đậm")
        return
    yield from styled(Component.RECIPIENTS, label, form.recipients_label)
    if not parts.recipients:
        yield error(Component.RECIPIENTS, label, "Không có dòng nào", "“- …;” mỗi nơi một dòng, cuối cùng là “Lưu: …”")
        return
    for line in parts.recipients:
        yield from styled(Component.RECIPIENTS, line, form.recipients)
    yield from _listed(parts.recipients, profile)


def _listed(lines: list[FoundLine], profile: Profile) -> Iterator[Remark]:
    *others, last = lines
    for line in others:
        if not line.text.endswith((";", ":", ",")):
            yield error(Component.RECIPIENTS, line, f"Kết thúc bằng “{line.text[-1]}”", "Kết thúc bằng “;”")
    kept = next((line for line in lines if re.match(r"^[-–]?\s*Lưu\b", line.text)), None)
    if kept is None:
        if profile is not Profile.VILLAGE:
            yield error(Component.RECIPIENTS, last, "Không có dòng “Lưu”", "Dòng cuối: “- Lưu: VT, …”")
        return
    if profile is not Profile.PARTY and not re.match(r"^[-–]?\s*Lưu\s*:", kept.text):
        yield error(Component.RECIPIENTS, kept, "Thiếu dấu hai chấm sau chữ “Lưu”", "“- Lưu: VT, …”")
    if kept is not last:
        yield error(Component.RECIPIENTS, kept, "Dòng “Lưu” không ở cuối", "Dòng “Lưu” ở cuối danh sách")
    elif not last.text.endswith("."):
        yield error(Component.RECIPIENTS, last, f"Kết thúc bằng “{last.text[-1]}”", "Dòng cuối kết thúc bằng “.”")
    elif last.text.endswith("./."):
        yield error(Component.RECIPIENTS, last, "Kết thúc bằng “./.”", "“./.” chỉ ở cuối nội dung; ở đây là “.”")


def judge_annexes(parts: Parts, form: Form) -> Iterator[Remark]:
    """Each annex: its label, its title in capitals, what it belongs to in italics."""
    for lines in parts.annexes:
        label, *rest = lines
        yield from styled(Component.ANNEX, label, form.annex_label)
        if label.align != "center":
            yield error(Component.ANNEX, label, "Không canh giữa", "Canh giữa")
        if len(parts.annexes) > 1 and not re.search(r"\b[IVX]+\b", label.text, re.IGNORECASE):
            yield error(Component.ANNEX, label, f"“{label.text}”", "Nhiều phụ lục thì đánh số La Mã: “Phụ lục I”")
        title = rest[0] if rest and rest[0].align == "center" and not rest[0].text.startswith("(") else None
        if title is None:
            yield error(Component.ANNEX, label, "Không thấy tên phụ lục", "Tên phụ lục in hoa, đậm, canh giữa")
        else:
            yield from styled(Component.ANNEX, title, Style(form.heading.size, bold=True, is_upper=True))
        attached = next((line for line in rest[:5] if fold(line.text).startswith(("(kem theo", "(ban hanh kem"))), None)
        if attached is None:
            yield error(Component.ANNEX, label, "Không ghi kèm theo văn bản nào", "“(Kèm theo … số … ngày … của …)”")
        else:
            yield from styled(Component.ANNEX, attached, Style(form.body.size, italic=True))


def judge_check_code(found: Found) -> Iterator[Remark]:
    """A code to check the paper by is practice; the decree does not speak of it."""
    for line in found.lines:
        if fold(line.text).startswith("kiem tra van ban bang ma"):
            yield note(Component.CHECK_CODE, line, "Có mã kiểm tra", "Nghị định không quy định; được phép ghi thêm")
