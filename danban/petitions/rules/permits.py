"""Who may do what with a petition: the Front gathers, forwards and watches; a body answers; the village judges."""

from datetime import date, datetime

from danban.campaigns.models import Campaign
from danban.campaigns.rules import check_is_running
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.petitions.models import Petition, PetitionGroup
from danban.petitions.rules.substance import AnswerSheet, check_substance
from danban.petitions.rules.wording import check_parts, check_procedure, check_reason
from danban.petitions.states import ANSWERED, ANSWERING, PETITION
from danban.units.models import Body, Placement

_NOT_SORTING = "Phân loại và chuyển kiến nghị là việc của Ủy ban MTTQ nơi đang giữ kiến nghị."
_NOT_ANSWERING = "Trả lời kiến nghị là việc của cơ quan có thẩm quyền đang giữ kiến nghị."
_NOT_CONFIRMING = "Xác nhận, chưa đồng ý hay đọc lại câu trả lời là việc của thôn, tổ dân phố nơi bà con đã nói."
_NOT_RECORDING = "Vị trí của bạn xem được kiến nghị, không ghi mới."


def check_can_see(actor: Actor, petition: Petition, *, at: datetime) -> None:
    """Seen in its area and by the bodies it came to; raises ``NotFound``."""
    if actor.may("petition:see") and actor.covers(petition.book.tree_id, petition.seat.path):
        return
    own = actor.may("petition:see_own") and actor.body_id is not None
    came = own and (petition.body_id == actor.body_id or petition.steps.filter(body_id=actor.body_id or 0).exists())
    if not came:
        raise NotFound("Không tìm thấy kiến nghị này trong phạm vi của bạn.")


def check_can_list(actor: Actor, *, at: datetime) -> None:
    """Whoever follows petitions of an area, or answers some."""
    actor.check_may("petition:list", "Vị trí của bạn không theo dõi kiến nghị.")


def check_can_count(actor: Actor, *, at: datetime) -> None:
    """Whoever follows petitions of an area."""
    actor.check_may("petition:see", "Vị trí của bạn không theo dõi kiến nghị của địa bàn.")


def check_can_record(actor: Actor, campaign: Campaign, village: Placement, *, at: datetime) -> None:
    """A village for itself, offices above for their area, in a running year."""
    if not actor.covers(campaign.tree_id, village.path):
        raise NotFound
    actor.check_may("petition:record", _NOT_RECORDING)
    check_is_running(campaign)


def check_can_sort(actor: Actor, *, at: datetime) -> None:
    """The Front sorts; which petition, the other rules say."""
    actor.check_may("petition:sort", _NOT_SORTING)


def check_can_classify(actor: Actor, petition: Petition, *, at: datetime) -> None:
    """The Front of the unit it lies with, or above, while it is on its desk."""
    _check_sorts(actor, petition, at=at)
    PETITION.target("classify", petition.status)


def check_can_route(actor: Actor, petition: Petition, *, at: datetime) -> None:
    """The Front of the unit it lies with, or above, hands it to a body."""
    _check_sorts(actor, petition, at=at)
    PETITION.target("route", petition.status)


def check_can_acknowledge(actor: Actor, petition: Petition, *, at: datetime) -> None:
    """The body it is with says that it has it."""
    _check_answers(actor, petition, at=at)
    PETITION.target("acknowledge", petition.status)


def check_can_forward(actor: Actor, petition: Petition, *, reason: str = "lý do", at: datetime) -> None:
    """The body it is with, or the Front over it, hands it to another body, with a reason."""
    _check_moves(actor, petition, at=at)
    PETITION.target("forward", petition.status)
    check_reason(reason)


def check_can_return(actor: Actor, petition: Petition, *, reason: str = "lý do", at: datetime) -> None:
    """The body it is with gives it back to the Front of the seat's commune, with a reason."""
    _check_answers(actor, petition, at=at)
    PETITION.target("return", petition.status)
    check_reason(reason)


def check_can_answer(actor: Actor, petition: Petition, *, sheet: AnswerSheet | None = None, at: datetime) -> None:
    """The body it is with answers, and its answer has substance; acknowledged before or not."""
    _check_answers(actor, petition, at=at)
    PETITION.target("answer", petition.status)
    if sheet is not None:
        check_substance(sheet, kind=petition.kind, today=day_of(at))


def check_can_confirm(actor: Actor, petition: Petition, *, at: datetime) -> None:
    """Those who asked say that the answer stands."""
    _check_speaks_for(actor, petition, at=at)
    PETITION.target("confirm", petition.status)


def check_can_dispute(actor: Actor, petition: Petition, *, reason: str = "lý do", at: datetime) -> None:
    """Those who asked do not accept the answer; it goes back to the body, with their reason."""
    _check_speaks_for(actor, petition, at=at)
    PETITION.target("dispute", petition.status)
    check_reason(reason)


def check_can_reopen(actor: Actor, petition: Petition, *, reason: str = "lý do", at: datetime) -> None:
    """What was confirmed came back, or was not done after all."""
    _check_speaks_for(actor, petition, at=at)
    PETITION.target("reopen", petition.status)
    check_reason(reason)


def check_can_read_back(actor: Actor, petition: Petition, *, at: datetime) -> None:
    """The answer was read to those who asked."""
    _check_speaks_for(actor, petition, at=at)
    if petition.status not in ANSWERED:
        raise NotNow("Kiến nghị này chưa có câu trả lời để đọc lại.")


def check_can_turn_away(
    actor: Actor, petition: Petition, *, procedure: str = "complaint", reason: str = "lý do", at: datetime
) -> None:  # fmt: skip
    """A complaint or denunciation goes its own way by law; the Front says so."""
    _check_sorts(actor, petition, at=at)
    PETITION.target("turn_away", petition.status)
    check_procedure(procedure)
    check_reason(reason)


def check_can_restore(actor: Actor, petition: Petition, *, reason: str = "lý do", at: datetime) -> None:
    """It was a petition after all."""
    _check_sorts(actor, petition, at=at)
    PETITION.target("restore", petition.status)
    check_reason(reason)


def check_can_split(actor: Actor, petition: Petition, *, parts: list[str] | None = None, at: datetime) -> None:
    """One sentence holds several requests; each goes its own way."""
    _check_sorts(actor, petition, at=at)
    PETITION.target("split", petition.status)
    if parts is not None:
        check_parts(parts)


def check_can_merge(actor: Actor, petition: Petition, *, into: Petition | None = None, at: datetime) -> None:
    """The same voice entered twice: of one village, into one that is followed by itself. Others are grouped."""
    _check_sorts(actor, petition, at=at)
    PETITION.target("merge", petition.status)
    if into is None:
        return
    check_can_see(actor, into, at=at)
    if into.pk == petition.pk:
        raise BadInput("Không nhập một kiến nghị vào chính nó.", {"into": "Hãy chọn kiến nghị khác."})
    if into.seat_id != petition.seat_id:
        raise BadInput(
            "Chỉ nhập hai lần ghi của cùng một nơi. Kiến nghị của nơi khác thì gộp nhóm, để không mất tiếng nói nào.",
            {"into": "Kiến nghị này của nơi khác."},
        )
    if into.status in ("merged", "split", "turned_away"):
        raise NotNow("Kiến nghị kia không còn được theo dõi riêng.")


def check_can_unmerge(actor: Actor, petition: Petition, *, reason: str = "lý do", at: datetime) -> None:
    """They were two after all."""
    _check_sorts(actor, petition, at=at)
    PETITION.target("unmerge", petition.status)
    check_reason(reason)


def check_can_group(actor: Actor, petitions: list[Petition], *, at: datetime) -> None:
    """The Front groups what lies in its area and is followed by itself, in one year's books."""
    actor.check_may("petition:sort", _NOT_SORTING)
    for petition in petitions:
        _check_sorts(actor, petition, at=at)
        if petition.status in ("merged", "split", "turned_away"):
            raise NotNow(f"{petition.code} không còn được theo dõi riêng nên không gộp được.")
    if len({one.pk for one in petitions}) < 2:
        raise BadInput("Gộp thì cần ít nhất hai kiến nghị.", {"petitions": "Hãy chọn thêm kiến nghị."})
    if len({one.book_id for one in petitions}) > 1:
        raise BadInput("Chỉ gộp kiến nghị trong sổ của cùng một năm.", {"petitions": "Có kiến nghị của năm khác."})


def check_can_leave_group(actor: Actor, petition: Petition, *, at: datetime) -> None:
    """The Front takes one out of its group."""
    _check_sorts(actor, petition, at=at)
    if petition.group_id is None:
        raise NotNow("Kiến nghị này không ở trong nhóm nào.")


def check_can_answer_group(actor: Actor, group: PetitionGroup, members: list[Petition], *, at: datetime) -> None:
    """Some of the group waits for an answer of the actor's body."""
    ours = [one for one in members if one.status in ANSWERING]
    if not ours:
        raise NotNow("Trong nhóm không còn kiến nghị nào chờ trả lời.")
    for petition in ours:
        _check_answers(actor, petition, at=at)


def check_can_pause(actor: Actor, petition: Petition, *, reason: str = "lý do", at: datetime) -> None:
    """The body stops the clock for a reason those who asked can read."""
    _check_answers(actor, petition, at=at)
    if petition.status not in ANSWERING:
        raise NotNow("Chỉ tạm dừng khi đang chờ trả lời.")
    if petition.waiting_since is not None:
        raise NotNow("Kiến nghị này đang tạm dừng rồi.")
    check_reason(reason)


def check_can_resume(actor: Actor, petition: Petition, *, at: datetime) -> None:
    """The clock runs again."""
    _check_answers(actor, petition, at=at)
    if petition.waiting_since is None:
        raise NotNow("Kiến nghị này không tạm dừng.")


def check_can_publish(actor: Actor, petition: Petition, *, at: datetime) -> None:
    """The Front writes what strangers may read."""
    _check_sorts(actor, petition, at=at)


def check_can_be_answered_by(body: Body, petition: Petition, *, on: date) -> None:
    """A body that stands, of a unit of the year from the commune up; raises ``BadInput``."""
    if body.starts_on > on or (body.ends_on is not None and body.ends_on < on):
        raise BadInput(f"{body.name} không còn hoạt động.", {"body": "Hãy chọn cơ quan đang hoạt động."})
    here = Placement.objects.filter(tree_id=petition.book.tree_id, unit_id=body.unit_id)
    if not here.exclude(level__code="village").exists():
        raise BadInput(
            f"{body.name} không phải cơ quan trả lời kiến nghị được.", {"body": "Hãy chọn cơ quan từ cấp xã trở lên."}
        )


def _check_sorts(actor: Actor, petition: Petition, *, at: datetime) -> None:
    check_can_see(actor, petition, at=at)
    actor.check_may("petition:sort", _NOT_SORTING)
    if not actor.covers(petition.book.tree_id, petition.holder.path):
        raise NotYours(f"Kiến nghị này đang ở {petition.holder.name}. {_NOT_SORTING}")


def _answers_for(actor: Actor, petition: Petition) -> bool:
    body = petition.body
    if body is None or not actor.may("petition:answer"):
        return False
    return actor.body_id == body.pk or (actor.may("petition:answer_for_unit") and actor.unit_id == body.unit_id)


def _check_answers(actor: Actor, petition: Petition, *, at: datetime) -> None:
    check_can_see(actor, petition, at=at)
    actor.check_may("petition:answer", _NOT_ANSWERING)
    if not _answers_for(actor, petition):
        where = petition.body.name if petition.body else petition.holder.name
        raise NotYours(f"Kiến nghị này đang ở {where}; nơi đó trả lời.")


def _check_moves(actor: Actor, petition: Petition, *, at: datetime) -> None:
    check_can_see(actor, petition, at=at)
    if _answers_for(actor, petition):
        return
    _check_sorts(actor, petition, at=at)


def _check_speaks_for(actor: Actor, petition: Petition, *, at: datetime) -> None:
    check_can_see(actor, petition, at=at)
    actor.check_may("petition:confirm", _NOT_CONFIRMING)
