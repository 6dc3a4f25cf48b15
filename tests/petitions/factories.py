"""Petitions by the dozen, said, sorted, routed and answered through the real actions."""

from datetime import date, datetime, timedelta
from typing import Any

from danban.campaigns.models import Campaign
from danban.petitions import actions
from danban.petitions.actions import PetitionSheet
from danban.petitions.models import Petition
from danban.petitions.rules import AnswerSheet
from danban.units.models import Body
from tests.cast import AT, TODAY, Cast

LAMP = "Ngõ 12 tối, đèn đường hỏng từ tháng 11, đề nghị sửa"
GOOD = "Thay mười bốn bóng đèn LED dọc ngõ 12, từ đầu ngõ tới số nhà 60"


def said(
    cast: Cast,
    campaign: Campaign,
    text: str = LAMP,
    *,
    code: str = "00001.01",
    who: str = "head_of_group_1",
    **values: Any,
) -> Petition:
    """Words of somebody of a unit, typed by an office."""
    sheet = PetitionSheet(text=text, **values)
    return actions.record_petition(
        campaign.pk, cast.places[code].pk, sheet=sheet, actor=cast.actors[who], at=AT - timedelta(days=1)
    )


def committee(cast: Cast, code: str = "00001") -> Body:
    """The People's Committee of a unit."""
    return cast.bodies[code, "peoples_committee"]


def routed(cast: Cast, petition: Petition, *, code: str = "00001", who: str = "phuc_xa", at: datetime = AT) -> Petition:
    """The same petition, sorted and with the People's Committee of a unit."""
    return actions.sort_petition(
        petition.pk, field="lighting", kind=petition.kind, title=petition.title, body_id=committee(cast, code).pk,
        actor=cast.actors[who], at=at,
    )  # fmt: skip


def good(**values: Any) -> AnswerSheet:
    """An answer with substance."""
    given: dict[str, Any] = {
        "decision": "agreed", "text": GOOD, "done_by": "Đội chiếu sáng", "due_on": TODAY + timedelta(days=20),
    }  # fmt: skip
    return AnswerSheet(**(given | values))


def answered(cast: Cast, petition: Petition, *, who: str = "phuc_xa_committee", at: datetime = AT) -> Petition:
    """The same petition, answered."""
    return actions.answer_petition(petition.pk, sheet=good(), actor=cast.actors[who], at=at)


def days(count: int) -> date:
    """A day after today of the tests."""
    return TODAY + timedelta(days=count)
