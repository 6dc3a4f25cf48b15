"""Who fills in, sends and returns a self-evaluation, and what one must say."""

from dataclasses import dataclass, field
from datetime import datetime

from danban.campaigns.models import Campaign
from danban.campaigns.rules import check_is_running
from danban.evaluations.models import Evaluation
from danban.evaluations.states import EVALUATION
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.kit.vietnamese import squeeze
from danban.units.models import Body, Placement

LONGEST = 4_000
_MOST = 10_000_000
_NOT_WRITING = "Tự đánh giá do chính đơn vị lập."


@dataclass(frozen=True)
class Told:
    """A form as filled in; ``figures`` by code, those left out are not there."""

    done: str = ""
    result: str = ""
    limits: str = ""
    causes: str = ""
    petitions: str = ""
    figures: dict[str, int] = field(default_factory=dict)


def check_can_save(actor: Actor, campaign: Campaign, place: Placement, *, at: datetime) -> None:
    """The unit itself, in a running year."""
    if actor.path_in(campaign.tree_id) != place.path:
        raise NotFound
    actor.check_may("evaluation:write", _NOT_WRITING)
    check_is_running(campaign)


def check_can_submit(actor: Actor, evaluation: Evaluation, *, at: datetime) -> None:
    """The unit itself; what happened and with what result must be said."""
    check_can_save(actor, evaluation.campaign, evaluation.placement, at=at)
    EVALUATION.target("submit", evaluation.status)
    problems = {
        name: "Hãy ghi mục này trước khi gửi."
        for name, words in (("done", evaluation.done), ("result", evaluation.result))
        if not squeeze(words)
    }
    if problems:
        raise BadInput("Còn mục chưa ghi.", problems)


def check_can_return(actor: Actor, evaluation: Evaluation, *, owner: str, reason: str = "lý do", at: datetime) -> None:
    """A unit above, or the body (of the kind ``owner``) that owns the form, with a reason."""
    owns = owns_form(actor, owner)
    above = actor.may("evaluation:see") and actor.stands_above(evaluation.campaign.tree_id, evaluation.placement.path)
    if not (owns or above):
        if actor.covers(evaluation.campaign.tree_id, evaluation.placement.path) and actor.may("evaluation:see"):
            raise NotYours("Đơn vị không tự trả lại bản của mình; hãy sửa khi cấp trên trả lại.")
        raise NotFound
    check_is_running(evaluation.campaign)
    EVALUATION.target("return", evaluation.status)
    if len(squeeze(reason)) < 5 or len(reason) > LONGEST:
        raise BadInput("Hãy ghi cần bổ sung gì.", {"reason": "Hãy ghi cần bổ sung gì."})


def owns_form(actor: Actor, owner: str) -> bool:
    """Whether the actor's body is of the kind that owns a form; one query."""
    if not actor.may("evaluation:own") or actor.body_id is None:
        return False
    return Body.objects.filter(pk=actor.body_id, kind__code=owner).exists()


def check_told(told: Told, *, known: tuple[str, ...]) -> None:
    """Words not too long, counts that can be, of what the form asks; raises ``BadInput`` naming the field."""
    problems = {
        name: f"Hãy rút xuống {LONGEST} ký tự."
        for name in ("done", "result", "limits", "causes", "petitions")
        if len(getattr(told, name)) > LONGEST
    }
    problems |= {
        code: "Con số này không thể có."
        for code, value in told.figures.items()
        if code not in known or not 0 <= value <= _MOST
    }
    if problems:
        raise BadInput(" ".join(problems.values()), problems)
