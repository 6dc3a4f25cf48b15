"""Who writes, publishes and withdraws content outlines: the body that keeps them (III.2.2.a2)."""

from datetime import datetime

from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.vietnamese import squeeze
from danban.library.models import Outline, OutlineVersion
from danban.library.rules.sheets import OutlineHeading, Words
from danban.library.states import VERSION, Area, Field, VersionStatus
from danban.units.models import Level

LONGEST_TITLE = 200
LONGEST_TEXT = 60_000
LONGEST_NOTE = 2_000
LONGEST_MINUTES = 240
_NOT_WRITING = "Đề cương do Ủy ban MTTQ Thành phố và các sở, ban, ngành Thành phố biên soạn."
_NO_REASON = "Hãy ghi lý do rút."


def check_can_see(actor: Actor, version: OutlineVersion, *, at: datetime) -> None:
    """What was published is for every office; a draft only for the body that keeps the outline."""
    if not actor.may("library:see"):
        raise NotFound
    if version.status == VersionStatus.DRAFTING and not _keeps(actor, version.outline):
        raise NotFound


def check_can_begin(actor: Actor, *, at: datetime) -> None:
    """An office that writes outlines, for its own body."""
    actor.check_may("outline:write", _NOT_WRITING)
    if actor.body_id is None:
        raise NotYours("Vị trí của bạn không thuộc cơ quan nào nên chưa giữ đề cương được.")


def check_can_edit_version(actor: Actor, version: OutlineVersion, *, at: datetime) -> None:
    """A draft may be written on; what was published never changes."""
    check_can_see(actor, version, at=at)
    _check_keeps(actor, version.outline)
    if version.status != VersionStatus.DRAFTING:
        raise NotNow("Bản này đã đưa ra dùng nên không sửa được nữa. Hãy soạn bản tiếp theo.")


def check_can_publish(actor: Actor, version: OutlineVersion, *, at: datetime) -> None:
    """The body that keeps it publishes its draft."""
    check_can_see(actor, version, at=at)
    _check_keeps(actor, version.outline)
    VERSION.target("publish", version.status)


def check_can_withdraw(actor: Actor, version: OutlineVersion, *, reason: str, at: datetime) -> None:
    """The body that keeps it takes a version out of use, with a reason everybody can read."""
    check_can_see(actor, version, at=at)
    _check_keeps(actor, version.outline)
    VERSION.target("withdraw", version.status)
    if not squeeze(reason):
        raise BadInput(_NO_REASON, {"reason": _NO_REASON})
    if len(reason) > LONGEST_NOTE:
        raise BadInput("Lý do quá dài.", {"reason": f"Hãy rút xuống {LONGEST_NOTE} ký tự."})


def check_nothing_is_drafted(actor: Actor, outline: Outline, *, at: datetime) -> None:
    """The next version is begun by the body that keeps the outline, one at a time."""
    _check_keeps(actor, outline)
    if outline.versions.filter(status=VersionStatus.DRAFTING).exists():
        raise NotNow("Đề cương này đã có một bản đang soạn. Hãy viết tiếp bản ấy.")


def check_heading(heading: OutlineHeading) -> None:
    """A title, a known field, level and area; raises ``BadInput`` naming each bad field."""
    problems = {}
    if not squeeze(heading.title):
        problems["title"] = "Hãy ghi tên đề cương."
    if len(squeeze(heading.title)) > LONGEST_TITLE:
        problems["title"] = f"Hãy rút xuống {LONGEST_TITLE} ký tự."
    if heading.field not in Field.values:
        problems["field"] = "Hãy chọn lĩnh vực trong danh sách."
    if heading.area not in Area.values:
        problems["area"] = "Hãy chọn địa bàn trong danh sách."
    if heading.level_id is not None and not Level.objects.filter(pk=heading.level_id).exists():
        problems["level_id"] = "Hãy chọn cấp trong danh sách."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def check_heading_may_change(outline: Outline) -> None:
    """Title, field and whom it is for stay once a version was published: others found it under them."""
    if outline.versions.exclude(status=VersionStatus.DRAFTING).exists():
        raise NotNow("Đề cương đã có bản đưa ra dùng nên tên, lĩnh vực, cấp và địa bàn giữ nguyên.")


def check_words(words: Words) -> None:
    """Something to read, not a book; raises ``BadInput`` naming each bad field."""
    problems = {}
    if not squeeze(words.text):
        problems["text"] = "Hãy viết nội dung."
    if len(words.text) > LONGEST_TEXT:
        problems["text"] = f"Hãy rút xuống {LONGEST_TEXT} ký tự."
    if words.minutes is not None and not 1 <= words.minutes <= LONGEST_MINUTES:
        problems["minutes"] = f"Từ 1 đến {LONGEST_MINUTES} phút."
    if len(words.change_note) > LONGEST_NOTE:
        problems["change_note"] = f"Hãy rút xuống {LONGEST_NOTE} ký tự."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def _keeps(actor: Actor, outline: Outline) -> bool:
    return actor.body_id is not None and actor.body_id == outline.body_id and actor.may("outline:write")


def _check_keeps(actor: Actor, outline: Outline) -> None:
    actor.check_may("outline:write", _NOT_WRITING)
    if not _keeps(actor, outline):
        raise NotYours(f"Đề cương này do {outline.body.name} giữ; nơi đó soạn, đưa ra dùng và rút.")
