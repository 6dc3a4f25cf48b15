"""Sheets and lists: who came, who registered, what money went where, what was answered, what is read aloud."""

from danban.kit.money import dong
from danban.papers.kinds.desk import Desk, text
from danban.papers.paper import Align, Annex, Block, Column, Item, Paper, Paragraph, Run, Table

_ORDER = Column("STT", 0.5, Align.CENTRE)


def _ordered(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple((str(number), *row) for number, row in enumerate(rows, start=1))


def attendance_sheet(desk: Desk, subject: str, delegates: tuple[tuple[str, str], ...]) -> Paper:
    """Who is called, as (name, group or household), with room for a signature."""
    columns = (_ORDER, Column("Họ và tên", 2.4), Column("Thành phần, hộ", 2.2), Column("Ký nhận", 1.4))
    rows = _ordered(tuple((*delegate, "") for delegate in delegates))
    return desk.paper("Danh sách", subject, (Table(columns, rows),), has_end_mark=False)


def registered_families(desk: Desk, subject: str, families: tuple[tuple[str, str], ...]) -> Paper:
    """Households that register for Gia đình văn hóa, as (head, address line); nothing else about anybody."""
    columns = (_ORDER, Column("Chủ hộ", 2.4), Column("Địa chỉ", 3.2))
    blocks: tuple[Block, ...] = (
        text(f"Có {len(families)} hộ đăng ký:"), Table(columns, _ordered(families)),
    )  # fmt: skip
    return desk.paper("Danh sách", subject, blocks)


def recognition_decision(
    desk: Desk, subject: str, *, decider: str, recognised: tuple[tuple[str, str], ...], basis: tuple[str, ...]
) -> Paper:
    """A decision that recognises titles: three articles, and the list of (who, where) as an annex."""
    blocks: tuple[Block, ...] = (
        Paragraph((Run("QUYẾT ĐỊNH:", bold=True),), is_centred=True),
        Item("Điều 1.", f"{subject.strip()} đối với {len(recognised)} hộ gia đình, tập thể (danh sách kèm theo)."),
        Item("Điều 2.", "Quyết định này có hiệu lực kể từ ngày ký."),
        Item("Điều 3.", f"{decider} và các hộ gia đình, tập thể nêu tại Điều 1 thi hành Quyết định này."),
    )
    columns = (_ORDER, Column("Hộ gia đình, tập thể", 3.4), Column("Địa chỉ", 2.2))
    annex = Annex("", subject, (Table(columns, _ordered(recognised)),))
    return desk.paper("Quyết định", subject, blocks, basis=basis, annexes=(annex,))


def settlement(desk: Desk, subject: str, *, received: int, spent: tuple[tuple[str, int], ...]) -> Paper:
    """Money received and spent, in đồng, as (for what, how much); what is left follows from both."""
    whole = sum(amount for _, amount in spent)
    rows = _ordered(tuple((what, dong(amount)) for what, amount in spent))
    table = Table(
        (_ORDER, Column("Nội dung chi", 3.6), Column("Số tiền", 1.6, Align.RIGHT)), rows, ("", "Cộng", dong(whole))
    )
    left = received - whole
    told = f"Số đã nhận {dong(received)}, đã chi {dong(whole)}, "
    told += f"còn lại {dong(left)}." if left >= 0 else f"chi vượt {dong(-left)}."
    return desk.paper("Bảng quyết toán", subject, (text(told), table))


def answered_back_sheet(desk: Desk, subject: str, answers: tuple[tuple[str, str, str], ...]) -> Paper:
    """What was asked and what became of it, read back to the village: (petition, answer, by whom and when)."""
    columns = (_ORDER, Column("Kiến nghị", 2.6), Column("Trả lời", 3), Column("Nơi trả lời", 1.5))
    return desk.paper("Phiếu trả lời kiến nghị", subject, (Table(columns, _ordered(answers)),))


def loudspeaker_script(desk: Desk, subject: str, paragraphs: tuple[str, ...]) -> Paper:
    """Short sentences to be read aloud over the village loudspeaker."""
    return desk.paper("Bài phát thanh", subject, tuple(text(words) for words in paragraphs))
