"""Who sets the city's terms, its routing table and closed days; who sends the synthesis; what machines may do."""

from datetime import date, datetime

from danban.campaigns.models import Campaign
from danban.campaigns.rules import check_is_running
from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.vietnamese import squeeze
from danban.petitions.rules.clock import LONGEST_DAYS, Terms
from danban.units.models import Placement

_NOT_SETTING = "Thời hạn, ngày nghỉ và bảng thẩm quyền do Ủy ban MTTQ Thành phố đặt."


def check_can_set_terms(actor: Actor, campaign: Campaign, *, at: datetime) -> None:
    """The city's Front, for a year that runs."""
    _check_top(actor, campaign)
    check_is_running(campaign)


def check_can_set_closed_day(actor: Actor, *, at: datetime) -> None:
    """The city's Front: it holds for the whole city."""
    actor.check_may("petition:set", _NOT_SETTING)


def check_can_set_route(actor: Actor, *, at: datetime) -> None:
    """The city's Front keeps the routing table."""
    actor.check_may("petition:set", _NOT_SETTING)


def check_can_take_in(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """The unit that holds a conference, the Front above it, or the machine that sweeps up what was left."""
    may = actor.may("petition:record") or actor.is_machine
    if not may or not actor.covers(conference.campaign.tree_id, conference.placement.path):
        raise NotFound


def check_can_remind(actor: Actor, *, at: datetime) -> None:
    """A machine, by its timed job."""
    if not actor.is_machine:
        raise NotYours("Việc này do hệ thống làm theo giờ.")


def check_can_carry_over(actor: Actor, campaign: Campaign, *, at: datetime) -> None:
    """With a year's launch; the city's Front may do it again: only what is missing is carried."""
    if not actor.is_machine:
        actor.check_may("campaign:launch", _NOT_SETTING)
    check_is_running(campaign)


def check_can_send_synthesis(actor: Actor, campaign: Campaign, place: Placement, *, at: datetime) -> None:
    """A commune or district sends its own table, in a running year (IV.7)."""
    if actor.path_in(campaign.tree_id) != place.path:
        raise NotFound
    actor.check_may("synthesis:send", "Gửi bảng tổng hợp kiến nghị là việc của UBND và Ủy ban MTTQ xã, quận, huyện.")
    if place.parent_id is None:
        raise NotNow(f"{place.name} là cấp cao nhất nên không có cấp trên để gửi.")
    check_is_running(campaign)


def check_terms(terms: Terms, *, starts_on: date, today: date) -> None:
    """Days within reason, never reaching back over days past; raises ``BadInput`` naming each bad field."""
    problems = {}
    if not 1 <= terms.acknowledge_days <= terms.answer_days:
        problems["acknowledge_days"] = "Số ngày tiếp nhận từ 1 trở lên và không quá số ngày trả lời."
    if not 1 <= terms.answer_days <= LONGEST_DAYS:
        problems["answer_days"] = f"Số ngày trả lời từ 1 đến {LONGEST_DAYS}."
    if starts_on < today:
        problems["starts_on"] = "Thời hạn mới áp dụng từ hôm nay trở đi; kiến nghị đã chuyển giữ hạn cũ."
    if len(squeeze(terms.basis)) < 5:
        problems["basis"] = "Hãy ghi ai quy định thời hạn này, bằng văn bản nào."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def _check_top(actor: Actor, campaign: Campaign) -> None:
    if actor.path_in(campaign.tree_id) != "":
        raise NotFound
    actor.check_may("petition:set", _NOT_SETTING)
