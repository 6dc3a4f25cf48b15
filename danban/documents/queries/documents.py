"""Official papers as their offices see them: the list, one paper with what may be done with it, the form of a draft."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from danban.documents import rules
from danban.documents.models import Document, Signature, Signer
from danban.documents.queries.contents import content_paper, preview_paper
from danban.documents.queries.letterhead import letterhead
from danban.documents.queries.signers import signers_of_bodies
from danban.documents.states import DocumentStatus
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.search import has_every_word
from danban.papers.paper import Paper
from danban.units.models import Body, Placement

ROWS_A_PAGE = 30
_NAMED = ("body", "second_body", "entry")


@dataclass(frozen=True)
class DocumentFilter:
    """What the list is narrowed to; ``is_below``: papers of the units below instead of the own ones."""

    is_below: bool = False
    state: str = ""
    kind: str = ""
    year: int | None = None
    text: str = ""


@dataclass(frozen=True)
class DocumentsPage:
    """One page of papers, the latest first. ``years`` are those of issue."""

    page: Page[Document]
    years: list[int]
    kinds: list[str]
    has_below: bool
    may_draft: bool


@dataclass(frozen=True)
class SignatureLine:
    """A signature with whether the actor may record it now."""

    signature: Signature
    may_sign: bool


@dataclass(frozen=True)
class DocumentPage:
    """One paper: as it looks, who signs, what the actor may do with it now.

    ``replaced_by`` is the paper, or for the own unit the draft, in its place; ``proposed`` sign a draft.
    """

    document: Document
    paper: Paper
    signatures: list[SignatureLine]
    proposed: list[Signer]
    replaced_by: Document | None
    needs_checks: bool
    today: date
    verbs: frozenset[str]


@dataclass(frozen=True)
class DraftPage:
    """What the form of a draft offers: bodies of the own unit, who signs for them, symbols used before."""

    kind: rules.DraftKind
    bodies: list[Body]
    signers: list[Signer]
    symbols: list[str]
    symbol: str

    @property
    def proposed_body(self) -> int | None:
        """The body offered first."""
        return self.bodies[0].pk if self.bodies else None

    @property
    def proposed_signers(self) -> list[int]:
        """The first who signs for it."""
        return [signer.pk for signer in self.signers if signer.body_id == self.proposed_body][:1]


def documents_page(actor: Actor, wanted: DocumentFilter, *, number: int) -> DocumentsPage:
    """Papers of the own unit, or of those below, ``ROWS_A_PAGE`` a page, in a constant number of queries."""
    own = Q(body__unit_id=actor.unit_id or 0) | Q(second_body__unit_id=actor.unit_id or 0)
    seen = Document.objects.visible_to(actor)
    area = Q(body__unit__in=Placement.objects.visible_to(actor).values("unit"))
    below = seen.filter(area).exclude(own)
    scope = below if wanted.is_below else seen.filter(own)
    found = _narrow(scope, wanted).select_related(*_NAMED).order_by("-issued_on", "-pk")
    issued = scope.filter(issued_on__isnull=False)
    return DocumentsPage(
        page=Paginator(found, ROWS_A_PAGE).get_page(number),
        years=list(issued.order_by("-issued_on__year").values_list("issued_on__year", flat=True).distinct()),
        kinds=list(scope.order_by("kind").values_list("kind", flat=True).distinct()),
        has_below=below.exists(),
        may_draft=actor.may("document:write"),
    )


def _narrow(found: QuerySet[Document], wanted: DocumentFilter) -> QuerySet[Document]:
    found = found.filter(status=wanted.state) if wanted.state else found.exclude(status=DocumentStatus.DROPPED)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.year is not None:
        found = found.filter(issued_on__year=wanted.year)
    return found.filter(has_every_word(wanted.text))


def document_for(actor: Actor, pk: int) -> Document:
    """A paper the actor sees, with its bodies, number, people and files; raises ``NotFound``."""
    named = (*_NAMED, "drafted_by", "content_checked_by", "form_checked_by", "pdf", "signed_file", "replaces__entry")
    document = Document.objects.visible_to(actor).select_related(*named).filter(pk=pk).first()
    if document is None:
        raise NotFound("Không tìm thấy văn bản này trong phạm vi của bạn.")
    return document


def document_page(actor: Actor, pk: int, *, at: datetime) -> DocumentPage:
    """Everything the page of a paper shows; raises ``NotFound``. Constant queries."""
    document = document_for(actor, pk)
    rows = list(document.signatures.select_related("body__kind", "appointment").order_by("position"))
    lines = [SignatureLine(row, is_allowed(rules.check_can_sign, actor, document, row, at=at)) for row in rows]
    replaced_by = document.replacements.select_related("entry").exclude(status=DocumentStatus.DROPPED).first()
    is_seen = replaced_by is not None and (replaced_by.issued_at or actor.unit_id == document.body.unit_id)
    checks = _checks(actor, document, rows, at=at)
    return DocumentPage(
        document=document,
        paper=paper_shown(document, on=clock.day_of(at)),
        signatures=lines,
        proposed=_proposed(document),
        replaced_by=replaced_by if is_seen else None,
        needs_checks=rules.needs_checks(document),
        today=clock.day_of(at),
        verbs=frozenset(verb for verb, check in checks.items() if is_allowed(check)),
    )


def paper_shown(document: Document, *, on: date) -> Paper:
    """The paper as issued, or a draft as it would look on a day."""
    return content_paper(document) if document.issued_at else preview_paper(document, on=on)


def document_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Document:
    """A paper with which the actor may do this now; raises what the verb's rule raises."""
    document = document_for(actor, pk)
    _checks(actor, document, list(document.signatures.order_by("position")), at=at)[verb]()
    return document


def draft_page(actor: Actor, kind_code: str, *, at: datetime) -> DraftPage:
    """What may be drafted of a kind; raises ``NotYours``, or ``BadInput`` (no such kind)."""
    rules.check_may_draft(actor)
    kind = rules.draft_kind(kind_code)
    bodies = _bodies(actor, on=clock.day_of(at))
    used = Document.objects.filter(body__in=bodies, series=kind.series).order_by("-pk")
    last = [_tail(pattern) for pattern in used.values_list("symbol_pattern", flat=True)[:20]]
    shipped = [_tail(one.pattern) for one in rules.series_named(kind.series).patterns]
    mark = "MTTQ" if bodies and rules.is_front(bodies[0]) else "UBND"
    ours = [symbol for symbol in shipped if mark in symbol]
    return DraftPage(
        kind=kind,
        bodies=bodies,
        signers=signers_of_bodies({body.pk for body in bodies}, on=clock.day_of(at)),
        symbols=list(dict.fromkeys([*last, *shipped])),
        symbol=[*last, *ours, *shipped][0],
    )


def sheet_for(actor: Actor, pk: int, *, at: datetime) -> rules.Sheet:
    """The sheet of a draft the actor may edit now; raises what its rule raises."""
    return rules.sheet_from_plain(document_to("edit", actor, pk, at=at).sheet)


def with_profile(sheet: rules.Sheet, *, on: date) -> rules.Sheet:
    """The sheet in the form its bodies follow."""
    return replace(sheet, profile=letterhead(sheet.body_ids, on=on).profile)


def _tail(pattern: str) -> str:
    return pattern.partition("/")[2] or pattern.partition("-")[2]


def _bodies(actor: Actor, *, on: date) -> list[Body]:
    """Bodies of the own unit that write papers, the actor's own first."""
    standing = Body.objects.standing_on(on).filter(unit_id=actor.unit_id or 0).select_related("kind")
    writing = standing.filter(Q(kind__code__in=rules.WRITING_KINDS) | Q(pk=actor.body_id or 0))
    return sorted(writing.order_by("kind__position", "pk"), key=lambda body: body.pk != actor.body_id)


def _proposed(document: Document) -> list[Signer]:
    """Who is to sign a draft that was not submitted yet."""
    if document.status != DocumentStatus.DRAFTING:
        return []
    ids = document.sheet.get("signer_ids", [])
    return list(Signer.objects.filter(pk__in=ids).select_related("body__kind").order_by("pk"))


def _checks(
    actor: Actor, document: Document, signatures: list[Signature], *, at: datetime
) -> dict[str, Callable[[], None]]:
    return {
        "edit": lambda: rules.check_can_edit(actor, document, at=at),
        "submit": lambda: rules.check_can_submit(actor, document, at=at),
        "drop": lambda: rules.check_can_drop(actor, document, at=at),
        "check_content": lambda: rules.check_can_check_content(actor, document, at=at),
        "check_form": lambda: rules.check_can_check_form(actor, document, at=at),
        "return": lambda: rules.check_can_return(actor, document, reason="?", at=at),
        "issue": lambda: rules.check_can_issue(actor, document, signatures, at=at),
        "revoke": lambda: rules.check_can_revoke(actor, document, reason="?", at=at),
        "replace": lambda: rules.check_can_draft_replacement(actor, document, at=at),
        "attach": lambda: rules.check_can_attach_signed(actor, document, at=at),
    }
