"""Papers on their way: the inbox of a unit, who has opened a paper, whom it can be sent to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.lookups import IsNull

from danban.documents import rules, texts
from danban.documents.models import Delivery, Document, IncomingEntry
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.search import has_every_word
from danban.notices.models import Notice
from danban.notices.states import Channel
from danban.units.models import Placement, Tree, Unit
from danban.units.queries import tree_in_force

ROWS_A_PAGE = 30
_CHUNK = 400  # ids in one statement
Opened = Literal["", "unread", "read", "mail"]


@dataclass(frozen=True)
class InboxFilter:
    """What the inbox is narrowed to: only what nobody has opened, words of the paper or its issuer."""

    is_unread: bool = False
    text: str = ""


@dataclass(frozen=True)
class PapersIn:
    """One page of the papers sent to a unit, unread first, and how many there are.

    ``page`` holds deliveries with ``is_entered``: whether a body of the unit wrote it into its register.
    """

    page: Page[Any]
    total: int
    unread: int


@dataclass(frozen=True)
class DeliveryCounts:
    """How many units were sent a paper, how many have opened it, how many mailboxes got it."""

    units: int
    read: int
    mailboxes: int

    @property
    def unread(self) -> int:
        """Units that have not opened it."""
        return self.units - self.read


@dataclass(frozen=True)
class DeliveryRow:
    """One place a paper was sent to. ``way`` is what became of its mail, "" for a unit."""

    name: str
    sent_at: datetime
    read_at: datetime | None
    reader: str
    way: str = ""


@dataclass(frozen=True)
class DeliveriesPage:
    """Who was sent a paper and who has opened it."""

    document: Document
    counts: DeliveryCounts
    rows: list[DeliveryRow]
    page: Page[Delivery]
    verbs: tuple[str, ...]


@dataclass(frozen=True)
class LevelBelow:
    """All units of one level of the sender's area: "Xã, phường, thị trấn", 579 of them."""

    code: str
    name: str
    units: int


@dataclass(frozen=True)
class SendPage:
    """Whom a paper can be sent to at one tick; ``sent`` are units that have it already."""

    document: Document
    tree: Tree
    above: Placement | None
    levels: list[LevelBelow]
    below: list[Placement]
    sent: frozenset[int]


@dataclass(frozen=True)
class OnItsWay:
    """How a paper's sending stands for whoever looks at it: the sender's counts, the receiver's own delivery."""

    counts: DeliveryCounts | None
    mine: Delivery | None
    entered: IncomingEntry | None
    verbs: tuple[str, ...]


def papers_in(actor: Actor, wanted: InboxFilter, *, number: int) -> PapersIn:
    """Papers sent to the actor's unit: what nobody there has opened first, then the latest. Four queries."""
    mine = Delivery.objects.filter(unit_id=actor.unit_id or 0)
    found = mine.filter(read_at__isnull=True) if wanted.is_unread else mine
    is_named = has_every_word(wanted.text, of="document__") | has_every_word(wanted.text, of="document__body__")
    is_read = IsNull(F("read_at"), False)  # noqa: FBT003  the lookup's own form
    shown = found.filter(is_named).order_by(is_read, "-sent_at", "-pk")
    shown = shown.select_related("document__body", "document__second_body", "document__entry")
    shown = shown.annotate(is_entered=Exists(IncomingEntry.objects.filter(delivery=OuterRef("pk"))))
    return PapersIn(
        page=Paginator(shown, ROWS_A_PAGE).get_page(number),
        total=mine.count(),
        unread=mine.filter(read_at__isnull=True).count(),
    )


def on_its_way(actor: Actor, document: Document, *, at: datetime) -> OnItsWay:
    """What the page of a paper says about its sending; few queries, whoever looks."""
    is_ours = rules.issued_by(actor, document) and document.issued_at is not None
    mine = document.deliveries.filter(unit_id=actor.unit_id or 0).select_related("read_by").first()
    entered = IncomingEntry.objects.filter(delivery=mine, counter__body_id=actor.body_id or 0).first() if mine else None
    verbs = [
        *(["send"] if is_allowed(rules.check_can_send, actor, document, at=at) else []),
        *(["read"] if mine and not mine.read_at and is_allowed(rules.check_can_read, actor, mine, at=at) else []),
        *(["enter"] if mine and not entered and actor.may("document:receive") else []),
    ]
    return OnItsWay(counts_of(document) if is_ours else None, mine, entered, tuple(verbs))


def counts_of(document: Document) -> DeliveryCounts:
    """How many were sent it and have opened it; one query."""
    counted = document.deliveries.aggregate(
        units=Count("pk", filter=Q(unit__isnull=False)),
        read=Count("pk", filter=Q(unit__isnull=False, read_at__isnull=False)),
        mailboxes=Count("pk", filter=~Q(address="")),
    )
    return DeliveryCounts(**counted)


def deliveries_page(actor: Actor, pk: int, opened: Opened, *, number: int, at: datetime) -> DeliveriesPage:
    """Who was sent the paper, ``ROWS_A_PAGE`` a page; raises ``NotFound`` unless the actor's unit issued it."""
    document = sent_document_for(actor, pk)
    counts = counts_of(document)
    page = Paginator(_opened(document, opened), ROWS_A_PAGE).get_page(number)
    remind = is_allowed(
        rules.check_can_remind, actor, document, unread=counts.unread,
        is_reminded=is_reminded(document, on=clock.day_of(at)), at=at,
    )  # fmt: skip
    verbs = [
        *(["send"] if is_allowed(rules.check_can_send, actor, document, at=at) else []),
        *(["remind"] if remind else []),
    ]
    return DeliveriesPage(document, counts, _rows(document, list(page)), page, tuple(verbs))


def list_deliveries(actor: Actor, pk: int) -> tuple[Document, list[DeliveryRow]]:
    """The paper and everybody it was sent to; raises as ``deliveries_page``."""
    document = sent_document_for(actor, pk)
    return document, _rows(document, list(_opened(document, "")))


def send_page(actor: Actor, pk: int, *, at: datetime) -> SendPage:
    """The unit above and those right below the sender, in the tree in force; raises what ``check_can_send`` raises."""
    document = sent_document_for(actor, pk)
    rules.check_can_send(actor, document, at=at)
    tree = tree_in_force(clock.day_of(at))
    place = Placement.objects.filter(tree=tree, unit_id=actor.unit_id or 0).select_related("parent").first()
    sent = document.deliveries.filter(unit__isnull=False).order_by("pk").values_list("unit_id", flat=True)
    return SendPage(
        document=document,
        tree=tree,
        above=place.parent if place else None,
        levels=_levels_below(place) if place else [],
        below=list(Placement.objects.filter(parent=place).order_by("sort_key", "pk")) if place else [],
        sent=frozenset(sent),
    )


def units_of_levels(actor: Actor, codes: Collection[str], *, at: datetime) -> list[int]:
    """Every unit of some levels below the actor's, in the tree in force."""
    tree = tree_in_force(clock.day_of(at))
    place = Placement.objects.filter(tree=tree, unit_id=actor.unit_id or 0).first()
    if place is None or not codes:
        return []
    return list(_below(place).filter(level__code__in=list(codes)).order_by("pk").values_list("unit_id", flat=True))


def names_of_units(tree: Tree, unit_ids: Collection[int]) -> dict[int, str]:
    """What units are called in a tree, by unit; those that do not stand in it are left out."""
    found = Placement.objects.filter(tree=tree, unit_id__in=list(unit_ids)[:_CHUNK]).select_related("parent")
    return {
        one.unit_id: f"{one.name} · {one.parent.name}" if one.parent and one.parent.path else one.name
        for one in found.order_by("sort_key", "pk")
    }


def _below(place: Placement) -> QuerySet[Placement]:
    return Placement.objects.filter(tree_id=place.tree_id).within(place.path).exclude(pk=place.pk)


def _levels_below(place: Placement) -> list[LevelBelow]:
    counted = _below(place).values_list("level__code", "level__name").annotate(units=Count("pk"))
    return [LevelBelow(*row) for row in counted.order_by("level__depth")]


def sent_document_for(actor: Actor, pk: int) -> Document:
    """An issued paper of the actor's unit; ``NotFound`` for any other."""
    related = ("body", "second_body", "entry", "signed_file", "pdf")
    document = Document.objects.visible_to(actor).select_related(*related).filter(pk=pk).first()
    if document is None or document.issued_at is None or not rules.issued_by(actor, document):
        raise NotFound
    return document


def known_units(unit_ids: Collection[int]) -> set[int]:
    """Which of the ids are those of units; a query for 400."""
    wanted, known = sorted(unit_ids), set[int]()
    for start in range(0, len(wanted), _CHUNK):
        known |= set(
            Unit.objects.filter(pk__in=wanted[start : start + _CHUNK]).order_by("pk").values_list("pk", flat=True)
        )
    return known


def unread_units(document: Document) -> list[int]:
    """Units that were sent the paper and have not opened it."""
    waiting = document.deliveries.filter(unit__isnull=False, read_at__isnull=True)
    return list(waiting.order_by("pk").values_list("unit_id", flat=True))


def is_reminded(document: Document, *, on: date) -> bool:
    """Whether those who have not opened the paper were reminded on a day."""
    fact = texts.reminded_fact(document, on)
    return Notice.objects.filter(subject_type="document", subject_id=document.pk, fact=fact).exists()


def _opened(document: Document, opened: Opened) -> QuerySet[Delivery]:
    found = document.deliveries.select_related("unit", "read_by").order_by("address", "unit__name", "pk")
    if opened == "mail":
        return found.exclude(address="")
    if opened == "unread":
        return found.filter(unit__isnull=False, read_at__isnull=True)
    return found.filter(read_at__isnull=False) if opened == "read" else found


def _rows(document: Document, deliveries: list[Delivery]) -> list[DeliveryRow]:
    """The deliveries as they are shown: a unit with the name of where it stands, a mailbox with its mail."""
    mails = {}
    if any(one.address for one in deliveries):
        sent = Notice.objects.filter(
            subject_type="document", subject_id=document.pk, fact=texts.sent_fact(document), channel=Channel.EMAIL
        )
        mails = {one.address: one.get_status_display() for one in sent.exclude(address="").order_by("pk")}
    return [
        DeliveryRow(
            name=one.unit.name if one.unit else one.address,
            sent_at=one.sent_at,
            read_at=one.read_at,
            reader=one.read_by.title if one.read_by else "",
            way=mails.get(one.address, "") if one.address else "",
        )
        for one in deliveries
    ]
