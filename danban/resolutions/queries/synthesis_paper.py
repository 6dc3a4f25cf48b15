"""The synthesis of a commune's conference as a report of its Front committee, to be read out; it is not issued here."""

from datetime import datetime

from danban.documents import queries as documents
from danban.documents.queries import letterhead
from danban.documents.rules import signature_of
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotNow
from danban.papers.kinds import Desk
from danban.papers.paper import Paper, Signature
from danban.resolutions.queries.synthesis import Synthesis, synthesis_page
from danban.resolutions.rules.report import Told, paper_of_synthesis
from danban.sittings.fields import FIELDS
from danban.units.models import Body

_UNSIGNED = Signature(("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "")
UNSORTED = "Chưa phân lĩnh vực"


def field_name(code: str) -> str:
    """The field of a petition as people call it."""
    return FIELDS.get(code, UNSORTED)


def synthesis_paper(actor: Actor, pk: int, *, at: datetime) -> Paper:
    """The report as it stands now; raises ``NotFound``, or ``NotNow`` where the commune has no Front committee."""
    found, today = synthesis_page(actor, pk, at=at), day_of(at)
    standing = Body.objects.standing_on(today).filter(unit_id=found.place.unit_id, kind__code="front_committee")
    body = standing.order_by("pk").first()
    if body is None:
        raise NotNow("Chưa có Ủy ban MTTQ của đơn vị này trong danh bạ nên chưa in được báo cáo.")
    head = letterhead([body.pk], on=today)
    signers = documents.signers_of(body.pk, on=today)[:1]
    desk = Desk(
        head.profile, head.issuers, head.place, symbol="BC-MTTQ-BTT",
        signatures=tuple(signature_of(one).printed for one in signers) or (_UNSIGNED,),
        recipients=("Hội nghị đại biểu Nhân dân", "Lưu: VT"),
    )  # fmt: skip
    return _paper(found, desk)


def _paper(found: Synthesis, desk: Desk) -> Paper:
    name = f"{found.place.name[:1].lower()}{found.place.name[1:]}"
    told = Told(
        f"Tổng hợp hội nghị các thôn, tổ dân phố của {name} năm {found.year}",
        vars(found.total),
        villages=tuple(
            (line.place.name, line.sums.present, line.sums.opinions, line.sums.petitions)
            for line in found.lines
            if line.sums.held
        ),
        missing=tuple(one.place.name for one in found.missing),
        fields=tuple((field_name(one.code), one.opinions, one.petitions) for one in found.fields),
        petitions=tuple(
            f"{one.text.rstrip(' .;')} ({(one.village or one.conference.placement).name});" for one in found.petitions
        ),
    )
    return paper_of_synthesis(desk, told)
