"""A sheet as a village writes it: a Friday evening, forty people, two opinions, a target and its vote."""

from dataclasses import replace
from datetime import time
from decimal import Decimal
from typing import Any
from uuid import uuid4

from danban.resolutions.rules import PaperOpinion, PaperPresence, PaperSheet, PaperVote
from danban.sittings.rules import TargetSheet
from tests.conferences.factories import FRIDAY

SCAN = b"%PDF-1.4\n%%EOF\n"


def paper(**values: Any) -> PaperSheet:
    """The sheet, with other values where asked."""
    sheet = PaperSheet(
        held_on=FRIDAY, starts=time(19, 30), ends=time(21, 15), chair="Trần Văn Bình", secretary="Ngô Thị Yến",
        presence=PaperPresence(40, groups=(("household", 35), ("front", 2)), women=22, party_members=6),
        opinions=(PaperOpinion(uuid4(), "Lắp đèn ngõ 3", "Bùi Văn Sơn", is_petition=True),
                  PaperOpinion(uuid4(), "Nhất trí với dự thảo")),
        targets=(TargetSheet("Hộ đạt Gia đình văn hóa", Decimal(95), unit_label="%", denominator="số hộ đăng ký"),),
        votes=(PaperVote(uuid4(), "Chỉ tiêu Gia đình văn hóa", 40, 38, 1, 1, target=0),),
    )  # fmt: skip
    return replace(sheet, **values)
