"""Agendas of the small city: a template of the plan, the two heads of a unit, an agenda both agreed to."""

from datetime import date

from danban.accounts.models import Appointment
from danban.accounts.queries import actor_for
from danban.campaigns.models import AgendaItem, Campaign
from danban.conferences import actions
from danban.conferences.models import AgendaEntry, Conference
from danban.conferences.rules import AgendaLine
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold
from danban.units.models import Body, BodyKind
from tests.accounts.factories import make_appointment
from tests.cast import AT, Cast

CONTENTS = ("Đánh giá Quy tắc ứng xử nơi công cộng", "Công bố hộ đăng ký Gia đình văn hóa")
_POSTS = {
    "village": (("front_work_committee", "front_work_head"), ("village_head", "village_head")),
    "commune": (("front_committee", "commune_front_officer"), ("peoples_committee", "commune_committee_officer")),
}


def make_template(cast: Cast, campaign: Campaign, level: str = "village", *titles: str) -> list[AgendaItem]:
    """What the plan wants on the agenda of a level, all of it mandatory."""
    start = AgendaItem.objects.filter(campaign=campaign, level=cast.levels[level]).count()
    return AgendaItem.objects.bulk_create(
        AgendaItem(
            campaign=campaign, level=cast.levels[level], clause=campaign.clauses.first(), title=title, position=at
        )
        for at, title in enumerate(titles or CONTENTS, start=start)
    )


def heads_of(cast: Cast, code: str) -> tuple[Actor, Actor]:
    """The head of the Front and the head of the village or the committee's officer of a unit, hired if need be."""
    posts = _POSTS[cast.places[code].level.code]
    front, authority = (_hired(cast, code, body, role) for body, role in posts)
    return front, authority


def _hired(cast: Cast, code: str, kind_code: str, role: str) -> Actor:
    unit = cast.places[code].unit
    kind, _ = BodyKind.objects.get_or_create(code=kind_code, defaults={"name": kind_code, "short": kind_code})
    name = "Tổ trưởng" if kind_code == "village_head" else kind.name
    given = {"name": f"{name} {unit.name}", "folded": fold(name), "starts_on": date(2020, 1, 1)}
    body, _ = Body.objects.get_or_create(unit=unit, kind=kind, defaults=given)
    held = Appointment.objects.filter(unit=unit, role=role, body=body).first()
    return actor_for(held or make_appointment(unit, role=role, body=body))


def drafted(cast: Cast, one: Conference) -> list[AgendaEntry]:
    """The first agenda of a conference, entered by its Front."""
    front, _ = heads_of(cast, one.placement.code)
    actions.draft_agenda(one.pk, actor=front, at=AT)
    return list(one.agenda.order_by("position"))


def agreed(cast: Cast, one: Conference) -> Conference:
    """The same conference with an agenda both heads agreed to."""
    if not one.agenda.exists():
        drafted(cast, one)
    for head in heads_of(cast, one.placement.code):
        if not one.assents.filter(body=head.body_id).exists():
            actions.agree_agenda(one.pk, actor=head, at=AT)
    return one


def as_lines(one: Conference) -> list[AgendaLine]:
    """The agenda as it stands, line by line."""
    return [AgendaLine(e.title, e.presenter, e.minutes, e.pk) for e in one.agenda.order_by("position")]
