"""The sheet of a paper drafted here: what is typed in one form, kept as plain values until the paper is issued."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from danban.documents.rules.patterns import check_pattern, series_named
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze
from danban.papers.paper import Profile

LONGEST_SUBJECT = 300
LONGEST_TEXT = 200_000
LONGEST_LINE = 500
MOST_LINES = 60
_PARTY = "party_report"


@dataclass(frozen=True)
class DraftKind:
    """A kind of paper drafted here: ``name`` for people, ``printed`` over the subject ("" for a dispatch)."""

    code: str
    name: str
    printed: str
    series: str
    needs_addressee: bool = False


DRAFT_KINDS = (
    DraftKind("dispatch", "Công văn", "", "dispatch", needs_addressee=True),
    DraftKind("report", "Báo cáo", "Báo cáo", "report"),
    DraftKind("proposal", "Tờ trình", "Tờ trình", "proposal", needs_addressee=True),
    DraftKind(_PARTY, "Báo cáo cấp ủy", "Báo cáo", "report", needs_addressee=True),
    DraftKind("notice", "Thông báo", "Thông báo", "notice"),
    DraftKind("invitation", "Giấy mời", "Giấy mời", "invitation"),
)


@dataclass(frozen=True)
class Sheet:
    """What is typed: whose form, who issues it, its number's series and pattern, its words, who signs and gets it.

    ``text`` is read by ``papers.typed``. ``addressed_to``, ``basis`` and ``recipients`` hold a line each;
    ``signer_ids`` are ``Signer`` ids in the order of the bodies.
    """

    kind: str
    profile: Profile
    body_id: int
    second_body_id: int | None
    series: str
    symbol_pattern: str
    subject: str
    addressed_to: tuple[str, ...]
    basis: tuple[str, ...]
    text: str
    recipients: tuple[str, ...]
    signer_ids: tuple[int, ...]
    is_public: bool

    @property
    def body_ids(self) -> tuple[int, ...]:
        """The bodies that issue it, the one that numbers it first."""
        return (self.body_id,) if self.second_body_id is None else (self.body_id, self.second_body_id)


def draft_kind(code: str) -> DraftKind:
    """A kind drafted here by its code; ``BadInput`` for any other."""
    for kind in DRAFT_KINDS:
        if kind.code == code:
            return kind
    raise BadInput("Hãy chọn một loại văn bản trong danh sách.", {"kind": "Loại này không có."})


def sheet_as_plain(sheet: Sheet) -> dict[str, Any]:
    """The sheet as values JSON knows."""
    return {**asdict(sheet), "profile": sheet.profile.value}


def sheet_from_plain(values: Mapping[str, Any]) -> Sheet:
    """The sheet of such values."""
    lists = {name: tuple(values[name]) for name in ("addressed_to", "basis", "recipients", "signer_ids")}
    return Sheet(**{**values, **lists, "profile": Profile(values["profile"])})


def check_sheet(sheet: Sheet) -> None:
    """A draft may lack words; what it has must fit. Raises ``BadInput`` naming each bad field."""
    kind = draft_kind(sheet.kind)
    if series_named(sheet.series).code != kind.series:
        raise BadInput("Sổ số không hợp với loại văn bản.", {"series": "Hãy chọn lại loại văn bản."})
    check_pattern(sheet.symbol_pattern)
    problems = {}
    if not squeeze(sheet.subject):
        problems["subject"] = "Hãy ghi trích yếu: văn bản nói về việc gì."
    if len(squeeze(sheet.subject)) > LONGEST_SUBJECT:
        problems["subject"] = f"Hãy rút trích yếu xuống {LONGEST_SUBJECT} ký tự."
    if len(sheet.text) > LONGEST_TEXT:
        problems["text"] = "Nội dung dài quá 200.000 ký tự. Hãy tách phần dài thành văn bản riêng."
    for field in ("addressed_to", "basis", "recipients"):
        lines: tuple[str, ...] = getattr(sheet, field)
        if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
            problems[field] = f"Mỗi dòng tối đa {LONGEST_LINE} ký tự, nhiều nhất {MOST_LINES} dòng."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def check_is_whole(sheet: Sheet) -> None:
    """What a paper needs before it goes to be checked and signed; raises ``BadInput`` naming each lack."""
    problems = {}
    if not squeeze(sheet.text):
        problems["text"] = "Hãy viết nội dung."
    if draft_kind(sheet.kind).needs_addressee and not sheet.addressed_to:
        problems["addressed_to"] = "Hãy ghi nơi kính gửi, mỗi nơi một dòng."
    if not sheet.recipients:
        problems["recipients"] = "Hãy ghi nơi nhận, mỗi nơi một dòng, dòng cuối là Lưu."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)
