"""Whether a number as the register gives it is the number the paper prints."""

import re
from dataclasses import replace

from danban.kit.refusals import BadInput
from danban.papers.forms import form_of
from danban.papers.paper import Paper
from danban.papers.wording import number_line

_NUMBERED = re.compile(r"^\d+[/-](?P<rest>\S.*)$")
_ODD = (
    "Mẫu số, ký hiệu phải bắt đầu bằng số có ít nhất hai chữ số rồi đến dấu “/” và ký hiệu,"
    " ví dụ {number:02d}/UBND-VHXH; văn bản của Đảng dùng dấu “-”."
)


def with_number(paper: Paper, *, number: int, symbol: str) -> Paper:
    """The paper with its number; ``symbol`` is the whole number as registered, "03/KHLT-UBND-UBMTTQ".

    Raises ``BadInput`` where the form would print it otherwise: register and paper say the same.
    """
    found = _NUMBERED.match(symbol)
    numbered = replace(paper, number=number, symbol=found["rest"] if found else "")
    form = form_of(paper.profile)
    if number_line(numbered, form) != f"{form.number_word}{symbol}":
        raise BadInput(_ODD, {"symbol_pattern": _ODD})
    return numbered
