"""Official numbers, signers and papers by the dozen."""

from datetime import date, datetime
from typing import Any

from danban.documents import actions
from danban.documents.actions import PaperSignature
from danban.documents.models import Document, RegisterEntry, Signer
from danban.kit.actor import Actor, machine
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
