"""Reads ``access_table.txt`` and asks every address as every role at every place.

The table is the expectation, written for people; this file is only its machinery. To add an address: write its
line (the failing test prints one to check, never to copy blindly) and, if the address names a thing, say in
``places.py`` which thing of that kind lies at a place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from danban.accounts.models import Account
from danban.accounts.roles import ROLES
from tests.accounts.factories import make_appointment
from tests.cast import Cast
from tests.web import places
from tests.web.entering import browser_of

TABLE = Path(__file__).with_name("access_table.txt")
LETTERS = {200: "o", 302: ">", 403: "f", 404: "x", 405: "m", 409: "c", 422: "u"}
STANDS = {
    "city": {"own": "01", "below": "00001"},
    "district": {"own": "001", "below": "00001", "sideways": "017", "above": "01"},
    "commune": {"own": "00001", "below": "00001.01", "sideways": "00004", "above": "001"},
    "village": {"own": "00001.01", "sideways": "00001.02", "above": "00001"},
}
PLACES = ("own", "below", "sideways", "above")
COLUMNS = ("nobody", "stranger", *ROLES)
_FIRST = {(role.level, role.permissions): role.code for role in reversed(ROLES.values())}
_TWINS = {role.code: _FIRST[role.level, role.permissions] for role in ROLES.values()}


@dataclass(frozen=True)
class Line:
    """One line of the table: an address (perhaps with names after "?"), a method, a cell for each column."""

    address: str
    method: str
    cells: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the address in the URLconf."""
        return self.address.partition("?")[0]

    @property
    def asked(self) -> list[str]:
        """Names of values that go behind "?"."""
        return [name for name in self.address.partition("?")[2].split("&") if name]

    def __str__(self) -> str:
        cells = "".join(f"{cell:5}" for cell in self.cells)
        return f"{self.address:36} {self.method:5}{cells}".rstrip()


def read_table() -> list[Line]:
    """The lines of the table; headings and comments start with "#"."""
    rows = (line.split() for line in TABLE.read_text(encoding="utf-8").splitlines())
    return [Line(row[0], row[1], tuple(row[2:])) for row in rows if row and not row[0].startswith("#")]


@lru_cache(maxsize=1)
def known_addresses() -> dict[str, list[str]]:
    """Every name of the URLconf with the names of its values; an address without a name is an error."""
    return dict(_walk(get_resolver(), "", []))


def _walk(resolver: URLResolver, prefix: str, above: list[str]) -> Iterator[tuple[str, list[str]]]:
    for entry in resolver.url_patterns:
        values = [*above, *entry.pattern.regex.groupindex]
        if isinstance(entry, URLResolver):
            deeper = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from _walk(entry, deeper, values)
        elif isinstance(entry, URLPattern):
            assert entry.name, f"Địa chỉ {entry.pattern} chưa có tên."
            yield f"{prefix}{entry.name}", values


@dataclass
class Asker:
    """Everybody of the table, signed in once; ``world`` is what the values are taken from."""

    world: places.World
    cookies: dict[str, Any] = field(default_factory=dict)
    """By column; roles that may do the same at the same level are asked once, as the first of them."""

    @classmethod
    def of(cls, cast: Cast) -> "Asker":
        """Sign in one person for each role, at the unit where its level stands."""
        asker = cls(places.World(cast))
        asker.cookies["nobody"] = Client().cookies
        asker.cookies["stranger"] = browser_of(cast.stranger).cookies
        for role in set(_TWINS.values()):
            asker.cookies[role] = browser_of(_holder(cast, role)).cookies
        return asker

    def answer(self, line: Line) -> Line:
        """The line as it really is."""
        named = known_addresses()[line.name] + line.asked
        has_place = any(places.depends_on_place(line.name, name) for name in named)
        cells = {column: self._cell(line, column, has_place=has_place) for column in self.cookies}
        return Line(line.address, line.method, tuple(cells[_TWINS.get(column, column)] for column in COLUMNS))

    def _cell(self, line: Line, column: str, *, has_place: bool) -> str:
        role = ROLES.get(column)
        stands = STANDS[role.level if role else "commune"]
        if not has_place:
            return self._ask(line, column, stands["own"])
        if role is None:
            return self._ask(line, column, "00001")
        return "".join(self._ask(line, column, stands[place]) if place in stands else "-" for place in PLACES)

    def _ask(self, line: Line, column: str, code: str) -> str:
        place = self.world.cast.places[code]
        values = {name: self.world.value(line.name, name, place) for name in known_addresses()[line.name]}
        asked = {name: self.world.value(line.name, name, place) for name in line.asked}
        address = reverse(line.name, kwargs=values) + (f"?{urlencode(asked)}" if asked else "")
        client = Client()
        client.cookies = self.cookies[column].copy()
        with transaction.atomic():
            status = client.generic(line.method, address).status_code
            transaction.set_rollback(True)
        return LETTERS.get(status, str(status))


def _holder(cast: Cast, role: str) -> Account:
    office = next((office for office in cast.offices.values() if office.role == role), None)
    if office is None:
        unit = cast.places[STANDS[ROLES[role].level]["own"]].unit
        office = make_appointment(unit, role=role)
    return office.account
