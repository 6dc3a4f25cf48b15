"""Who may work on drafts and campaigns, and when. A year belongs to the whole tree: its root decides."""

from datetime import date, datetime

from danban.campaigns.models import Campaign, Draft
from danban.campaigns.rules.proposals import FIRST_YEAR, LAST_YEAR
from danban.campaigns.states import CAMPAIGN, DRAFT, CampaignStatus, DraftPurpose, DraftStatus
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.vietnamese import day, squeeze

_NOT_YOUR_PLAN = "Kế hoạch của năm do Ban Phong trào, Ủy ban MTTQ Thành phố và UBND Thành phố đưa vào và rà soát."
_NOT_YOUR_LAUNCH = "Việc phát hành năm do cơ quan chủ trì kế hoạch ở cấp cao nhất làm."
_NOT_YOUR_AMENDMENT = "Việc sửa đổi năm đang thực hiện do Ban Phong trào, Ủy ban MTTQ Thành phố làm."
_NOT_YOUR_CLONE = "Việc lập năm mới từ năm trước do Ban Phong trào, Ủy ban MTTQ Thành phố làm."
_NOT_YOUR_REMINDER = "Việc đôn đốc do cơ quan cấp trên của đơn vị làm. Vị trí của bạn không đôn đốc đơn vị nào."
_NOT_YOUR_EXCUSE = "Chấp nhận lý do của một việc chậm hoặc không làm là việc của cơ quan cấp trên của đơn vị."
_NOT_YOUR_CLOSE = "Việc khép lại và mở lại một năm do Ban Phong trào, Ủy ban MTTQ Thành phố làm."

MIN_WORDS, MAX_WORDS = 10, 1_000
"""Letters of what somebody writes to those they remind."""


def _check_at_root(actor: Actor, tree_id: int, sentence: str) -> None:
    path = actor.path_in(tree_id)
    if actor.is_machine or path == "":
        return
    if path is None:
        raise NotFound
    raise NotYours(sentence)


def _check_holds(actor: Actor, draft: Draft, permission: str, sentence: str) -> None:
    """The office that works on a draft, with leave for the deed, at the root of its tree."""
    actor.check_may(permission, sentence)
    if not actor.is_machine and draft.unit_id != actor.unit_id:
        raise NotFound
    _check_at_root(actor, draft.tree_id, sentence)


def check_can_read_plan(actor: Actor, tree_id: int, *, at: datetime) -> None:
    """An office at the root of the tree, with leave to bring plans in."""
    actor.check_may("plan:read", _NOT_YOUR_PLAN)
    _check_at_root(actor, tree_id, _NOT_YOUR_PLAN)


def check_can_see_draft(actor: Actor) -> None:
    """Drafts are seen by those who bring plans in or review them."""
    if not actor.may("plan:read"):
        actor.check_may("plan:review", _NOT_YOUR_PLAN)


def check_can_review(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """Lines and headings may be changed while the draft is being reviewed, by the office that works on it."""
    _check_holds(actor, draft, "plan:review", _NOT_YOUR_PLAN)
    if draft.status != DraftStatus.REVIEWING:
        raise NotNow(f"Bản nháp này {DRAFT.label(draft.status).lower()} nên không sửa được nữa.")


def check_can_correct(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """A line may be corrected while its draft is being reviewed."""
    check_can_review(actor, draft, at=at)


def check_can_drop(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """A line may be dropped while its draft is being reviewed."""
    check_can_review(actor, draft, at=at)


def check_can_restore(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """A line may be brought back while its draft is being reviewed."""
    check_can_review(actor, draft, at=at)


def check_can_add(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """A line may be added while the draft is being reviewed."""
    check_can_review(actor, draft, at=at)


def check_can_retitle(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """Year, name and theme may be changed while the draft is being reviewed."""
    check_can_review(actor, draft, at=at)
    if draft.purpose == DraftPurpose.AMENDMENT:
        raise NotNow("Bản sửa đổi giữ năm và tên của năm đang thực hiện.")


def check_can_discard(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """A draft may be thrown away until it is launched or applied."""
    check_can_review(actor, draft, at=at)


def check_can_launch(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """A reviewed new year may be launched by the root's office; an amendment is applied instead."""
    check_holds_launch(actor, draft, at=at)
    if draft.purpose == DraftPurpose.AMENDMENT:
        raise NotNow("Đây là bản sửa đổi của một năm đang thực hiện. Hãy dùng bước “Áp dụng sửa đổi”.")
    DRAFT.target("launch", draft.status)


def check_holds_launch(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """Whoever may launch this draft at all, whatever has become of it."""
    _check_holds(actor, draft, "campaign:launch", _NOT_YOUR_LAUNCH)


def check_can_apply(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """An amendment may be applied to a campaign that runs."""
    check_holds_apply(actor, draft, at=at)
    if draft.purpose != DraftPurpose.AMENDMENT or draft.campaign is None:
        raise NotNow("Bản nháp này là của một năm mới. Hãy dùng bước “Phát hành”.")
    DRAFT.target("apply", draft.status)
    check_is_running(draft.campaign)


def check_holds_apply(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """Whoever may apply this draft at all, whatever has become of it."""
    _check_holds(actor, draft, "campaign:amend", _NOT_YOUR_AMENDMENT)


def check_can_draft_amendment(actor: Actor, campaign: Campaign, *, at: datetime) -> None:
    """The present lines of a running campaign may be taken out for amending."""
    actor.check_may("campaign:amend", _NOT_YOUR_AMENDMENT)
    _check_at_root(actor, campaign.tree_id, _NOT_YOUR_AMENDMENT)
    check_is_running(campaign)


def check_can_clone(actor: Actor, campaign: Campaign, *, year: int, at: datetime) -> None:
    """Any campaign may be copied into another year."""
    actor.check_may("campaign:clone", _NOT_YOUR_CLONE)
    _check_at_root(actor, campaign.tree_id, _NOT_YOUR_CLONE)
    check_year(year)
    if year == campaign.year:
        raise BadInput("Hãy chọn một năm khác năm được chép.", {"year": "Cần một năm khác."})


def check_can_close(actor: Actor, campaign: Campaign, *, reason: str, at: datetime) -> None:
    """A running campaign may be closed, with a reason; from then on it refuses every deed."""
    actor.check_may("campaign:close", _NOT_YOUR_CLOSE)
    _check_at_root(actor, campaign.tree_id, _NOT_YOUR_CLOSE)
    CAMPAIGN.target("close", campaign.status)
    check_reason(reason)


def check_can_reopen(actor: Actor, campaign: Campaign, *, reason: str, at: datetime) -> None:
    """A closed campaign may be opened again, with a reason."""
    actor.check_may("campaign:close", _NOT_YOUR_CLOSE)
    _check_at_root(actor, campaign.tree_id, _NOT_YOUR_CLOSE)
    CAMPAIGN.target("reopen", campaign.status)
    check_reason(reason)


def check_can_load_deeds(actor: Actor, campaign: Campaign, *, at: datetime) -> None:
    """Deeds are brought in by whoever may launch, into a campaign that runs."""
    actor.check_may("campaign:launch", _NOT_YOUR_LAUNCH)
    _check_at_root(actor, campaign.tree_id, _NOT_YOUR_LAUNCH)
    check_is_running(campaign)


def check_can_fulfil(actor: Actor, campaign: Campaign, path: str, *, on: date, at: datetime) -> None:
    """A deed counts for a unit of the actor's area, in a running campaign, not in the future."""
    _check_covers(actor, campaign.tree_id, path)
    check_is_running(campaign)
    if on > day_of(at):
        raise BadInput(f"Ngày hoàn thành {day(on)} còn ở phía trước.", {"on": "Cần một ngày đã đến."})


def check_can_reopen_obligations(
    actor: Actor,
    campaign: Campaign,
    path: str,
    *,
    reason: str,
    at: datetime,
) -> None:
    """What was fulfilled may be owed again, with a reason, while the campaign runs."""
    _check_covers(actor, campaign.tree_id, path)
    check_is_running(campaign)
    check_reason(reason)


def check_can_excuse_obligations(actor: Actor, campaign: Campaign, path: str, *, at: datetime) -> None:
    """An office above the unit, while the campaign runs; nobody excuses what they owe themselves."""
    _check_covers(actor, campaign.tree_id, path)
    if not actor.is_machine and not actor.stands_above(campaign.tree_id, path):
        raise NotYours(_NOT_YOUR_EXCUSE)
    check_is_running(campaign)


def check_can_set_local_dates(actor: Actor, campaign: Campaign, path: str, *, at: datetime) -> None:
    """A unit's plan sets days under it while the campaign runs; the room of plans has asked who may."""
    _check_covers(actor, campaign.tree_id, path)
    if not path:
        raise NotYours("Thời gian của cấp cao nhất là thời gian của năm. Muốn đổi, hãy lập bản sửa đổi.")
    check_is_running(campaign)


def check_can_remind_late(actor: Actor, campaign: Campaign, *, words: str, at: datetime) -> None:
    """An office over other units reminds them, in words of its own, while the year runs."""
    check_holds_remind(actor, campaign)
    check_is_running(campaign)
    if not MIN_WORDS <= len(squeeze(words)) <= MAX_WORDS:
        sentence = f"Lời đôn đốc cần từ {MIN_WORDS} đến {MAX_WORDS} ký tự."
        raise BadInput(sentence, {"words": sentence})


def check_holds_remind(actor: Actor, campaign: Campaign) -> None:
    """Whoever may remind others at all in this year."""
    actor.check_may("reminder:send", _NOT_YOUR_REMINDER)
    if actor.path_in(campaign.tree_id) is None:
        raise NotFound


def check_can_remind_by_ladder(actor: Actor, campaign: Campaign, *, at: datetime) -> None:
    """The ladder is climbed by the timed job alone, while the year runs."""
    if not actor.is_machine:
        raise NotYours("Việc nhắc theo thang đôn đốc do máy chủ tự làm mỗi ngày.")
    check_is_running(campaign)


def _check_covers(actor: Actor, tree_id: int, path: str) -> None:
    if not actor.covers(tree_id, path):
        raise NotFound


def check_is_running(campaign: Campaign) -> None:
    """Every deed of a year asks this first."""
    if campaign.status != CampaignStatus.RUNNING:
        raise NotNow(f"“{campaign.name}” đã khép lại nên không ghi thêm được. Hãy mở lại năm này nếu cần sửa.")


def check_reason(reason: str) -> None:
    """Undoing needs a reason people can read."""
    if not squeeze(reason):
        raise BadInput("Hãy ghi lý do.", {"reason": "Không được để trống."})


def check_year(year: int) -> None:
    """A year this calendar knows."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        span = f"từ {FIRST_YEAR} đến {LAST_YEAR}"
        raise BadInput(f"Hãy nhập một năm {span}.", {"year": f"Cần một năm {span}."})
