"""The length of a paper judged from its lines agrees with what is printed."""

import re
from datetime import date
from math import ceil
from pathlib import Path

import pytest

from danban.papers.kinds import agenda, report
from danban.papers.kinds.desk import Desk
from danban.papers.kinds.reports import Section
from danban.papers.lengths import pages_of
from danban.papers.paper import Issuer, Paper, Profile
from danban.papers.pdf import write_pdf

_DESK = Desk(Profile.VILLAGE, (Issuer("Ban công tác Mặt trận tổ dân phố số 1"),), "Phúc Xá", date(2023, 2, 10))
_WORDS = "Thu ngân sách đạt 103,5 % kế hoạch; kinh tế tăng trưởng khá, đời sống được chăm lo, an ninh giữ vững. "


def _report(times: int) -> Paper:
    sections = tuple(Section(name, (_WORDS * times, _WORDS)) for name in ("Thành phố", "Quận", "Phường"))
    return report(_DESK, "Tóm tắt tình hình kinh tế - xã hội", sections)


@pytest.mark.parametrize("times", [1, 4, 8, 12, 15, 18, 24])
def test_pages_of_a_report_are_those_that_are_printed(times: int, paper_fonts: Path) -> None:
    printed = len(re.findall(rb"/Type\s*/Page\b", write_pdf(_report(times), fonts=paper_fonts)))

    assert abs(pages_of(_report(times)) - printed + 0.5) < 0.65
    assert printed - ceil(pages_of(_report(times))) in {-1, 0}  # rather warned once too often


def test_a_longer_table_fills_more() -> None:
    items = tuple((f"19:{number:02d}", _WORDS, "Tổ trưởng") for number in range(12))

    assert pages_of(agenda(_DESK, "Hội nghị", items[:2])) < 1 < pages_of(agenda(_DESK, "Hội nghị", items * 2))
