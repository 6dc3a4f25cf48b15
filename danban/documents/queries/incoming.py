"""The register of what came in: one body's numbers of a year, searched without accents."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from danban.documents import rules
from danban.documents.models import Counter, Delivery, Document, IncomingEntry
from danban.documents.queries.files import content_of
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.search import has_every_word
from danban.units.models import Body

ROWS_A_PAGE = 30


@dataclass(frozen=True)
class IncomingFilter:
    """What the register is narrowed to: a body of the own unit, a year, words."""

    body_id: int | None = None
    year: int | None = None
    text: str = ""


@dataclass(frozen=True)
class IncomingPage:
    """One page of the register, the latest number first, and what it can be narrowed to."""

    page: Page[IncomingEntry]
    years: list[int]
    bodies: list[tuple[int, str]]


@dataclass(frozen=True)
class EnterPage:
    """What the page to enter a paper is drawn from: the bodies that keep a register, the paper sent here if one was."""

    bodies: list[tuple[int, str]]
    delivery: Delivery | None
    paper: rules.IncomingPaper | None


def incoming_page(actor: Actor, wanted: IncomingFilter, *, number: int) -> IncomingPage:
    """The own unit's register, ``ROWS_A_PAGE`` a page, in a constant number of queries; raises ``NotYours``."""
    seen = _seen_by(actor)
    return IncomingPage(
        page=Paginator(_narrow(seen, wanted), ROWS_A_PAGE).get_page(number),
        years=list(seen.order_by("-counter__year").values_list("counter__year", flat=True).distinct()),
        bodies=list(
            seen.order_by("counter__body__name", "counter__body_id")
            .values_list("counter__body_id", "counter__body__name")
            .distinct()
        ),
    )


def list_incoming(actor: Actor, wanted: IncomingFilter) -> list[IncomingEntry]:
    """Every line that fits, the first first, as a register is printed; one query."""
    return list(_narrow(_seen_by(actor), wanted).order_by("counter__year", "counter__body_id", "number", "pk"))


def enter_page(actor: Actor, delivery_id: int | None, *, today: date) -> EnterPage:
    """What is needed to enter a paper; raises ``NotYours``, or ``NotFound`` for a delivery of elsewhere."""
    actor.check_may("document:receive", NOT_YOURS)
    standing = Body.objects.standing_on(today).filter(unit_id=actor.unit_id or 0).order_by("kind__position", "pk")
    bodies = list(standing.values_list("pk", "name"))
    bodies.sort(key=lambda body: body[0] != actor.body_id)
    if delivery_id is None:
        return EnterPage(bodies, None, None)
    related = ("document__body", "document__second_body", "document__entry")
    delivery = Delivery.objects.select_related(*related).filter(pk=delivery_id, unit_id=actor.unit_id or 0).first()
    if delivery is None:
        raise NotFound("Văn bản này không được gửi tới đơn vị của bạn.")
    return EnterPage(bodies, delivery, paper_of(delivery.document))


def incoming_file(actor: Actor, pk: int) -> tuple[bytes, str, str]:
    """The scan of a line: bytes, name, media type; ``NotFound`` for a line of elsewhere or without one."""
    entry = _seen_by(actor).select_related("file").filter(pk=pk).first()
    if entry is None or entry.file is None:
        raise NotFound
    return content_of(entry.file.sha256), entry.file.name, entry.file.media_type


def paper_of(document: Document, *, handed_to: str = "") -> rules.IncomingPaper:
    """What stands on a paper of ours, as the register of what came in writes it down."""
    bodies = [document.body, *([document.second_body] if document.second_body else [])]
    return rules.IncomingPaper(
        symbol=document.entry.symbol if document.entry else "",
        issuer=" và ".join(body.name for body in bodies),
        issued_on=document.issued_on,
        subject=document.subject,
        handed_to=handed_to,
    )


def last_incoming_of(counter: Counter) -> IncomingEntry | None:
    """The latest number of a counter, None before the first."""
    return counter.incoming.order_by("-number").first()


NOT_YOURS = "Sổ văn bản đến do người làm công tác văn bản của đơn vị ghi."


def _seen_by(actor: Actor) -> QuerySet[IncomingEntry]:
    actor.check_may("document:receive", NOT_YOURS)
    return IncomingEntry.objects.filter(counter__body__unit_id=actor.unit_id or 0)


def _narrow(found: QuerySet[IncomingEntry], wanted: IncomingFilter) -> QuerySet[IncomingEntry]:
    if wanted.body_id is not None:
        found = found.filter(counter__body_id=wanted.body_id)
    if wanted.year is not None:
        found = found.filter(counter__year=wanted.year)
    found = found.filter(has_every_word(wanted.text)).select_related("counter__body", "delivery", "file")
    return found.order_by("-received_on", "-number", "-pk")
