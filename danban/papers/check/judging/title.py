"""The name of the kind, the subject, whom it is addressed to, and the căn cứ."""

from collections.abc import Iterator

from danban.papers.abbreviations import kind_in_list
from danban.papers.check.parts import Parts
from danban.papers.check.remark import Component, Remark, error, figure, styled
from danban.papers.forms import Form

_MAY_ADDRESS = {"BÁO CÁO", "TỜ TRÌNH", "CÔNG ĐIỆN", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO", ""}
_GAP_OVER_SUBJECT = 6


def judge_title(parts: Parts, form: Form) -> Iterator[Remark]:
    """Tên loại and trích yếu; a dispatch has its subject under the number."""
    if parts.kind_name is None:
        yield from _dispatch(parts, form)
        return
    yield from styled(Component.KIND, parts.kind_name, form.kind_name)
    if parts.kind_name.align != "center":
        yield error(Component.KIND, parts.kind_name, "Không canh giữa", "Canh giữa")
    if not parts.subject:
        yield error(Component.SUBJECT, parts.kind_name, "Không thấy", "Trích yếu canh giữa ngay dưới tên loại")
    for line in parts.subject:
        yield from styled(Component.SUBJECT, line, form.subject)
        if line.align != "center":
            yield error(Component.SUBJECT, line, "Không canh giữa", "Canh giữa")


def _dispatch(parts: Parts, form: Form) -> Iterator[Remark]:
    if not parts.dispatch_subject:
        wanted = "Tên loại in hoa, đậm, canh giữa; công văn ghi “V/v …” dưới số"
        yield error(Component.KIND, None, "Không thấy tên loại, cũng không thấy trích yếu công văn", wanted)
        return
    first = parts.dispatch_subject[0]
    for line in parts.dispatch_subject:
        yield from styled(Component.SUBJECT, line, form.dispatch_subject)
    if not first.text.startswith("V/v "):
        yield error(Component.SUBJECT, first, f"“{first.text.split()[0]}”", "Bắt đầu bằng “V/v ”")
    if 0 < first.before < _GAP_OVER_SUBJECT:
        yield error(Component.SUBJECT, first, f"Cách số {figure(first.before)} pt", "Cách số, ký hiệu 6 pt")


def judge_addressed(parts: Parts, form: Form) -> Iterator[Remark]:
    """ "Kính gửi" stands on dispatches, proposals and reports only."""
    kind = kind_in_list(parts.kind_name.text) if parts.kind_name else ""
    must = parts.kind_name is None or kind == "TỜ TRÌNH"
    if not parts.addressed:
        if must and (parts.kind_name or parts.dispatch_subject):
            named = "Tờ trình" if parts.kind_name else "Công văn"
            yield error(Component.ADDRESSED, None, "Không thấy", f"{named} có “Kính gửi: …” trước phần nội dung")
        return
    if kind not in _MAY_ADDRESS:
        wanted = "Chỉ công văn, tờ trình, báo cáo gửi cấp trên có “Kính gửi”"
        yield error(Component.ADDRESSED, parts.addressed[0], f"{kind.capitalize()} có “Kính gửi”", wanted)
        return
    for line in parts.addressed:
        yield from styled(Component.ADDRESSED, line, form.addressed_to)


def judge_basis(parts: Parts, form: Form) -> Iterator[Remark]:
    """Each căn cứ in italics on a line of its own, ";" after each, "." after the last."""
    last = len(parts.basis) - 1
    for at, line in enumerate(parts.basis):
        yield from styled(Component.BASIS, line, form.basis)
        wanted = "." if at == last else ";"
        if not line.text.endswith(wanted):
            where = "Dòng cuối kết thúc" if at == last else "Kết thúc"
            yield error(Component.BASIS, line, f"Kết thúc bằng “{line.text[-1]}”", f"{where} bằng “{wanted}”")
