"""What a plan should have and this one lacks: said, never invented."""

import re

from danban.planreader.paper import Paper
from danban.planreader.reading import Reading, Unknown
from danban.planreader.zones import Zones

_ANNEX_NAMED = re.compile(
    r"(?<!\w)(?:co |theo |tai |cac )?(?:phu luc|bieu mau|phu bieu)(?!\w)[^.;\n]{0,40}?(?:kem "
    r"theo|gui kem|dinh kem|\d|i|$|\))|(?:kem theo|gui kem|dinh kem)\s+(?:phu luc|bieu mau|"
    r"danh sach)"
)
_SENTENCES = {
    "doc_type": "Không thấy tên loại văn bản.",
    "number": "Văn bản không có số và ký hiệu.",
    "place": "Không thấy địa danh ban hành.",
    "issued_on": "Không thấy ngày ban hành.",
    "title": "Không thấy trích yếu nội dung.",
    "issuers": "Không thấy cơ quan ban hành.",
    "signers": "Không thấy người ký.",
    "recipients": "Không thấy phần “Nơi nhận”.",
    "annex": "Văn bản nói có phụ lục nhưng không kèm phụ lục.",
    "basis": "Không thấy văn bản căn cứ nào.",
    "deadlines": "Không thấy thời hạn nào.",
    "assignments": "Không thấy phần phân công thực hiện.",
}


def read_unknown(paper: Paper, zones: Zones, reading: Reading, symbol: str | None) -> tuple[Unknown, ...]:
    """One entry a missing thing, with a sentence for people."""
    present = {
        "doc_type": reading.doc_type,
        "number": reading.number,
        "place": reading.place,
        "issued_on": reading.issued_on,
        "title": reading.title,
        "issuers": reading.issuers,
        "signers": reading.signers,
        "recipients": reading.recipients,
        "annex": zones.annexes or not _names_annex(paper),
        "basis": reading.cited,
        "deadlines": reading.deadlines,
        "assignments": reading.assignments,
    }
    found = []
    for what, value in present.items():
        if value:
            continue
        sentence = _SENTENCES[what]
        if what == "number" and symbol:
            sentence = f"Số của văn bản còn để trống (ký hiệu {symbol})."
        found.append(Unknown(what, sentence))
    return tuple(found)


def _names_annex(paper: Paper) -> bool:
    return _ANNEX_NAMED.search(paper.folded) is not None
