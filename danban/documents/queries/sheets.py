"""The paper a sheet makes: how a draft looks, and what is frozen when it is issued."""

from datetime import date

from danban.documents import rules
from danban.documents.models import Signer
from danban.documents.queries.letterhead import letterhead
from danban.papers.paper import Paper, Profile, Signature
from danban.papers.typed import blocks_from
from danban.units.models import Body

_PROBE = 12_345


def bodies_of(sheet: rules.Sheet) -> list[Body]:
    """The bodies that issue it, in their order, with their kind; those that are there."""
    found = Body.objects.select_related("kind").in_bulk(list(sheet.body_ids))
    return [found[pk] for pk in sheet.body_ids if pk in found]


def signers_in(sheet: rules.Sheet) -> list[Signer]:
    """Who signs, in the order of the bodies; those that are there, each with the body and its kind."""
    found = Signer.objects.filter(pk__in=sheet.signer_ids).select_related("body__kind").order_by("pk")
    order = {pk: at for at, pk in enumerate(sheet.body_ids)}
    return sorted(found, key=lambda signer: (order.get(signer.body_id, len(order)), signer.pk))


def paper_of(sheet: rules.Sheet, *, on: date, signatures: tuple[Signature, ...]) -> Paper:
    """The paper of a sheet with the head its bodies have on a day; number and day are not on it yet."""
    head = letterhead(sheet.body_ids, on=on)
    profile = Profile.PARTY if sheet.profile is Profile.PARTY else head.profile
    return Paper(
        profile=profile, issuers=head.issuers, place=head.place, kind_name=rules.draft_kind(sheet.kind).printed,
        subject=sheet.subject, blocks=blocks_from(sheet.text), addressed_to=sheet.addressed_to, basis=sheet.basis,
        signatures=signatures, recipients=sheet.recipients,
    )  # fmt: skip


def blank_symbol(sheet: rules.Sheet, *, on: date) -> str:
    """What will follow the number: "UBND-VHXH"; "" where the pattern has nothing after it."""
    whole = rules.symbol_of(sheet.symbol_pattern, number=_PROBE, year=on.year)
    return whole.removeprefix(str(_PROBE)).lstrip("/-")
