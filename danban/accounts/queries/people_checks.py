"""What may be wrong with a row of a table of people. Each check yields every problem it sees, none raises."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from danban.accounts import rules
from danban.accounts.models import Account, Appointment
from danban.accounts.queries.people_ground import PeopleGround, PersonLine, role_called
from danban.accounts.roles import ROLES, Role
from danban.accounts.texts import BODY, EMAIL, ENDS_ON, FULL_NAME, PHONE, ROLE, STARTS_ON, TITLE, UNIT_CODE
from danban.kit.tables import RowProblem
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import day, fold, squeeze
from danban.units.models import Body, Placement

_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
_FIRST, _LAST = date(1945, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True)
class Cells:
    """A row as understood; None where a cell is empty or makes no sense, which a check then says."""

    line: PersonLine
    full_name: str
    email: str | None
    phone: str | None
    role: Role | None
    place: Placement | None
    body: Body | None
    title: str
    starts_on: date | None
    ends_on: date | None
    known: tuple[Account, ...]

    @property
    def key(self) -> str:
        """Who the row is about: the known person, else the contact named first."""
        return str(self.known[0].pk) if self.known else self.email or self.phone or ""


Check = Callable[[Cells, PeopleGround], Iterator[RowProblem]]


def day_of(text: str) -> date | None:
    """A day as people write it, 10/02/2023 or 2023-02-10; None for anything else and for a year nobody means."""
    for form in _FORMS:
        try:
            found = datetime.strptime(text, form).date()  # noqa: DTZ007 - a civil day has no zone
        except ValueError:
            continue
        return found if _FIRST <= found <= _LAST else None
    return None


def understand(line: PersonLine, ground: PeopleGround) -> Cells:
    """The cells of a row in their one form."""
    email, phone = rules.normal_email(line.email), rules.normal_phone(line.phone)
    place = ground.places.get(line.unit_code)
    bodies = ground.bodies_called(place.unit_id, line.body) if place and line.body else []
    known = {account.pk: account for key in (email, phone) if key and (account := ground.accounts.get(key))}
    return Cells(
        line, squeeze(line.full_name), email, phone, role_called(line.role), place,
        bodies[0] if len(bodies) == 1 else None, squeeze(line.title), day_of(line.starts_on), day_of(line.ends_on),
        tuple(known.values()),
    )  # fmt: skip


def list_row_problems(cells: Cells, ground: PeopleGround) -> list[RowProblem]:
    """Every problem of one row by itself; of an office that stands already only who it is about matters."""
    checks = _ABOUT_PEOPLE if standing_office(cells, ground) else (*_ABOUT_PEOPLE, *_ABOUT_OFFICES)
    return [problem for check in checks for problem in check(cells, ground)]


def standing_office(cells: Cells, ground: PeopleGround) -> Appointment | None:
    """The very office of a row, held already from the same day; an empty last day asks for nothing."""
    for office in same_post(cells, ground):
        if office.starts_on == cells.starts_on and (not cells.line.ends_on or office.ends_on == cells.ends_on):
            return office
    return None


def same_post(cells: Cells, ground: PeopleGround) -> list[Appointment]:
    """What a known person holds, held or will hold of the post a row names."""
    if not cells.known or cells.place is None or cells.role is None:
        return []
    wanted = (cells.role.code, cells.place.unit_id, cells.body.pk if cells.body else None)
    held = ground.offices.get(cells.known[0].pk, [])
    return [office for office in held if (office.role, office.unit_id, office.body_id) == wanted]


def _person(cells: Cells, ground: PeopleGround) -> Iterator[RowProblem]:  # noqa: ARG001
    line = cells.line
    if not any(letter.isalpha() for letter in cells.full_name) or len(cells.full_name) > 120:
        yield RowProblem(line.number, FULL_NAME, "để trống hoặc không phải tên", "họ và tên, không quá 120 ký tự")
    if line.email and cells.email is None:
        yield RowProblem(line.number, EMAIL, f"“{line.email[:40]}” không phải e-mail", "ví dụ lan.hoang@hanoi.gov.vn")
    if line.phone and cells.phone is None:
        yield RowProblem(line.number, PHONE, f"“{line.phone[:40]}” không phải số điện thoại", "ví dụ 0912 345 678")
    if not line.email and not line.phone:
        yield RowProblem(line.number, PHONE, "không có cả e-mail lẫn điện thoại", "ít nhất một trong hai")


def _known(cells: Cells, ground: PeopleGround) -> Iterator[RowProblem]:  # noqa: ARG001
    """A known person is matched by e-mail or phone; nothing of theirs is changed, so nothing may contradict."""
    number = cells.line.number
    if len(cells.known) > 1:
        yield RowProblem(number, PHONE, "e-mail và điện thoại thuộc về hai người khác nhau", "của cùng một người")
        return
    for account in cells.known:
        if fold(account.full_name) != fold(cells.full_name):
            yield RowProblem(
                number, FULL_NAME, "e-mail hoặc điện thoại này đang thuộc về người mang tên khác",
                "đúng tên người đó, hoặc liên hệ khác",
            )  # fmt: skip
        if cells.email and account.email and account.email != cells.email:
            yield RowProblem(number, EMAIL, "khác e-mail đang có của người này", "e-mail đang có, hoặc để trống")
        if cells.phone and account.phone and account.phone != cells.phone:
            yield RowProblem(number, PHONE, "khác số đang có của người này", "số đang có, hoặc để trống")


def _taker(cells: Cells, ground: PeopleGround) -> Iterator[RowProblem]:
    for account in cells.known:
        if ground.actor.user_id == account.pk:
            wrong = "là chính bạn"
            yield RowProblem(cells.line.number, FULL_NAME, wrong, "người khác; không ai tự giao vị trí cho mình")
        if not account.is_active:
            wrong = "tài khoản đang bị khóa"
            yield RowProblem(cells.line.number, FULL_NAME, wrong, "mở lại tài khoản trước khi nạp")


def _where(cells: Cells, ground: PeopleGround) -> Iterator[RowProblem]:
    line, place = cells.line, cells.place
    if place is None or not ground.actor.covers(place.tree_id, place.path):
        wrong = f"không có đơn vị mã “{line.unit_code[:40]}” trong phạm vi" if line.unit_code else "để trống"
        yield RowProblem(line.number, UNIT_CODE, wrong, "mã của một đơn vị bên dưới, để dạng Văn bản")
    elif not rules.is_below(ground.actor, place):
        yield RowProblem(
            line.number, UNIT_CODE, "là chính đơn vị bạn", "một đơn vị bên dưới; vị trí ở đây do cấp trên giao"
        )
    if cells.role is None:
        wrong = f"không có vai trò “{line.role[:40]}”" if line.role else "để trống"
        yield RowProblem(line.number, ROLE, wrong, f"một trong: {'; '.join(role.name for role in ROLES.values())}")
    elif place and cells.role.level != place.level.code:
        yield RowProblem(
            line.number, ROLE, f"“{cells.role.name}” không đặt ở {place.name}", f"vai trò của cấp {place.level.name}"
        )
    if len(cells.title) > 160:
        yield RowProblem(line.number, TITLE, f"dài {len(cells.title)} ký tự", "không quá 160 ký tự")


def _body(cells: Cells, ground: PeopleGround) -> Iterator[RowProblem]:
    if not cells.line.body or cells.place is None:
        return
    names = "; ".join(body.name for body in ground.bodies.get(cells.place.unit_id, [])) or "ô trống"
    if cells.body is None:
        yield RowProblem(
            cells.line.number, BODY, f"không rõ “{cells.line.body[:60]}” là cơ quan nào", f"một trong: {names}"
        )
    elif cells.starts_on and not is_in_term(max(ground.on, cells.starts_on), cells.body.starts_on, cells.body.ends_on):
        yield RowProblem(cells.line.number, BODY, "không hoạt động vào ngày đó", f"một trong: {names}")


def _term(cells: Cells, ground: PeopleGround) -> Iterator[RowProblem]:
    line, tree_end = cells.line, ground.tree.ends_on
    if cells.starts_on is None:
        wrong = f"“{line.starts_on[:40]}” không phải một ngày" if line.starts_on else "để trống"
        yield RowProblem(line.number, STARTS_ON, wrong, "ngày dạng 10/02/2023")
    elif tree_end and cells.starts_on > tree_end:
        yield RowProblem(line.number, STARTS_ON, "sau ngày cơ cấu đơn vị hết hiệu lực", f"ngày đến hết {day(tree_end)}")
    if line.ends_on and cells.ends_on is None:
        yield RowProblem(
            line.number, ENDS_ON, f"“{line.ends_on[:40]}” không phải một ngày", "ngày dạng 10/02/2023, hoặc trống"
        )
    elif cells.starts_on and cells.ends_on and cells.ends_on < cells.starts_on:
        yield RowProblem(line.number, ENDS_ON, "trước ngày bắt đầu", f"ngày từ {day(cells.starts_on)} trở đi")


_ABOUT_PEOPLE: tuple[Check, ...] = (_person, _known)
_ABOUT_OFFICES: tuple[Check, ...] = (_taker, _where, _body, _term)
