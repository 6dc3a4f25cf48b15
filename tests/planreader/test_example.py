"""The plan of Hà Nội, read whole; skipped where the plan is not at hand."""

from datetime import date
from pathlib import Path

import pytest

from danban.planreader import Reading, read_file


@pytest.fixture(scope="module")
def reading(example: Path) -> Reading:
    return read_file(example)


def test_its_head_is_read_and_what_it_lacks_is_said(reading: Reading) -> None:
    assert reading.doc_type == "KẾ HOẠCH LIÊN TỊCH"
    assert (reading.number, reading.place, reading.issued_on) == (None, "Hà Nội", date(2022, 12, 16))
    assert reading.issuers == ("Ủy ban Nhân dân thành phố Hà Nội", "Ủy ban MTTQ Việt Nam thành phố Hà Nội")
    assert {one.what for one in reading.unknown} == {"number", "signers", "annex", "recipients"}


def test_it_has_eighteen_parts(reading: Reading) -> None:
    paths = "I I.1 I.2 I.3 I.4 II II.1 II.1.a II.1.b II.2 II.3 III III.1 III.2 III.3 III.4 III.5 IV"

    assert [one.path for one in reading.sections] == paths.split()


def test_its_six_deadlines_are_read(reading: Reading) -> None:
    found = [(one.kind, one.start, one.end, one.inclusive, one.rrule, one.section) for one in reading.deadlines]

    assert found == [
        ("recurring", None, None, True, "FREQ=WEEKLY;BYDAY=FR,SA", "III.2"),
        ("before", None, date(2022, 12, 20), False, None, "IV"),
        ("before", None, date(2022, 12, 31), False, None, "IV"),
        ("window", date(2023, 1, 2), date(2023, 2, 28), True, None, "IV"),
        ("window", date(2023, 3, 1), date(2023, 3, 10), True, None, "IV"),
        ("before", None, date(2023, 3, 20), False, None, "IV"),
    ]
    assert reading.deadlines[1].actor == "Ủy ban MTTQ Việt Nam Thành phố"
    assert reading.deadlines[0].actor == "Sở Văn hoá và Thể thao"


def test_it_cites_twelve_documents(reading: Reading) -> None:
    numbers = {one.number for one in reading.cited}

    assert len(reading.cited) == 12
    assert numbers == {
        None, "17-CT/TU", "15-NQ/TW", "532/KH-SVHTT", "534/KH-SVHTT", "04/2022/QĐ-TTg", "122/2018/NĐ-CP",
        "308/2005/QĐ-TTg", "04 Ctr/TU", "06 Ctr/TU", "08 Ctr/TU", "11-CT/TU",
    }  # fmt: skip
    assert [len(one.also) for one in reading.cited if one.number in {None, "15-NQ/TW"}] == [1, 1]


def test_one_amount_goes_to_every_district_and_every_commune(reading: Reading) -> None:
    [grant] = reading.money

    assert (grant.amount, grant.payer) == (5_000_000, "Ủy ban MTTQ Việt Nam Thành phố")
    assert grant.per == ("quận, huyện, thị xã", "xã, phường, thị trấn")
    assert [one.text for one in reading.quotas] == ["01 thôn, tổ dân phố"]


def test_every_body_of_part_three_gets_its_tasks(reading: Reading) -> None:
    given = {(one.section, one.actors): len(one.tasks) for one in reading.assignments if one.section[:3] == "III"}
    actors = [names for _, names in given]

    assert given["III.1", ("Ủy ban MTTQ Việt Nam Thành phố",)] == 4
    assert ("Sở Tài nguyên và Môi trường", "Sở Xây dựng", "Sở Giao thông vận tải") in actors
    assert ("Sở Nông nghiệp và phát triển Nông thôn", "Văn phòng điều phối nông thôn mới Thành phố") in actors
    assert ("Ban Thi đua - Khen thưởng Thành phố (Sở Nội vụ)",) in actors
    assert ("Ban chỉ đạo phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” xã, phường, thị trấn",) in actors
    assert len(next(names for section, names in given if section == "III.3")) == 5
    assert len([section for section, _ in given if section == "III.5"]) == 4


def test_contents_stand_by_level_and_the_mailbox_is_found(reading: Reading) -> None:
    by_level = {one.level: len(one.items) for one in reading.contents}

    assert by_level == {"": 4, "thôn, tổ dân phố": 11, "xã, phường, thị trấn": 2}
    assert reading.emails == ("banphongtraomthn@gmail.com",)
