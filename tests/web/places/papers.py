"""Values of papers from draft to issue: one a unit's committee drafted, submitted or issued. Villages draft none."""

from danban.accounts.queries import actor_for
from danban.documents import actions
from danban.documents.models import Document, Signature, Signer
from danban.documents.rules import Sheet
from danban.kit.actor import Actor, machine
from danban.papers.paper import Profile
from danban.units.models import Body, Placement
from tests.accounts.factories import make_appointment
from tests.cast import AT, TODAY
from tests.documents.factories import issue_composed
from tests.web.places.registry import World, value

_DRAFTED = ("edit", "drop", "submit")
_WAITING = ("check_content", "check_form", "return", "sign", "issue")
_ISSUED = ("show", "file", "attach", "revoke", "replace")
_MACHINE = machine("test")


def _body(place: Placement) -> Body:
    return Body.objects.filter(unit_id=place.unit_id).order_by("pk")[0]


def _signer(place: Placement) -> Signer:
    return actions.name_signer(
        body_id=_body(place).pk, full_name="Trịnh Văn Sơn", position="Chủ tịch", power="tm", starts_on=TODAY,
        actor=_MACHINE, at=AT,
    )  # fmt: skip


def _draft(place: Placement) -> tuple[Document, Actor]:
    """A dispatch of the unit's committee, by an officer who is in no column of the table."""
    drafter = actor_for(make_appointment(place.unit, role=f"{place.level.code}_committee_officer"))
    sheet = Sheet(
        kind="dispatch", profile=Profile.STATE, body_id=_body(place).pk, second_body_id=None, series="dispatch",
        symbol_pattern="{number:02d}/UBND-VHXH", subject="Chuẩn bị hội nghị", addressed_to=("Các đơn vị",), basis=(),
        text="Đề nghị các đơn vị chuẩn bị.", recipients=("Như trên", "Lưu: VT"), signer_ids=(_signer(place).pk,),
        is_public=True,
    )  # fmt: skip
    return actions.draft_document(sheet, actor=drafter, at=AT), drafter


@value("pk", *(f"desk:documents:{name}" for name in _DRAFTED))
def _drafted(world: World, place: Placement) -> int:
    return 0 if place.level.code == "village" else _draft(place)[0].pk


@value("pk", *(f"desk:documents:{name}" for name in _WAITING))
def _waiting(world: World, place: Placement) -> int:
    if place.level.code == "village":
        return 0
    document, drafter = _draft(place)
    return actions.submit_document(document.pk, actor=drafter, at=AT).pk


@value("signature", "desk:documents:sign")
def _signature(world: World, place: Placement) -> int:
    """Of the paper that waits at the place."""
    latest = Signature.objects.filter(body=_body(place)).order_by("-pk").first()
    return latest.pk if latest else 0


@value("pk", *(f"desk:documents:{name}" for name in _ISSUED))
def _issued(world: World, place: Placement) -> int:
    """A paper of the unit that its plan made; a village's bears no number."""
    return issue_composed(world.cast, body_id=_body(place).pk, actor=_MACHINE, drafted_by_id=None).pk


@value("pk", "desk:documents:end_signer")
def _ended(world: World, place: Placement) -> int:
    return _signer(place).pk


@value("kind", "desk:documents:file")
def _kind(world: World, place: Placement) -> str:
    return "docx"
