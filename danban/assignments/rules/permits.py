"""Who may do what with an assignment, and when. The body that answers works; the city sees to it that one does."""

from datetime import date, datetime

from django.db.models import Q

from danban.assignments.models import Attachment, Briefing, JointEvent
from danban.assignments.rules.sheets import EventSheet, check_day, check_text
from danban.assignments.rules.who import acts_for, answering_body, is_of_levels_below, partner_ids, status_of
from danban.assignments.states import WORK, FilePurpose, WorkStatus
from danban.campaigns import rules as campaigns
from danban.campaigns.models import Assignment, Campaign
from danban.documents.models import StoredFile
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import day, squeeze
from danban.units.models import Body, Placement

SHARED = (FilePurpose.OUTLINE, FilePurpose.GUIDANCE)
"""Files made for everybody: every office of the campaign's tree may read them."""

_NOT_SEEN = "Bạn chưa giữ vị trí nào được xem phần phân công của kế hoạch."
_NOT_WORK = "Vị trí bạn đang giữ không ghi việc của phần phân công. Việc này do cơ quan được giao tự ghi."
_NOT_LEAD = "Việc này do Ủy ban MTTQ Thành phố hoặc UBND Thành phố làm."
_NOT_BRIEF = "Buổi hướng dẫn trưởng thôn, tổ trưởng do UBND hoặc Ủy ban MTTQ cấp xã ghi."
_NO_BODY = "Kế hoạch không nói rõ cơ quan nào làm việc này. Thành phố cần ghi cơ quan chịu trách nhiệm trước."
_NOT_LOAD = "Nạp hàng loạt việc của phần phân công do cơ quan chủ trì kế hoạch làm."


def check_can_see(actor: Actor, campaign: Campaign) -> None:
    """Every office of the campaign's tree sees what the plan gives to whom, as it sees the plan."""
    if not actor.is_machine and actor.path_in(campaign.tree_id) is None:
        raise NotFound
    actor.check_may("assignment:see", _NOT_SEEN)


def check_can_see_work(actor: Actor, assignment: Assignment) -> None:
    """What was noted on it: the body that answers, its partners, and the city's leading offices."""
    check_can_see(actor, assignment.campaign)
    if not _leads(actor, assignment.campaign) and not _own_bodies(assignment) & acts_for(actor):
        raise NotYours("Tiến độ của việc này chỉ mở cho cơ quan được giao, cơ quan phối hợp và Thành phố.")


def check_can_accept(actor: Actor, assignment: Assignment, *, at: datetime) -> None:
    """The body that answers takes it on."""
    _check_answers(actor, assignment)
    WORK.target("accept", status_of(assignment))


def check_can_note(actor: Actor, assignment: Assignment, *, at: datetime) -> None:
    """The body that answers and its partners say what they did, until it is finished."""
    _check_works(actor, assignment)
    WORK.target("note", status_of(assignment))


def check_can_finish(actor: Actor, assignment: Assignment, *, at: datetime) -> None:
    """The body that answers says that it is done."""
    _check_answers(actor, assignment)
    WORK.target("finish", status_of(assignment))


def check_finish(assignment: Assignment, *, result: str, on: date, at: datetime) -> None:
    """What came of it, and a day that has come."""
    check_text(result, field="result")
    check_day(on, assignment.campaign, at=at)


def check_can_reopen(actor: Actor, assignment: Assignment, *, reason: str, at: datetime) -> None:
    """Finished too early: the body that answers takes it up again, or the city gives it back, with a reason."""
    _check_may_work(actor, assignment)
    if not _leads(actor, assignment.campaign):
        _check_is_answering(actor, assignment)
    WORK.target("reopen", status_of(assignment))
    campaigns.check_reason(reason)


def check_can_name(actor: Actor, assignment: Assignment, *, at: datetime) -> None:
    """The city names who answers, where the plan's own body is unknown or no longer stands."""
    _check_leads(actor, assignment)
    own = assignment.body
    named = answering_body(assignment) != own
    if own and not named and is_in_term(day_of(at), own.starts_on, own.ends_on):
        raise NotNow(f"Kế hoạch đã giao việc này cho {own.name}, cơ quan đang hoạt động.")
    if status_of(assignment) == WorkStatus.DONE:
        raise NotNow("Việc này đã hoàn thành. Muốn giao lại, hãy mở lại việc trước.")


def check_can_add(actor: Actor, assignment: Assignment, *, at: datetime) -> None:
    """Partners are confirmed by the city or by the body that answers."""
    _check_may_work(actor, assignment)
    if not _leads(actor, assignment.campaign):
        _check_is_answering(actor, assignment)


def check_can_remove(actor: Actor, assignment: Assignment, *, at: datetime) -> None:
    """Whoever may add a partner may take it away; what it noted stays."""
    check_can_add(actor, assignment, at=at)


def check_body(assignment: Assignment, body: Body | None, *, at: datetime) -> None:
    """A body of the city that stands today."""
    top = Placement.objects.filter(tree_id=assignment.campaign.tree_id, path="").values("unit_id")
    is_ours = body is not None and Body.objects.filter(pk=body.pk, unit_id__in=top).exists()
    if body is None or not is_ours or not is_in_term(day_of(at), body.starts_on, body.ends_on):
        raise BadInput("Hãy chọn một cơ quan đang hoạt động ở Thành phố.", {"body": "Hãy chọn lại."})


def check_partner(assignment: Assignment, body: Body) -> None:
    """Another body than the one that answers, not named before."""
    if answering_body(assignment) == body:
        raise BadInput("Cơ quan này đã chịu trách nhiệm chính về việc.", {"body": "Hãy chọn cơ quan khác."})
    if body.pk in partner_ids(assignment):
        raise NotNow(f"{body.name} đã có trong danh sách phối hợp.")


def check_can_attach(actor: Actor, assignment: Assignment, *, at: datetime) -> None:
    """The body that answers and its partners attach files, also after the work is done."""
    _check_works(actor, assignment)


def check_can_attach_to_briefing(actor: Actor, briefing: Briefing, *, at: datetime) -> None:
    """The unit that held it adds to its guidance pack."""
    _check_own_briefing(actor, briefing, at=at)
    if briefing.withdrawn_at:
        raise NotNow("Buổi hướng dẫn này đã rút nên không thêm tài liệu được.")


def check_is_new(owner: Assignment | Briefing, *, title: str, purpose: str, file: StoredFile) -> None:
    """The same file under the same title is there already: a second click, or nothing new."""
    is_work = isinstance(owner, Assignment)
    same = Q(assignment_id=owner.pk, purpose=purpose) if is_work else Q(briefing_id=owner.pk)
    if Attachment.objects.filter(same, title=title, file=file, withdrawn_at__isnull=True).exists():
        raise NotNow(f"Tệp này đã có dưới tên “{title}”.")


def check_can_withdraw_file(actor: Actor, attachment: Attachment, *, reason: str, at: datetime) -> None:
    """Whoever may attach may withdraw, once, with a reason."""
    if attachment.assignment:
        check_can_attach(actor, attachment.assignment, at=at)
    else:
        assert attachment.briefing is not None, "a_file_belongs_to_something"
        _check_own_briefing(actor, attachment.briefing, at=at)
    if attachment.withdrawn_at:
        raise NotNow("Tệp này đã được rút.")
    campaigns.check_reason(reason)


def check_can_read(actor: Actor, attachment: Attachment) -> None:
    """Outlines and guidance: every office of the tree. The rest: who sees the work. Withdrawn: nobody."""
    if attachment.withdrawn_at:
        raise NotFound("Tệp này đã được rút.")
    if attachment.briefing:
        check_can_see(actor, attachment.briefing.campaign)
        return
    assert attachment.assignment is not None, "a_file_belongs_to_something"
    if attachment.purpose in SHARED:
        check_can_see(actor, attachment.assignment.campaign)
    else:
        check_can_see_work(actor, attachment.assignment)


def check_can_hold(actor: Actor, campaign: Campaign, place: Placement | None, *, at: datetime) -> None:
    """A commune briefs the heads of its own villages, while the year runs (III.5.2a)."""
    check_can_see(actor, campaign)
    actor.check_may("briefing:hold", _NOT_BRIEF)
    if place is None or place.unit_id != actor.unit_id:
        raise NotYours(_NOT_BRIEF)
    campaigns.check_is_running(campaign)


def check_villages(place: Placement, village_ids: tuple[int, ...]) -> None:
    """Villages of this very commune."""
    known = set(place.children.order_by("pk").values_list("pk", flat=True))
    if not set(village_ids) <= known:
        raise BadInput("Có thôn, tổ dân phố không thuộc xã, phường này.", {"villages": "Hãy chọn lại."})


def check_can_withdraw_briefing(actor: Actor, briefing: Briefing, *, reason: str, at: datetime) -> None:
    """Recorded by mistake: the unit that recorded it withdraws it, once, with a reason."""
    _check_own_briefing(actor, briefing, at=at)
    if briefing.withdrawn_at:
        raise NotNow("Buổi hướng dẫn này đã được rút.")
    campaigns.check_reason(reason)


def check_can_record(actor: Actor, campaign: Campaign, *, at: datetime) -> None:
    """An office that works under the plan records what its body held together with another."""
    check_can_see(actor, campaign)
    actor.check_may("assignment:work", _NOT_WORK)
    campaigns.check_is_running(campaign)


def check_event_bodies(actor: Actor, place: Placement, host: Body | None, partner: Body | None, *, on: date) -> None:
    """Two bodies of the own unit that stood on the day, one of them the own."""
    for body, name in ((host, "host"), (partner, "partner")):
        if body is None or body.unit_id != place.unit_id or not is_in_term(on, body.starts_on, body.ends_on):
            raise BadInput("Hãy chọn cơ quan của đơn vị mình, hoạt động vào ngày đó.", {name: "Hãy chọn lại."})
    assert host is not None
    assert partner is not None
    if not {host.pk, partner.pk} & acts_for(actor):
        raise NotYours("Hoạt động phối hợp do một trong hai cơ quan tham gia ghi.")


def check_is_first(campaign: Campaign, place: Placement, sheet: EventSheet) -> None:
    """The same two bodies, topic and day were recorded before: a second click, or by the other body."""
    same = JointEvent.objects.standing().filter(campaign=campaign, placement=place, held_on=sheet.held_on)
    bodies = Q(host_id=sheet.host_id, partner_id=sheet.partner_id) | Q(
        host_id=sheet.partner_id, partner_id=sheet.host_id
    )
    if same.filter(bodies, topic=squeeze(sheet.topic)).exists():
        raise NotNow("Hoạt động này đã được một trong hai cơ quan ghi.")


def check_can_withdraw_event(actor: Actor, event: JointEvent, *, reason: str, at: datetime) -> None:
    """Recorded by mistake: one of the two bodies withdraws it, once, with a reason."""
    if not actor.covers(event.campaign.tree_id, event.placement.path):
        raise NotFound
    check_can_record(actor, event.campaign, at=at)
    if not {event.host_id, event.partner_id} & acts_for(actor):
        raise NotYours("Hoạt động phối hợp do một trong hai cơ quan tham gia rút.")
    if event.withdrawn_at:
        raise NotNow("Hoạt động này đã được rút.")
    campaigns.check_reason(reason)


def check_can_load(actor: Actor, campaign: Campaign, *, at: datetime) -> None:
    """Work is brought in by whoever leads, at the top of the tree, into a year that runs."""
    if not _leads(actor, campaign):
        raise NotYours(_NOT_LOAD)
    campaigns.check_is_running(campaign)


def _leads(actor: Actor, campaign: Campaign) -> bool:
    return actor.may("assignment:lead") and (actor.is_machine or actor.path_in(campaign.tree_id) == "")


def _own_bodies(assignment: Assignment) -> frozenset[int]:
    answering = answering_body(assignment)
    return partner_ids(assignment) | ({answering.pk} if answering else frozenset())


def _check_may_work(actor: Actor, assignment: Assignment) -> None:
    check_can_see(actor, assignment.campaign)
    actor.check_may("assignment:work", _NOT_WORK)
    _check_is_open(assignment)


def _check_leads(actor: Actor, assignment: Assignment) -> None:
    check_can_see(actor, assignment.campaign)
    if not _leads(actor, assignment.campaign):
        raise NotYours(_NOT_LEAD)
    _check_is_open(assignment)


def _check_is_open(assignment: Assignment) -> None:
    campaigns.check_is_running(assignment.campaign)
    if assignment.withdrawn_at:
        gone = day(day_of(assignment.withdrawn_at))
        raise NotNow(f"Việc này không còn trong kế hoạch từ ngày {gone}. Những gì đã ghi vẫn được giữ.")
    if is_of_levels_below(assignment):
        raise NotNow("Việc này giao cho mọi đơn vị của một cấp. Mỗi đơn vị làm ở danh sách việc của mình.")


def _check_is_answering(actor: Actor, assignment: Assignment) -> None:
    answering = answering_body(assignment)
    if answering is None:
        raise NotNow(_NO_BODY)
    if answering.pk not in acts_for(actor):
        raise NotYours(f"Việc này giao cho {answering.name}. Chỉ cơ quan đó ghi được.")


def _check_answers(actor: Actor, assignment: Assignment) -> None:
    _check_may_work(actor, assignment)
    _check_is_answering(actor, assignment)


def _check_works(actor: Actor, assignment: Assignment) -> None:
    _check_may_work(actor, assignment)
    if not partner_ids(assignment) & acts_for(actor):
        _check_is_answering(actor, assignment)


def _check_own_briefing(actor: Actor, briefing: Briefing, *, at: datetime) -> None:
    if not actor.covers(briefing.campaign.tree_id, briefing.placement.path):
        raise NotFound
    check_can_hold(actor, briefing.campaign, briefing.placement, at=at)
