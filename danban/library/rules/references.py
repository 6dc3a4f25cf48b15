"""Who enters legal bases and Party documents, and what makes one complete."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from danban.campaigns.models import Campaign
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.kit.vietnamese import squeeze
from danban.library.models import Reference
from danban.library.rules.sheets import ReferenceSheet

_NOT_ENTERING = "Văn bản căn cứ do Ủy ban MTTQ Thành phố và các sở, ban, ngành Thành phố nhập, sửa."
_NOT_LOADING = "Nạp văn bản căn cứ hàng loạt chỉ chạy từ dòng lệnh của máy chủ."
LONGEST = {"kind_name": 80, "symbol": 80, "title": 1_000, "issuer": 200, "note": 2_000}


def check_can_enter(actor: Actor, *, at: datetime) -> None:
    """Entering and editing are for the offices that keep the library."""
    actor.check_may("reference:enter", _NOT_ENTERING)


def check_can_gather(actor: Actor, campaign: Campaign, *, at: datetime) -> None:
    """From the plan of a year one sees."""
    check_can_enter(actor, at=at)
    if not actor.is_machine and actor.path_in(campaign.tree_id) is None:
        raise NotFound


def check_can_load(actor: Actor, *, at: datetime) -> None:
    """Loading a whole shelf is for machines."""
    check_can_enter(actor, at=at)
    if not actor.is_machine:
        raise NotYours(_NOT_LOADING)


def check_reference(sheet: ReferenceSheet, *, at: datetime) -> None:
    """A kind, a title, days in order; raises ``BadInput`` naming each bad field."""
    problems = {
        name: f"Hãy rút xuống {most} ký tự."
        for name, most in LONGEST.items()
        if len(squeeze(getattr(sheet, name))) > most
    }
    if not squeeze(sheet.kind_name):
        problems["kind_name"] = "Hãy ghi loại văn bản: Luật, Nghị định, Chỉ thị…"
    if not squeeze(sheet.title):
        problems["title"] = "Hãy ghi trích yếu."
    if sheet.issued_on and sheet.issued_on > day_of(at):
        problems["issued_on"] = "Ngày ban hành chưa tới."
    first = sheet.in_force_from or sheet.issued_on
    if first and sheet.in_force_until and sheet.in_force_until < first:
        problems["in_force_until"] = "Ngày hết hiệu lực đứng trước ngày có hiệu lực."
    if sheet.issued_on and sheet.in_force_from and sheet.in_force_from < sheet.issued_on:
        problems["in_force_from"] = "Ngày có hiệu lực đứng trước ngày ban hành."
    _refuse(problems)


def check_is_new(sheet: ReferenceSheet, *, but: int | None = None) -> None:
    """A symbol and day stand once in the library; ``but`` is the reference being edited."""
    symbol = squeeze(sheet.symbol)
    same = Reference.objects.filter(symbol=symbol, issued_on=sheet.issued_on).exclude(pk=but or 0)
    if symbol and same.exists():
        _refuse({"symbol": f"Văn bản {symbol} cùng ngày ban hành đã có trong thư viện."})


def check_no_circle(reference_id: int | None, replaced_by_id: int | None, nexts: Mapping[int, int | None]) -> None:
    """Nothing takes its own place, however long the way round; ``nexts`` says what replaces what.

    Raises ``BadInput`` for a circle or for a reference nobody knows.
    """
    seen, step = {reference_id}, replaced_by_id
    while step is not None:
        if step not in nexts:
            _refuse({"replaced_by_id": "Không còn văn bản thay thế này. Hãy chọn lại."})
        if step in seen:
            _refuse({"replaced_by_id": "Chọn như vậy thì hai văn bản thay thế lẫn nhau. Hãy chọn văn bản khác."})
        seen.add(step)
        step = nexts[step]


def end_of_force(sheet: ReferenceSheet, replacing: Reference | None) -> date | None:
    """The last day in force: as typed, else the day before the replacing one's first day, where that makes sense."""
    if sheet.in_force_until is not None or replacing is None:
        return sheet.in_force_until
    begins = replacing.in_force_from or replacing.issued_on
    if begins is None:
        return None
    last, first = begins - timedelta(days=1), sheet.in_force_from or sheet.issued_on
    return last if first is None or first <= last else None


def _refuse(problems: Mapping[str, str]) -> None:
    if problems:
        raise BadInput(" ".join(problems.values()), problems)
