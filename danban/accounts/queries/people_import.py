"""The dry run of a table of people: who would be entered, which offices given, and everything that is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from danban.accounts import rules
from danban.accounts.models import Account
from danban.accounts.queries.people_checks import Cells, list_row_problems, same_post, standing_office, understand
from danban.accounts.queries.people_ground import PeopleGround, PersonLine, survey_people
from danban.accounts.texts import EMAIL, HEADINGS, OPTIONAL_HEADINGS, PHONE, REQUIRED_HEADINGS, STARTS_ON
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.kit.tables import RowProblem, read_table
from danban.kit.vietnamese import day, fold

MOST_ROWS = 20_000


@dataclass(frozen=True)
class PlannedOffice:
    """One sound row: an office of a known person (``account``) or of a new one; ``is_held``: it stands already."""

    cells: Cells
    account: Account | None
    is_held: bool


@dataclass(frozen=True)
class PeoplePlan:
    """What would happen. With ``problems`` nothing would, and ``offices`` is empty."""

    rows: int
    problems: tuple[RowProblem, ...]
    offices: tuple[PlannedOffice, ...]

    @property
    def to_give(self) -> list[PlannedOffice]:
        """The offices that would be given."""
        return [office for office in self.offices if not office.is_held]

    @property
    def new_people(self) -> int:
        """How many people would be entered."""
        return len({office.cells.key for office in self.offices if office.account is None})

    @property
    def new_offices(self) -> int:
        """How many offices would be given."""
        return len(self.to_give)

    @property
    def unchanged(self) -> int:
        """How many rows stand already as they are."""
        return len(self.offices) - len(self.to_give)


def plan_people(actor: Actor, content: bytes, *, at: datetime) -> PeoplePlan:
    """Read an XLSX or CSV table and plan it; every bad row is in ``problems``. Constant queries for any table.

    Raises ``NotYours`` for an office that appoints nobody, ``BadInput`` if the file is no table, lacks a column or
    has no row.
    """
    rules.check_can_import_people(actor, at=at)
    rows = read_table(content, headings=REQUIRED_HEADINGS, optional=OPTIONAL_HEADINGS)
    if not 0 < len(rows) <= MOST_ROWS:
        raise BadInput(f"Bảng cần từ một đến {MOST_ROWS} dòng người dưới dòng tên cột.")
    lines = [PersonLine(row.number, *(row.cells[column] for column in HEADINGS)) for row in rows]
    ground = survey_people(actor, lines, on=clock.day_of(at))
    known = [understand(line, ground) for line in lines]
    problems = [problem for cells in known for problem in list_row_problems(cells, ground)]
    problems += _clashes(known, ground)
    problems.sort(key=lambda problem: problem.row)
    offices = () if problems else tuple(_planned(cells, ground) for cells in known)
    return PeoplePlan(len(lines), tuple(problems), offices)


def _planned(cells: Cells, ground: PeopleGround) -> PlannedOffice:
    account = cells.known[0] if cells.known else None
    return PlannedOffice(cells, account, is_held=standing_office(cells, ground) is not None)


def _clashes(rows: Sequence[Cells], ground: PeopleGround) -> list[RowProblem]:
    """Rows against each other and against what is held: one person one name, one post once at a time."""
    problems: list[RowProblem] = []
    people: dict[str, Cells] = {}
    posts: dict[tuple[object, ...], list[Cells]] = {}
    for cells in rows:
        problems += _other_person(cells, people)
        problems += _held_twice(cells, posts, ground)
    return problems


def _other_person(cells: Cells, people: dict[str, Cells]) -> list[RowProblem]:
    """A contact stands for one person in the whole table."""
    for column, key in ((EMAIL, cells.email), (PHONE, cells.phone)):
        if not key:
            continue
        first = people.setdefault(key, cells)
        is_same = fold(first.full_name) == fold(cells.full_name) and first.key == cells.key
        if not is_same:
            wrong = f"ở dòng {first.line.number} là liên hệ của người khác, hoặc thiếu liên hệ"
            expected = "mỗi người ghi đủ e-mail, điện thoại như nhau ở mọi dòng"
            return [RowProblem(cells.line.number, column, wrong, expected)]
    return []


def _held_twice(cells: Cells, posts: dict[tuple[object, ...], list[Cells]], ground: PeopleGround) -> list[RowProblem]:
    if cells.place is None or cells.role is None or cells.starts_on is None or not cells.key:
        return []
    key = (cells.key, cells.role.code, cells.place.unit_id, cells.body.pk if cells.body else None)
    others = posts.setdefault(key, [])
    for other in others:
        if other.starts_on and _overlap(cells.starts_on, cells.ends_on, other.starts_on, other.ends_on):
            wrong = f"trùng vị trí và thời gian với dòng {other.line.number}"
            return [RowProblem(cells.line.number, STARTS_ON, wrong, "mỗi vị trí một dòng trong một thời gian")]
    others.append(cells)
    if standing_office(cells, ground):
        return []
    for office in same_post(cells, ground):
        if _overlap(cells.starts_on, cells.ends_on, office.starts_on, office.ends_on):
            till = f" đến hết {day(office.ends_on)}" if office.ends_on else ""
            wrong = f"người này đã giữ vị trí đó từ {day(office.starts_on)}{till}"
            return [
                RowProblem(
                    cells.line.number, STARTS_ON, wrong, "đúng ngày đang có; đổi ngày thì làm ở trang của người đó"
                )
            ]
    return []


def _overlap(start: date, end: date | None, other_start: date, other_end: date | None) -> bool:
    return (other_end is None or start <= other_end) and (end is None or other_start <= end)
