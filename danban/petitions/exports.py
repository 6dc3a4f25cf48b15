"""Tables of this room for Excel."""

from danban.kit.tables import write_xlsx
from danban.petitions.queries.synthesis import Synthesis

_HEADINGS = ("Lĩnh vực", "Cơ quan có thẩm quyền", "Số kiến nghị", "Đã trả lời", "Chưa xong", "Quá hạn")


def synthesis_xlsx(synthesis: Synthesis | None) -> bytes:
    """The synthesis of a unit, a row a field and body, the sum last; headings only where there is no year."""
    rows: list[tuple[object, ...]] = []
    if synthesis is not None:
        rows = [(one.field_name, one.body, one.total, one.answered, one.waiting, one.late) for one in synthesis.rows]
        rows.append(("Cộng", "", synthesis.total, synthesis.answered, synthesis.waiting, synthesis.late))
    return write_xlsx(_HEADINGS, rows, sheet="Tổng hợp kiến nghị")
