"""Who says that an outline was presented, and what can be true of it."""

from datetime import date, datetime

from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import day, squeeze
from danban.library.models import OutlineVersion, Presentation
from danban.library.rules.sheets import PresentationSheet
from danban.library.states import VersionStatus
from danban.units.models import Placement

LONGEST_OCCASION = 200
MOST_PEOPLE = 20_000
_NOT_PRESENTING = "Nơi trình bày do Mặt trận, UBND các cấp và người phụ trách thôn, tổ dân phố ghi."
_NOT_LOADING = "Nạp các lần trình bày hàng loạt chỉ chạy từ dòng lệnh của máy chủ."


def check_can_present(actor: Actor, place: Placement, *, at: datetime) -> None:
    """For the own unit or one below it; raises ``NotFound`` elsewhere."""
    if not actor.covers(place.tree_id, place.path):
        raise NotFound
    actor.check_may("outline:present", _NOT_PRESENTING)


def check_can_remove(actor: Actor, presentation: Presentation, *, at: datetime) -> None:
    """Whoever may record for a unit takes out what was recorded there by mistake."""
    check_can_present(actor, presentation.placement, at=at)


def check_can_load_presentations(actor: Actor, *, at: datetime) -> None:
    """Loading thousands is for machines."""
    actor.check_may("outline:present", _NOT_PRESENTING)
    if not actor.is_machine:
        raise NotYours(_NOT_LOADING)


def check_facts(sheet: PresentationSheet, version: OutlineVersion, place: Placement, *, at: datetime) -> None:
    """A published version, a day from its publication to today on which the unit stood, a believable number.

    Raises ``NotNow`` for a version not in use, ``BadInput`` naming each bad field.
    """
    if version.status == VersionStatus.WITHDRAWN:
        raise NotNow("Bản đề cương này đã rút nên không ghi thêm nơi trình bày. Hãy mở bản đang dùng.")
    if version.status == VersionStatus.DRAFTING or version.published_at is None:
        raise NotNow("Bản đề cương này chưa đưa ra dùng.")
    problems = {}
    if problem := _problem_of_day(sheet.on, day_of(version.published_at), place, today=day_of(at)):
        problems["on"] = problem
    if not squeeze(sheet.occasion):
        problems["occasion"] = "Hãy ghi trình bày ở đâu, dịp nào: hội nghị, họp tổ, trên loa…"
    if len(squeeze(sheet.occasion)) > LONGEST_OCCASION:
        problems["occasion"] = f"Hãy rút xuống {LONGEST_OCCASION} ký tự."
    if sheet.attended is not None and not 0 <= sheet.attended <= MOST_PEOPLE:
        problems["attended"] = f"Từ 0 đến {MOST_PEOPLE} người; không rõ thì để trống."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def _problem_of_day(on: date, published: date, place: Placement, *, today: date) -> str:
    if on > today:
        return "Ngày này chưa tới."
    if on < published:
        return f"Bản này đưa ra dùng từ ngày {day(published)}."
    if not is_in_term(on, place.tree.starts_on, place.tree.ends_on):
        return f"Ngày ấy {place.name} không đứng trong cơ cấu này."
    return ""
