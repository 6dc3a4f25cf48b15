"""Simulated signers: who signs for the two chairing bodies of every unit, and the heads of the villages."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from danban.accounts.models import Appointment
from danban.demo.people import person_name
from danban.documents.actions import SignerRow
from danban.documents.states import Power
from danban.units.models import Body, Tree

_CHAIRING = ("peoples_committee", "front_committee")
_VILLAGE = {"front_work_committee": "Trưởng ban", "village_head": "Trưởng thôn"}
_DEPUTY_ONE_IN = 5


@dataclass(frozen=True)
class _Seat:
    """Somebody in a body: the account, the name, the title."""

    account_id: int
    name: str
    title: str


def simulate_signers(tree: Tree, *, on: date) -> Iterator[SignerRow]:
    """A signer for each body that issues papers: its head where the head sits here, else a drawn name."""
    seats = _seats(on)
    bodies = Body.objects.standing_on(on).filter(unit__placements__tree=tree)
    found = bodies.filter(kind__code__in=(*_CHAIRING, *_VILLAGE)).order_by("pk")
    columns = ("pk", "kind__code", "unit__placements__code", "unit__placements__kind__code")
    for pk, kind, code, unit_kind in found.filter(unit__placements__tree=tree).values_list(*columns):
        held = seats.get(pk, [])
        if kind in _VILLAGE:
            yield from _village(pk, kind, unit_kind, held, on)
        else:
            yield _chair(pk, f"signer {kind} {code}", held, on)


def _seats(on: date) -> dict[int, list[_Seat]]:
    found: dict[int, list[_Seat]] = {}
    held = Appointment.objects.held_on(on).filter(body__isnull=False).order_by("pk")
    for body, account, name, title in held.values_list("body_id", "account_id", "account__full_name", "title"):
        found.setdefault(body or 0, []).append(_Seat(account, name, title))
    return found


def _chair(body_id: int, seed: str, held: list[_Seat], on: date) -> SignerRow:
    """The chair; in one body of five a deputy signs for the chair."""
    head = next((seat for seat in held if seat.title.startswith("Chủ tịch")), None)
    if head is not None:
        return SignerRow(body_id, head.name, "Chủ tịch", on, account_id=head.account_id)
    if random.Random(seed).randrange(_DEPUTY_ONE_IN) == 0:
        return SignerRow(body_id, person_name(seed), "Phó Chủ tịch", on, Power.FOR_HEAD, "Chủ tịch")
    return SignerRow(body_id, person_name(seed), "Chủ tịch", on)


def _village(body_id: int, kind: str, unit_kind: str, held: list[_Seat], on: date) -> Iterator[SignerRow]:
    position = "Tổ trưởng" if kind == "village_head" and unit_kind == "to_dan_pho" else _VILLAGE[kind]
    for seat in held[:1]:
        yield SignerRow(body_id, seat.name, position, on, Power.OWN, account_id=seat.account_id)
