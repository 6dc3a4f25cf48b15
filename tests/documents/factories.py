"""Official numbers, signers and papers by the dozen."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from danban.accounts.models import Account, Appointment, post_text
from danban.accounts.queries import actor_for
from danban.documents import actions
from danban.documents.actions import PaperSignature
from danban.documents.models import Document, RegisterEntry, Signer
from danban.documents.rules import Sheet
from danban.kit.actor import Actor, machine
from danban.kit.vietnamese import fold, person_sort_key
from danban.papers.paper import Issuer, Paper, Paragraph, Profile, Run
from tests.cast import AT, TODAY, Cast

PATTERN = "{number:02d}/KHLT-UBND-UBMTTQ"


def take(
    cast: Cast, code: str = "00001", *, on: date = TODAY, at: datetime = AT, actor: Actor | None = None, **changed: Any
) -> RegisterEntry:
    """The next number of a unit's Front, taken by the Front of Phúc Xá unless somebody else is named."""
    asked: dict[str, Any] = {
        "body_id": cast.bodies[code, "front_committee"].pk, "series": "plan", "pattern": PATTERN,
        "subject": "Kế hoạch tổ chức hội nghị", "on": on, "actor": actor or cast.actors["phuc_xa"], "at": at,
    }  # fmt: skip
    return actions.take_number(**asked | changed)


def chair(cast: Cast, code: str = "00001", kind: str = "front_committee", **changed: Any) -> Signer:
    """Who signs for a body of a unit: its chair, from the beginning of 2022, unless told otherwise."""
    asked: dict[str, Any] = {
        "body_id": cast.bodies[code, kind].pk, "full_name": "Trịnh Văn Sơn", "position": "Chủ tịch", "power": "tm",
        "starts_on": date(2022, 1, 1), "actor": machine("test"), "at": AT,
    }  # fmt: skip
    return actions.name_signer(**asked | changed)


def composed(**changed: Any) -> Paper:
    """A plan as another room composes it, not numbered yet."""
    asked: dict[str, Any] = {
        "profile": Profile.FRONT, "issuers": (Issuer("Ủy ban MTTQ Việt Nam phường Phúc Xá"),), "place": "Phúc Xá",
        "kind_name": "Kế hoạch", "subject": "Tổ chức hội nghị đại biểu Nhân dân năm 2023",
        "blocks": (Paragraph((Run("Hội nghị họp trước ngày 10 tháng 3."),)),), "recipients": ("Như trên", "Lưu: VT"),
    }  # fmt: skip
    return Paper(**asked | changed)


def issue_composed(cast: Cast, **changed: Any) -> Document:
    """The plan of the Front of Phúc Xá, issued by its office."""
    front = cast.bodies["00001", "front_committee"].pk
    asked: dict[str, Any] = {
        "paper": composed(), "body_id": front, "kind": "plan", "series": "plan", "pattern": "{number:02d}/KH-MTTQ-BTT",
        "on": TODAY, "signatures": [PaperSignature(front, ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "Trịnh Văn Sơn")],
        "origin": "plans", "is_public": True, "drafted_by_id": cast.offices["phuc_xa"].pk,
        "actor": cast.actors["phuc_xa"], "at": AT,
    }  # fmt: skip
    return actions.issue_paper(**asked | changed)


def hire(cast: Cast, key: str, kind: str = "peoples_committee", code: str = "00001") -> Actor:
    """One more officer of a body of a commune."""
    role = "commune_front_officer" if kind == "front_committee" else "commune_committee_officer"
    account = Account(
        email=f"{key}@example.vn", full_name=key, folded=fold(key), sort_key=person_sort_key(key), created_at=AT
    )
    account.save()
    office = Appointment.objects.create(
        account=account, role=role, unit=cast.places[code].unit, body=cast.bodies[code, kind], title=key,
        folded=post_text(key, role), starts_on=date(2022, 1, 1),
    )  # fmt: skip
    return actor_for(office)


def sheet_of(cast: Cast, body_kind: str = "front_committee", **changed: Any) -> Sheet:
    """A whole dispatch of a body of Phúc Xá, signed by its chair."""
    body = cast.bodies["00001", body_kind]
    is_front = body_kind == "front_committee"
    asked: dict[str, Any] = {
        "kind": "dispatch", "profile": Profile.FRONT if is_front else Profile.STATE, "body_id": body.pk,
        "second_body_id": None, "series": "dispatch",
        "symbol_pattern": "{number:02d}/MTTQ-BTT" if is_front else "{number:02d}/UBND-VHXH",
        "subject": "Chuẩn bị hội nghị đại biểu Nhân dân", "addressed_to": ("Các tổ dân phố",), "basis": (),
        "text": "Đề nghị các tổ dân phố:\n1. Rà soát danh sách đại biểu;\n2. Bố trí hội trường.",
        "recipients": ("Như trên", "Lưu: VT"), "signer_ids": (chair(cast, kind=body_kind).pk,), "is_public": True,
    }  # fmt: skip
    return Sheet(**asked | changed)


@dataclass(frozen=True)
class Desk:
    """The people of one body's desk: each takes one step."""

    drafter: Actor
    content_checker: Actor
    form_checker: Actor
    signer: Actor


def desk_of(cast: Cast, kind: str = "front_committee") -> Desk:
    """A Front of two people, or a committee of four."""
    first = cast.actors["phuc_xa" if kind == "front_committee" else "phuc_xa_committee"]
    if kind == "front_committee":
        second = hire(cast, "Trịnh Văn Sơn", kind)
        return Desk(first, second, second, second)
    return Desk(first, *(hire(cast, f"{kind} {step}", kind) for step in ("nội dung", "thể thức", "chủ tịch")))


def submitted(cast: Cast, desk: Desk, kind: str = "front_committee", **changed: Any) -> Document:
    """A dispatch handed on by its drafter."""
    document = actions.draft_document(sheet_of(cast, kind, **changed), actor=desk.drafter, at=AT)
    return actions.submit_document(document.pk, actor=desk.drafter, at=AT)


def signed(cast: Cast, desk: Desk, kind: str = "front_committee", **changed: Any) -> Document:
    """A dispatch checked, where its form asks for it, and signed."""
    document = submitted(cast, desk, kind, **changed)
    if kind == "peoples_committee":
        actions.check_content_document(document.pk, actor=desk.content_checker, at=AT)
        actions.check_form_document(document.pk, actor=desk.form_checker, at=AT)
    for signature in document.signatures.order_by("position"):
        actions.sign_document(document.pk, signature_id=signature.pk, actor=desk.signer, at=AT)
    return document


def issued(cast: Cast, desk: Desk, kind: str = "front_committee", **changed: Any) -> Document:
    """A dispatch with its number."""
    document = signed(cast, desk, kind, **changed)
    return actions.issue_document(document.pk, issued_on=TODAY, actor=desk.drafter, at=AT)
