"""Who drafts, hands on, confirms and corrects minutes; who drafts, issues and replaces a resolution; and when.

Those who hold a conference draft. The unit that holds it confirms and issues, for its paper is issued there. Whoever
wrote the minutes is not who confirms them, except where they were written and signed on paper (``is_from_paper``).
"""

from collections.abc import Mapping
from datetime import datetime

from danban.campaigns.rules import check_is_running
from danban.conferences import rules as conferences
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotNow, NotYours, is_allowed
from danban.resolutions.models import Minutes, Resolution
from danban.resolutions.rules.facts import Facts
from danban.resolutions.rules.wording import parts_of
from danban.resolutions.states import MINUTES, RESOLUTION, MinutesStatus, ResolutionStatus

LONGEST_REMARK = 4_000
_NOT_DRAFTING = "Biên bản, nghị quyết do đơn vị tổ chức hội nghị và cấp xã soạn. Vị trí của bạn xem được."
_NOT_CONFIRMING = "Biên bản do người có thẩm quyền của đơn vị chủ trì hội nghị xác nhận."
_NOT_ISSUING = "Nghị quyết do đơn vị chủ trì hội nghị ban hành."


def may_read_names(actor: Actor, conference: Conference) -> bool:
    """Names and what each said are read by the units it is held for and the commune above them (Law 91/2025/QH15)."""
    return is_allowed(conferences.check_holds, actor, conference, "delegate:see")


def check_can_read_minutes(actor: Actor, conference: Conference) -> None:
    """Raises ``NotFound`` outside the area, ``NotYours`` for offices further above: they read the figures."""
    conferences.check_holds(
        actor, conference, "delegate:see", "Biên bản có họ tên và ý kiến của từng người nên chỉ nơi họp và cấp xã đọc."
    )


def check_can_draft_minutes(actor: Actor, conference: Conference, last: Minutes | None, *, at: datetime) -> None:
    """Once a conference has been opened; ``last`` is its latest revision, None for none."""
    _check_drafts(actor, conference)
    if conference.status not in (ConferenceStatus.OPENED, ConferenceStatus.HELD):
        raise NotNow("Hội nghị chưa họp nên chưa có gì để ghi biên bản.")
    if last is not None:
        raise NotNow("Hội nghị này đã có biên bản. Nếu cần sửa bản đã xác nhận, hãy lập bản sửa.")


def check_can_edit_minutes(
    actor: Actor, conference: Conference, minutes: Minutes, *, at: datetime
) -> None:  # fmt: skip
    """Those who hold it, while they are drafted."""
    _check_drafts(actor, conference)
    MINUTES.target("edit", minutes.status)


def check_can_submit_minutes(
    actor: Actor, conference: Conference, minutes: Minutes, *, at: datetime
) -> None:  # fmt: skip
    """Those who hold it, once it is over; whether they are whole is asked by ``check_is_whole``."""
    _check_drafts(actor, conference)
    MINUTES.target("submit", minutes.status)
    _check_is_over(conference)


def check_is_whole(facts: Facts) -> None:
    """Minutes name who chaired, who wrote, when it began and ended; raises ``NotNow`` naming what is missing."""
    wanted = (
        ("chủ tọa", facts.chair), ("thư ký", facts.secretaries), ("giờ khai mạc", facts.started_at),
        ("giờ kết thúc", facts.ended_at), ("số người có mặt", facts.present),
    )  # fmt: skip
    missing = [name for name, value in wanted if not value]
    if missing:
        raise NotNow(f"Biên bản còn thiếu {', '.join(missing)}. Hãy ghi ở trang Chuẩn bị, Điểm danh hoặc Điều hành.")


def check_can_return_minutes(
    actor: Actor, conference: Conference, minutes: Minutes, *, reason: str, at: datetime
) -> None:  # fmt: skip
    """Whoever confirms gives them back, with a reason."""
    _check_confirms(actor, conference)
    MINUTES.target("return", minutes.status)
    conferences.check_words(reason)


def check_can_confirm_minutes(
    actor: Actor, conference: Conference, minutes: Minutes, *, at: datetime
) -> None:  # fmt: skip
    """The unit that holds it, by another person than who wrote them."""
    _check_confirms(actor, conference)
    MINUTES.target("confirm", minutes.status)
    wrote = minutes.drafted_by.account_id if minutes.drafted_by else None
    if wrote is not None and wrote == actor.user_id and not conference.is_from_paper:
        raise NotYours("Người ghi biên bản không đồng thời là người xác nhận. Hãy để người kia của đơn vị xác nhận.")


def check_can_correct_minutes(
    actor: Actor, conference: Conference, minutes: Minutes, *, reason: str, at: datetime
) -> None:  # fmt: skip
    """Those who hold it begin a new revision of confirmed minutes, with a reason."""
    _check_drafts(actor, conference)
    MINUTES.target("correct", minutes.status)
    conferences.check_words(reason)


def clean_remarks(remarks: Mapping[str, str], facts: Facts) -> dict[str, str]:
    """Remarks by part as they are stored, empty ones left out; raises ``BadInput`` (no such part, too long)."""
    known = {code for code, _ in parts_of(facts)}
    found = {code: words.strip() for code, words in remarks.items() if words.strip()}
    if set(found) - known:
        raise BadInput("Có phần ghi thêm không còn trong chương trình. Hãy tải lại trang.")
    problems = {code: f"Hãy rút xuống {LONGEST_REMARK} ký tự." for code, words in found.items()
                if len(words) > LONGEST_REMARK}  # fmt: skip
    if problems:
        raise BadInput("Có phần ghi thêm dài quá.", problems)
    return found


def check_can_draft_resolution(
    actor: Actor, conference: Conference, last: Resolution | None, *, at: datetime
) -> None:  # fmt: skip
    """Once it has been opened; ``last`` is the latest revision, None for none."""
    _check_drafts(actor, conference)
    if conference.status not in (ConferenceStatus.OPENED, ConferenceStatus.HELD):
        raise NotNow("Hội nghị chưa họp nên chưa có gì để đưa vào nghị quyết.")
    if last is not None:
        raise NotNow("Hội nghị này đã có nghị quyết. Nếu cần đổi bản đã ban hành, hãy lập bản thay thế.")


def check_can_edit_resolution(
    actor: Actor, conference: Conference, resolution: Resolution, *, at: datetime
) -> None:  # fmt: skip
    """Those who hold it, while it is drafted."""
    _check_drafts(actor, conference)
    RESOLUTION.target("edit", resolution.status)


def check_can_issue_resolution(
    actor: Actor, conference: Conference, resolution: Resolution, *, at: datetime
) -> None:  # fmt: skip
    """The unit that holds it, once it is over."""
    _check_of_holder(actor, conference, "resolution:issue", _NOT_ISSUING)
    RESOLUTION.target("issue", resolution.status)
    _check_is_over(conference)


def check_can_replace_resolution(
    actor: Actor, conference: Conference, resolution: Resolution, *, reason: str, at: datetime
) -> None:  # fmt: skip
    """The unit that issued it begins another in its place, with a reason."""
    _check_of_holder(actor, conference, "resolution:issue", _NOT_ISSUING)
    RESOLUTION.target("replace", resolution.status)
    conferences.check_words(reason)


def confirmed_before(revisions: list[Minutes]) -> Minutes | None:
    """The confirmed revision a new one will replace."""
    return next((one for one in revisions if one.status == MinutesStatus.CONFIRMED), None)


def issued_before(revisions: list[Resolution]) -> Resolution | None:
    """The resolution in force."""
    return next((one for one in revisions if one.status == ResolutionStatus.ISSUED), None)


def _check_drafts(actor: Actor, conference: Conference) -> None:
    conferences.check_holds(actor, conference, "minutes:draft", _NOT_DRAFTING)
    check_is_running(conference.campaign)


def _check_confirms(actor: Actor, conference: Conference) -> None:
    _check_of_holder(actor, conference, "minutes:confirm", _NOT_CONFIRMING)


def _check_of_holder(actor: Actor, conference: Conference, permission: str, sentence: str) -> None:
    conferences.check_holds(actor, conference, permission, sentence)
    if not actor.is_machine and actor.unit_id != conference.placement.unit_id:
        raise NotYours(sentence)
    check_is_running(conference.campaign)


def _check_is_over(conference: Conference) -> None:
    if conference.status != ConferenceStatus.HELD:
        raise NotNow("Hội nghị còn đang họp. Hãy bế mạc trước.")
