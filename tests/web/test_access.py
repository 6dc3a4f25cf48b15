"""Every address, asked by every role at every place, answers what the table says."""

from itertools import groupby

import pytest

from tests.cast import Cast
from tests.web.access import COLUMNS, TABLE, Asker, Line, known_addresses, read_table

LINES = read_table()
ROOMS = sorted({line.name.rpartition(":")[0] for line in LINES})


def test_every_address_stands_in_the_table_and_nothing_else_does(cast: Cast) -> None:
    known, written = known_addresses(), {line.name for line in LINES}
    missing = sorted(set(known) - written)
    if missing:
        asker = Asker.of(cast)
        found = "\n".join(str(asker.answer(Line(name, "GET", ()))) for name in missing)
        pytest.fail(
            f"Các địa chỉ sau chưa có trong {TABLE.name}. Hiện chúng trả lời như sau; hãy soát rồi ghi:\n{found}"
        )

    assert not written - set(known)


def test_every_line_has_a_cell_for_everybody() -> None:
    assert [str(line) for line in LINES if len(line.cells) != len(COLUMNS)] == []
    seen = [(line.address, line.method) for line in LINES]
    assert [key for key, same in groupby(sorted(seen)) if len(list(same)) > 1] == []


@pytest.mark.parametrize("room", ROOMS)
def test_everybody_is_answered_as_the_table_says(cast: Cast, room: str) -> None:
    asker = Asker.of(cast)
    lines = [line for line in LINES if line.name.rpartition(":")[0] == room]

    wrong = [(line, found) for line in lines if (found := asker.answer(line)) != line]

    assert not wrong, "\n" + "\n".join(f"bảng ghi: {line}\nthực tế : {found}" for line, found in wrong)
