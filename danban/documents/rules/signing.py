"""How a signature stands on paper: the lines of power and position over a name (Decree 30/2020/NĐ-CP, article 13)."""

from dataclasses import dataclass
from datetime import datetime

from danban.documents.models import Signer
from danban.documents.rules.profiles import COLLECTIVES, PARTY_KINDS
from danban.documents.states import Power
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze
from danban.papers.paper import Signature

_MARKS = {Power.FOR_HEAD: "KT", Power.BY_ORDER: "TL", Power.BY_MANDATE: "TUQ", Power.ACTING: "Q", Power.FOR_BODY: "TM"}
_PARTY_MARKS = {Power.FOR_HEAD: "K/T", Power.BY_ORDER: "T/L", Power.FOR_BODY: "T/M"}


@dataclass(frozen=True)
class PaperSignature:
    """Who signs a paper for one of its bodies: the lines over the name and the name, as printed.

    ``signer_id`` where the person is a standing ``Signer``. ``signed_at`` and ``appointment_id`` say when and by
    which office it was recorded; None where that happens with the issue itself.
    """

    body_id: int
    lines: tuple[str, ...]
    name: str
    signer_id: int | None = None
    signed_at: datetime | None = None
    appointment_id: int | None = None

    @property
    def printed(self) -> Signature:
        """The same on the paper."""
        return Signature(self.lines, self.name)


def signature_of(signer: Signer) -> PaperSignature:
    """The signature of a signer, who comes with the body and its kind."""
    lines = lines_of(signer, signer.body.kind.code)
    return PaperSignature(signer.body_id, lines, signer.full_name, signer_id=signer.pk)


def lines_of(signer: Signer, body_kind: str) -> tuple[str, ...]:
    """The lines over a name, in capitals: ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH").

    Who signs in the name of a body (TM.) names it as ``COLLECTIVES`` do, or by ``head_position`` ("Đoàn Chủ tịch").
    A deputy of a body that decides together signs in its name too; of a body with one head (a department) not.
    """
    power, position = Power(signer.power), signer.position
    collective = (signer.head_position if power is Power.FOR_BODY else "") or COLLECTIVES.get(body_kind, "")
    marks = _MARKS | (_PARTY_MARKS if body_kind in PARTY_KINDS else {})
    stop = " " if body_kind in PARTY_KINDS else ". "
    together = (f"{marks[Power.FOR_BODY]}{stop}{collective}",) if collective else ()
    if power is Power.OWN or (power is Power.FOR_BODY and not collective):
        lines: tuple[str, ...] = (position,)
    elif power is Power.FOR_BODY:
        lines = (*together, position)
    elif power is Power.ACTING:
        lines = (f"{marks[power]}{stop}{position}",)
    else:
        of_head = f"{marks[power]}{stop}{signer.head_position}"
        lines = (*(together if power is Power.FOR_HEAD else ()), of_head, position)
    return tuple(line.upper() for line in lines)


def check_signer_words(full_name: str, position: str, power: str, head_position: str) -> None:
    """A name, a position, and whom a deputy signs for; raises ``BadInput`` naming each bad field."""
    problems = {}
    if not squeeze(full_name):
        problems["full_name"] = "Hãy ghi họ tên người ký."
    if not squeeze(position):
        problems["position"] = "Hãy ghi chức vụ như in trên văn bản, ví dụ Chủ tịch."
    if power not in Power.values:
        problems["power"] = "Hãy chọn quyền hạn ký trong danh sách."
    elif power in {Power.FOR_HEAD, Power.BY_ORDER, Power.BY_MANDATE} and not squeeze(head_position):
        problems["head_position"] = "Ký thay, thừa lệnh, thừa ủy quyền thì ghi chức vụ người đứng đầu, ví dụ Chủ tịch."
    for field, text in (("full_name", full_name), ("position", position), ("head_position", head_position)):
        if len(squeeze(text)) > 120:
            problems[field] = "Hãy rút xuống 120 ký tự."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)
