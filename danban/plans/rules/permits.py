"""Who may do what with the plan of a unit, and when."""

from datetime import date, datetime

from danban.campaigns import rules as campaigns
from danban.campaigns.models import Campaign, Draft
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.paths import is_within
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.vietnamese import day, squeeze
from danban.plans.models import Plan, PlanEdition
from danban.plans.rules.sheet import check_is_complete, check_sheet
from danban.plans.rules.standing import PlanStanding
from danban.plans.states import PLAN, PlanStatus
from danban.units.models import Body, Placement

_NOT_YOURS = "Kế hoạch này do UBND và Ủy ban MTTQ của chính đơn vị đó lập, duyệt và ban hành."
_NOT_CHAIRING = "Vị trí của bạn không thuộc UBND hay Ủy ban MTTQ của đơn vị nên không duyệt kế hoạch."
_NOT_ABOVE = "Chỉ cơ quan cấp trên của đơn vị mới trả lại kế hoạch của đơn vị đó."


def check_can_see(actor: Actor, plan: Plan) -> None:
    """A plan is seen by its unit and by the units above it; raises ``NotFound``."""
    if not actor.covers(plan.campaign.tree_id, plan.placement.path) or not (actor.is_machine or actor.may("plan:see")):
        raise NotFound


def check_can_derive(actor: Actor, campaign: Campaign, place: Placement, *, owes_plan: bool, at: datetime) -> None:
    """An office of a unit that owes a plan draws it up while the year runs."""
    if not actor.covers(campaign.tree_id, place.path):
        raise NotFound
    _check_own_office(actor, place, "plan:derive")
    campaigns.check_is_running(campaign)
    if not owes_plan:
        raise NotNow(f"Trong năm này {place.name} không phải ban hành kế hoạch riêng.")


def check_can_edit(actor: Actor, plan: Plan, *, at: datetime) -> None:
    """A plan being drawn up, or waiting for approval, may be changed; a change takes approvals back."""
    _check_holds(actor, plan, "plan:derive")
    if plan.status not in {PlanStatus.DRAFTING, PlanStatus.APPROVING}:
        raise NotNow(f"Kế hoạch {_said(plan)} nên không sửa trực tiếp được. Hãy dùng bước “Sửa đổi kế hoạch”.")


def check_can_submit(actor: Actor, standing: PlanStanding, *, at: datetime) -> None:
    """The office that drew it up puts it to the other body, complete; its own body thereby agrees."""
    _check_holds(actor, standing.plan, "plan:derive")
    PLAN.target("submit", standing.plan.status)
    _chair_for(actor, standing)
    _check_is_ready(standing, at=at)


def check_can_withdraw(actor: Actor, plan: Plan, *, at: datetime) -> None:
    """What waits for approval may be taken back."""
    _check_holds(actor, plan, "plan:derive")
    PLAN.target("withdraw", plan.status)


def check_can_approve(actor: Actor, standing: PlanStanding, *, at: datetime) -> None:
    """The chairing body that has not agreed yet agrees; nobody agrees for both."""
    _check_holds(actor, standing.plan, "plan:approve")
    PLAN.target("approve", standing.plan.status)
    chair = _chair_for(actor, standing)
    agreed = [approval for approval in standing.approvals if approval.body_id != chair.pk]
    if any(approval.appointment.account_id == actor.user_id for approval in agreed):
        raise NotYours("Bạn đã duyệt cho một bên. Bên kia phải do người khác duyệt.")
    if len(agreed) < len(standing.approvals):
        raise NotNow(f"{chair.name} đã duyệt kế hoạch này.")


def check_can_decline(actor: Actor, standing: PlanStanding, *, reason: str, at: datetime) -> None:
    """The body asked for its approval may refuse it, with a reason."""
    _check_holds(actor, standing.plan, "plan:approve")
    PLAN.target("decline", standing.plan.status)
    chair = _chair_for(actor, standing)
    if any(approval.body_id == chair.pk for approval in standing.approvals):
        raise NotNow(f"{chair.name} đã duyệt. Muốn sửa tiếp, hãy rút kế hoạch về soạn lại.")
    campaigns.check_reason(reason)


def check_can_issue(actor: Actor, standing: PlanStanding, *, at: datetime) -> None:
    """A plan both bodies agreed to, on what stands above it now, may be issued by either."""
    _check_holds(actor, standing.plan, "plan:derive")
    PLAN.target("issue", standing.plan.status)
    if waiting_for := standing.waiting_for:
        raise NotNow(f"Còn chờ {' và '.join(waiting_for)} duyệt. Kế hoạch ban hành khi đủ hai bên duyệt.")
    _check_is_ready(standing, at=at)


def check_issue_day(plan: Plan, issued_on: date, *, at: datetime) -> None:
    """The day on the paper: come already, not before the plan of the year, nor before the Party was consulted.

    Raises ``BadInput`` on ``issued_on``.
    """
    first = max(filter(None, (plan.campaign.issued_on, plan.party_consulted_on)), default=None)
    if issued_on > clock.day_of(at):
        sentence = f"Ngày ban hành {day(issued_on)} còn ở phía trước. Kế hoạch ghi ngày đã ký."
    elif plan.campaign.issued_on and issued_on < plan.campaign.issued_on:
        sentence = (
            f"Kế hoạch của năm ban hành ngày {day(plan.campaign.issued_on)}; kế hoạch của đơn vị không thể sớm hơn."
        )
    elif first and issued_on < first:
        sentence = f"Cấp ủy cho ý kiến ngày {day(first)}; kế hoạch ban hành từ ngày đó trở đi."
    else:
        return
    raise BadInput(sentence, {"issued_on": sentence})


def check_can_send_back(actor: Actor, plan: Plan, *, comment: str, at: datetime) -> None:
    """A unit above returns an issued plan, saying what is to be mended."""
    check_can_see(actor, plan)
    actor.check_may("plan:send_back", _NOT_ABOVE)
    own = actor.path_in(plan.campaign.tree_id)
    if not actor.is_machine and (own is None or own == plan.placement.path):
        raise NotYours(_NOT_ABOVE)
    campaigns.check_is_running(plan.campaign)
    PLAN.target("send_back", plan.status)
    if not squeeze(comment):
        raise BadInput("Hãy ghi điều cần sửa để đơn vị biết.", {"comment": "Không được để trống."})


def check_can_revise(actor: Actor, plan: Plan, *, at: datetime) -> None:
    """An issued or returned plan may be opened for a new edition."""
    _check_holds(actor, plan, "plan:derive")
    PLAN.target("revise", plan.status)


def check_can_confirm_change(actor: Actor, standing: PlanStanding, *, at: datetime) -> None:
    """A unit takes note of what changed above it, while it draws its plan up or once it is issued.

    Refused where an own day no longer fits or a day must now be set, naming them: then the plan is changed.
    """
    plan, change = standing.plan, standing.change
    _check_holds(actor, plan, "plan:derive")
    if plan.status == PlanStatus.RETURNED:
        raise NotNow("Kế hoạch đang bị trả lại. Hãy sửa đổi kế hoạch; thay đổi của cấp trên được đưa vào cùng lúc.")
    if plan.status == PlanStatus.APPROVING:
        raise NotNow("Kế hoạch đang chờ duyệt. Hãy rút về soạn lại rồi xác nhận thay đổi của cấp trên.")
    if not change.has_changed:
        raise NotNow("Kế hoạch cấp trên không có thay đổi nào cần xác nhận.")
    if change.misfits:
        said = " ".join(misfit.sentence for misfit in change.misfits[:3])
        raise BadInput(f"{said} Hãy sửa đổi kế hoạch của đơn vị.", {"dates": said})
    if change.unset and plan.status == PlanStatus.ISSUED:
        names = ", ".join(f"“{one.name}”" for one in change.unset[:3])
        raise BadInput(f"Đơn vị nay phải tự đặt thời gian cho {names}. Hãy sửa đổi kế hoạch.", {"dates": names})


def check_can_record_kickoff(actor: Actor, plan: Plan, edition: PlanEdition | None, *, at: datetime) -> None:
    """A kick-off meeting rolls out a plan that is in force."""
    _check_holds(actor, plan, "plan:derive")
    if edition is None:
        raise NotNow("Hội nghị triển khai được ghi nhận sau khi kế hoạch đã ban hành.")


def check_kickoff(edition: PlanEdition, *, on: date, place: str, attended: int | None, today: date) -> None:
    """A meeting that has been held: on a day since the issue, somewhere. Raises ``BadInput`` by field."""
    problems = {}
    if not edition.issued_on <= on <= today:
        problems["on"] = f"Ngày họp phải từ ngày ban hành {day(edition.issued_on)} đến hôm nay."
    if not 0 < len(squeeze(place)) <= 200:
        problems["place"] = "Hãy ghi nơi họp, không quá 200 ký tự."
    if attended is not None and not 0 < attended <= 100_000:
        problems["attended"] = "Số người dự phải là một số lớn hơn 0."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def check_can_receive(
    actor: Actor, campaign: Campaign, place: Placement | None, edition: PlanEdition | None, *, at: datetime
) -> None:
    """A unit confirms that it has a plan: the year's, one of a unit above it, or of one below it."""
    if place is None or not (actor.is_machine or actor.may("plan:see")):
        raise NotFound
    campaigns.check_is_running(campaign)
    if edition is None:
        if place.path == "":
            raise NotYours("Kế hoạch của năm do chính cấp này ban hành nên không cần xác nhận đã nhận.")
        return
    sender = edition.plan.placement
    related = is_within(place.path, sender.path) or is_within(sender.path, place.path)
    if edition.plan.campaign_id != campaign.pk or not related:
        raise NotFound
    if sender.pk == place.pk:
        raise NotYours("Kế hoạch này do chính đơn vị ban hành nên không cần xác nhận đã nhận.")
    if edition.returned_at is not None:
        raise NotNow("Bản kế hoạch này đã bị trả lại. Hãy chờ bản mới.")


def check_can_apply_amendment(actor: Actor, draft: Draft, *, at: datetime) -> None:
    """Whoever may amend the year; applying again does no harm."""
    campaigns.check_holds_apply(actor, draft, at=at)


def check_can_load(actor: Actor, campaign: Campaign, *, at: datetime) -> None:
    """Plans are brought in by machines that may launch: demonstrations, years kept on paper before."""
    if not actor.is_machine:
        raise NotYours("Nạp kế hoạch hàng loạt chỉ chạy từ dòng lệnh của máy chủ.")
    campaigns.check_can_load_deeds(actor, campaign, at=at)


def _check_holds(actor: Actor, plan: Plan, permission: str) -> None:
    """An office of the plan's own unit, with leave for the deed, in a year that runs."""
    check_can_see(actor, plan)
    _check_own_office(actor, plan.placement, permission)
    campaigns.check_is_running(plan.campaign)


def _check_own_office(actor: Actor, place: Placement, permission: str) -> None:
    actor.check_may(permission, _NOT_YOURS)
    if not actor.is_machine and actor.unit_id != place.unit_id:
        raise NotYours(_NOT_YOURS)


def _chair_for(actor: Actor, standing: PlanStanding) -> Body:
    """The chairing body the actor speaks for; raises ``NotYours``."""
    chair = standing.chairs.chair_of(actor.body_id)
    if chair is None:
        raise NotYours(_NOT_CHAIRING)
    return chair


def _check_is_ready(standing: PlanStanding, *, at: datetime) -> None:
    """A plan is submitted and issued complete, and on what stands above it now."""
    above = standing.change.now.above
    if standing.change.has_changed:
        raise NotNow("Kế hoạch cấp trên đã thay đổi từ khi lập bản này. Hãy xem khác biệt và xác nhận trước.")
    check_sheet(
        standing.sheet, above, year=standing.plan.campaign.year, bodies=standing.chairs.bodies,
        own_items={one.item_id for one in standing.sheet.items}, today=clock.day_of(at),
    )  # fmt: skip
    check_is_complete(standing.sheet, above, owes_funding=standing.owes_funding)


def _said(plan: Plan) -> str:
    return f"đang ở trạng thái “{PLAN.label(plan.status)}”"
