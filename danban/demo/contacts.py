"""Simulated telephone numbers, mail and addresses of work. None of them can reach anybody.

Fixed lines of Hà Nội never begin with 0 behind the area code 024, so these numbers belong to nobody; ``.invalid``
is a domain that can receive nothing (RFC 2606).
"""

import random

from danban.units.actions import BodyContacts
from danban.units.models import Body, Placement, Tree

_SEATED = ("city", "district", "commune")
_DOMAIN = "trinh-dien.invalid"


def work_phone(seed: str) -> str:
    """A number of the form 024 0xxx xxxx, always the same for a seed."""
    return f"0240{random.Random(f'phone {seed}').randrange(10**7):07d}"


def contacts_of_bodies(tree: Tree) -> list[BodyContacts]:
    """How the bodies of the city, the districts and the communes of a tree are reached."""
    seated = Placement.objects.filter(tree=tree, level__code__in=_SEATED)
    place_of = {place.unit_id: place for place in seated.order_by("path", "pk")}
    bodies = Body.objects.filter(unit_id__in=place_of, ends_on__isnull=True).select_related("kind")
    return [_contacts(body, place_of[body.unit_id]) for body in bodies.order_by("pk")]


def _contacts(body: Body, place: Placement) -> BodyContacts:
    seed = f"{body.kind.code} {place.code}"
    number = random.Random(f"house {place.code}").randint(1, 150)
    return BodyContacts(
        body_id=body.pk,
        phone=work_phone(seed),
        email=f"{body.kind.code.replace('_', '-')}.{place.code}@{_DOMAIN}",
        address=f"Số {number} đường Trình Diễn, {place.name}",
    )
