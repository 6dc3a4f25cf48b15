"""The căn cứ of papers: what stands on a day, in the wording of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotNow
from danban.kit.vietnamese import day, fold
from danban.library.models import Reference
from danban.papers.wording import day_in_words

MOST_OFFERED = 200
_LAWS = ("luat", "bo luat", "phap lenh", "hien phap")
_TITLE_STARTS = ("về ", "quy định ", "ban hành ", "phê duyệt ", "hướng dẫn ", "sửa đổi")


@dataclass(frozen=True)
class Basis:
    """A reference that may be cited, with its line."""

    reference: Reference
    line: str


def is_standing(on: date) -> Q:
    """References in force on a day; the query needs ``with_first_day``."""
    begun = Q(first_day__isnull=True) | Q(first_day__lte=on)
    return begun & (Q(in_force_until__isnull=True) | Q(in_force_until__gte=on))


def with_first_day() -> QuerySet[Reference]:
    """References with their first day in force: as entered, else the day of issue."""
    return Reference.objects.annotate(first_day=Coalesce(F("in_force_from"), F("issued_on")))


def standing_references(on: date) -> QuerySet[Reference]:
    """What may be cited on a day, the state's laws and decrees after the Party's papers, the older first.

    What nobody has given a title yet is left out: a căn cứ names it.
    """
    return with_first_day().filter(is_standing(on)).exclude(title="").order_by("-is_party", "issued_on", "pk")


def bases_for(actor: Actor, on: date) -> list[Basis]:
    """The lines a paper of a day may begin with; ``NotFound`` for who does not see the library."""
    if not actor.may("library:see"):
        raise NotFound
    return [Basis(one, basis_line(one, on=on)) for one in standing_references(on)[:MOST_OFFERED]]


def basis_line(reference: Reference, *, on: date) -> str:
    """ "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư".

    Laws and ordinances go without number and issuer, as the decree asks. No sign at the end. Raises ``NotNow``
    where the reference is not in force on the day of the paper.
    """
    if not reference.is_in_force(on):
        raise NotNow(
            f"{reference.kind_name} {reference.symbol} không có hiệu lực ngày {day(on)} nên không căn cứ được."
        )
    is_law = fold(reference.kind_name) in _LAWS
    parts = ["Căn cứ", reference.kind_name]
    if is_law:
        parts.append(reference.title)
    elif reference.symbol:
        parts += ["số", reference.symbol]
    if reference.issued_on:
        parts.append(day_in_words(reference.issued_on))
    if not is_law:
        parts += ["của", reference.issuer] if reference.issuer else []
        parts.append(_about(reference.title))
    return " ".join(filter(None, parts))


def _about(title: str) -> str:
    """ "Công tác văn thư" → "về công tác văn thư"; "Quy định về…" → "quy định về…"."""
    lowered = title if title[1:2].isupper() else title[:1].lower() + title[1:]
    if not lowered or lowered.startswith(_TITLE_STARTS):
        return lowered
    return f"về {lowered}"
