"""Bring in a scheme shipped with the program."""

from datetime import datetime

from django.db import transaction

from danban.audit import actions as audit
from danban.kit.actor import Actor
from danban.units import rules, shipped
from danban.units.models import BodyKind, Level, Scheme, UnitKind


@transaction.atomic
def load_scheme(code: str, *, actor: Actor, at: datetime) -> Scheme:
    """Write a scheme's levels, kinds of units and kinds of bodies; again changes wording only.

    Raises ``NotFound`` for a scheme that is not shipped, ``NotYours`` for anyone who does not keep the tree.
    """
    rules.check_can_load_scheme(actor, at=at)
    text = shipped.scheme(code)
    scheme, _ = Scheme.objects.update_or_create(code=code, defaults={"name": text.name, "hands": dict(text.hands)})
    for depth, level_text in enumerate(text.levels):
        level, _ = Level.objects.update_or_create(
            scheme=scheme, depth=depth, defaults={"code": level_text.code, "name": level_text.name}
        )
        for kind in level_text.kinds:
            UnitKind.objects.update_or_create(
                level=level,
                code=kind.code,
                defaults={"name": kind.name, "short": kind.short, "is_urban": kind.is_urban},
            )
    for position, body_kind in enumerate(shipped.body_kinds()):
        BodyKind.objects.update_or_create(
            code=body_kind.code,
            defaults={"name": body_kind.name, "short": body_kind.short, "position": position},
        )
    audit.record(
        actor=actor, event="scheme.loaded", subject="scheme", subject_id=scheme.pk, at=at, changes={"code": code}
    )
    return scheme
