"""What may be wrong with a row of a list of units. Each check yields every problem it sees, none raises."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from danban.kit import paths
from danban.kit.tables import RowProblem
from danban.units.queries.ground import Ground, Line
from danban.units.texts import CODE, HOUSEHOLDS, KIND, NAME, PARENT, PUBLIC_CODE

_CODE_SHAPE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/-]{0,11}", re.ASCII)
_PLAIN_COUNT = re.compile(r"[0-9]{1,7}|[0-9]{1,3}(\.[0-9]{3}){1,2}", re.ASCII)
_NAME_LENGTH = 160


@dataclass(frozen=True)
class Sheet:
    """The whole list with what rows are compared with: first rows by code and by public code, final names."""

    lines: Sequence[Line]
    ground: Ground
    first_by_code: Mapping[str, Line]
    first_by_public_code: Mapping[str, Line]
    codes_by_name: Mapping[tuple[str, int, str], tuple[str, ...]]
    children: Mapping[str, int]
    roots: tuple[str, ...]
    without_zeros: Mapping[str, str]
    placed: Mapping[int, str]


Check = Callable[[Line, Sheet], Iterator[RowProblem]]


def list_problems(lines: Sequence[Line], ground: Ground) -> list[RowProblem]:
    """Every problem of every row, in order of rows."""
    sheet = _lay_out(lines, ground)
    return [problem for line in lines for check in _CHECKS for problem in check(line, sheet)]


def households_of(text: str) -> int | None:
    """ "1.234" or "1234" → 1234; None for an empty cell. Only for texts the check let through."""
    return int(text.replace(".", "")) if text else None


def name_key(name: str) -> str:
    """Two names are the same if only their case differs; accents tell names apart."""
    return name.casefold()


def _lay_out(lines: Sequence[Line], ground: Ground) -> Sheet:
    by_code: dict[str, Line] = {}
    by_public_code: dict[str, Line] = {}
    for line in lines:
        by_code.setdefault(line.code, line)
        by_public_code.setdefault(line.public_code, line)
    names: dict[tuple[str, int, str], tuple[str, ...]] = {}
    children: Counter[str] = Counter()
    for code, standing in ground.standing.items():
        children[standing.parent_code] += 1
        if code not in by_code:
            _name(names, (standing.parent_code, standing.kind_id, name_key(standing.name)), code)
    for code, line in by_code.items():
        children[line.parent_code] += code not in ground.standing
        kind = ground.kind(line.kind)
        if kind:
            _name(names, (line.parent_code, kind.pk, name_key(line.name)), code)
    return Sheet(
        lines,
        ground,
        by_code,
        by_public_code,
        names,
        children,
        roots=_list_roots(lines, ground),
        without_zeros={code.lstrip("0"): code for code in (*by_code, *ground.standing) if code.startswith("0")},
        placed={place.unit_id: code for code, place in ground.standing.items()},
    )


def _list_roots(lines: Sequence[Line], ground: Ground) -> tuple[str, ...]:
    """Codes that claim the top: the one standing there, then those of the list."""
    claimed = [place.code for place in ground.standing.values() if place.depth == 0]
    for line in lines:
        kind = ground.kind(line.kind)
        if kind is not None and kind.depth == 0:
            claimed.append(line.code)
    return tuple(claimed)


def _name(names: dict[tuple[str, int, str], tuple[str, ...]], key: tuple[str, int, str], code: str) -> None:
    names[key] = (*names.get(key, ()), code)


def _code(line: Line, sheet: Sheet) -> Iterator[RowProblem]:
    if not line.code:
        yield RowProblem(line.number, CODE, "để trống", "mã đơn vị")
    elif not _CODE_SHAPE.fullmatch(line.code):
        yield RowProblem(line.number, CODE, f"“{line.code[:40]}” sai dạng", "tối đa 12 chữ không dấu, chữ số, . _ / -")
    elif sheet.first_by_code[line.code] is not line:
        first = sheet.first_by_code[line.code].number
        yield RowProblem(line.number, CODE, f"“{line.code}” trùng với dòng {first}", "mỗi mã chỉ một dòng")


def _name_shape(line: Line, sheet: Sheet) -> Iterator[RowProblem]:  # noqa: ARG001
    if not line.name:
        yield RowProblem(line.number, NAME, "để trống", "tên đầy đủ, ví dụ “Phường Phúc Xá”")
    elif len(line.name) > _NAME_LENGTH:
        yield RowProblem(line.number, NAME, f"dài {len(line.name)} ký tự", f"nhiều nhất {_NAME_LENGTH} ký tự")
    elif any(unicodedata.category(char).startswith("C") for char in line.name):
        yield RowProblem(line.number, NAME, "có ký tự ẩn không in được", "tên chỉ gồm chữ, số và dấu câu; hãy gõ lại")


def _name_double(line: Line, sheet: Sheet) -> Iterator[RowProblem]:
    kind = sheet.ground.kind(line.kind)
    if not kind or not line.name or not line.code:
        return
    same = sheet.codes_by_name.get((line.parent_code, kind.pk, name_key(line.name)), ())
    if len(same) > 1 and same[0] != line.code:
        other = sheet.first_by_code.get(same[0])
        where = f"dòng {other.number}" if other else f"đơn vị mã {same[0]} đang có"
        yield RowProblem(
            line.number, NAME, f"“{line.name}” trùng tên với {where}", "tên khác nhau dưới cùng một cấp trên"
        )


def _kind(line: Line, sheet: Sheet) -> Iterator[RowProblem]:
    kind, standing = sheet.ground.kind(line.kind), sheet.ground.standing.get(line.code)
    if kind is None:
        wrong = f"không có loại “{line.kind[:40]}”" if line.kind else "để trống"
        yield RowProblem(line.number, KIND, wrong, f"một trong: {sheet.ground.kind_names()}")
    elif standing and standing.depth != kind.depth:
        was = sheet.ground.level_name(standing.depth)
        yield RowProblem(
            line.number,
            KIND,
            f"mã {line.code} đang thuộc cấp {was}",
            f"loại cùng cấp {was}, hoặc mã khác cho đơn vị mới",
        )


def _parent(line: Line, sheet: Sheet) -> Iterator[RowProblem]:
    kind = sheet.ground.kind(line.kind)
    if kind is None:
        return
    if kind.depth == 0:
        yield from _root(line, sheet)
        return
    wanted = f"mã của một đơn vị cấp {sheet.ground.level_name(kind.depth - 1)}"
    if not line.parent_code:
        yield RowProblem(line.number, PARENT, "để trống", wanted)
        return
    known, depth = _depth_of(line.parent_code, sheet)
    if not known:
        yield RowProblem(
            line.number,
            PARENT,
            f"không có đơn vị mã “{line.parent_code[:40]}”",
            wanted + _zeros(line.parent_code, sheet),
        )
    elif depth is not None and depth != kind.depth - 1:
        yield RowProblem(line.number, PARENT, f"{line.parent_code} thuộc cấp {sheet.ground.level_name(depth)}", wanted)


def _root(line: Line, sheet: Sheet) -> Iterator[RowProblem]:
    if line.parent_code:
        yield RowProblem(line.number, PARENT, "cấp cao nhất không có cấp trên", "ô trống")
    if sheet.roots[0] != line.code:
        yield RowProblem(line.number, KIND, f"đã có đơn vị cấp cao nhất mã {sheet.roots[0]}", "chỉ một đơn vị cấp này")


def _depth_of(code: str, sheet: Sheet) -> tuple[bool, int | None]:
    """Whether a code is known, and the depth of its unit if that is known too."""
    if code in sheet.ground.standing:
        return True, sheet.ground.standing[code].depth
    line = sheet.first_by_code.get(code)
    kind = sheet.ground.kind(line.kind) if line else None
    return line is not None, kind.depth if kind else None


def _zeros(code: str, sheet: Sheet) -> str:
    """A hint where a spreadsheet program ate the zeros in front."""
    known = sheet.without_zeros.get(code)
    return f"; có phải “{known}”? (ô mã phải để dạng Văn bản để giữ số 0 ở đầu)" if known else ""


def _stays(line: Line, sheet: Sheet) -> Iterator[RowProblem]:
    standing = sheet.ground.standing.get(line.code)
    if standing is None:
        return
    if standing.depth and standing.parent_code != line.parent_code:
        yield RowProblem(
            line.number,
            PARENT,
            f"mã {line.code} đang thuộc {standing.parent_code}",
            f"“{standing.parent_code}” như hiện có; chuyển đơn vị sang cấp trên khác thì mở bản cơ cấu mới",
        )
    if line.public_code and line.public_code != standing.public_code:
        yield RowProblem(
            line.number,
            PUBLIC_CODE,
            f"mã {line.code} đang là đơn vị {standing.public_code}",
            f"“{standing.public_code}” hoặc để trống",
        )


def _households(line: Line, sheet: Sheet) -> Iterator[RowProblem]:  # noqa: ARG001
    if line.households and not _PLAIN_COUNT.fullmatch(line.households):
        yield RowProblem(
            line.number, HOUSEHOLDS, f"“{line.households[:40]}” không phải số hộ", "số nguyên từ 0, ví dụ 215"
        )


def _public_code(line: Line, sheet: Sheet) -> Iterator[RowProblem]:
    if not line.public_code:
        return
    unit_id = sheet.ground.units.get(line.public_code)
    if unit_id is None:
        yield RowProblem(
            line.number,
            PUBLIC_CODE,
            f"không có đơn vị “{line.public_code[:40]}”",
            "mã đang có, hoặc để trống để tạo mới",
        )
        return
    first = sheet.first_by_public_code[line.public_code]
    if first is not line:
        yield RowProblem(line.number, PUBLIC_CODE, f"trùng với dòng {first.number}", "mỗi đơn vị chỉ một dòng")
    elsewhere = sheet.placed.get(unit_id)
    if elsewhere and elsewhere != line.code:
        yield RowProblem(line.number, PUBLIC_CODE, f"đơn vị này đang đứng ở mã {elsewhere}", f"mã “{elsewhere}”")


def _room(line: Line, sheet: Sheet) -> Iterator[RowProblem]:
    if sheet.children[line.parent_code] > paths.LIMIT and line.code not in sheet.ground.standing:
        yield RowProblem(
            line.number, PARENT, f"quá nhiều đơn vị dưới {line.parent_code}", f"nhiều nhất {paths.LIMIT} đơn vị"
        )


_CHECKS: tuple[Check, ...] = (
    _code, _name_shape, _name_double, _kind, _parent, _stays, _households, _public_code, _room,
)  # fmt: skip
