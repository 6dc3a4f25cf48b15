"""The one form of a plan: what an office fills in, whether it can be kept, and whether it is complete."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from danban.campaigns.rules.local_dates import Days, is_inside
from danban.documents.rules import symbol_of
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import day, squeeze
from danban.plans.rules.content import Above, AboveDate, ItemLine
from danban.units.models import Body

TITLE, DOER, ITEM, MOST_ITEMS = 300, 200, 2_000, 60
MOST_MONEY = 10**15


@dataclass(frozen=True)
class GivenDate:
    """The days an office gives one kind of thing owed; both None leaves it as it stands above."""

    kind_id: int
    starts_on: date | None
    due_on: date | None

    @property
    def days(self) -> Days:
        """The two days."""
        return Days(self.starts_on, self.due_on)


@dataclass(frozen=True)
class OwnItem:
    """A content or task of the unit's own; ``item_id`` of the row it changes, None for a new one.

    ``is_mandatory``: it comes down with the plans of the units below.
    """

    title: str
    starts_on: date | None = None
    due_on: date | None = None
    doer: str = ""
    is_mandatory: bool = False
    item_id: int | None = None


@dataclass(frozen=True)
class PlanSheet:
    """Everything an office may fill in. ``dropped``: lines from above, by origin, left out (never mandatory ones).

    ``funding_amount`` in đồng. The number comes from ``numbering_body_id``, written by ``symbol_pattern``.
    """

    title: str
    dates: tuple[GivenDate, ...] = ()
    items: tuple[OwnItem, ...] = ()
    dropped: tuple[str, ...] = ()
    party_body: str = ""
    party_consulted_on: date | None = None
    party_how: str = ""
    funding_amount: int | None = None
    funding_source: str = ""
    funding_confirmed: bool = False
    numbering_body_id: int | None = None
    symbol_pattern: str = ""


def lines_kept(sheet: PlanSheet, above: Above) -> tuple[ItemLine, ...]:
    """The lines from above without those the office left out."""
    return tuple(item for item in above.items if item.origin not in sheet.dropped)


def dates_kept(sheet: PlanSheet, above: Above) -> tuple[tuple[AboveDate, Days], ...]:
    """The days the plan sets: every required one, filled in or not, and optional ones that narrow what stands."""
    given = {one.kind_id: one.days for one in sheet.dates}
    kept = []
    for one in above.dates:
        own = given.get(one.kind_id, Days(None, None))
        if one.is_required or (own.due_on is not None and own not in (one.days, Days(None, one.days.due_on))):
            kept.append((one, own))
    return tuple(kept)


def check_sheet(
    sheet: PlanSheet,
    above: Above,
    *,
    year: int,
    bodies: Collection[Body],
    today: date,
    own_items: Collection[int | None] = (None,),
) -> None:
    """Raise ``BadInput`` with a sentence for each field that cannot be kept; a draft need not be complete.

    Fields: ``title``, ``date-<kind>``, ``item-<place>``, ``dropped``, ``party_body``, ``party_consulted_on``,
    ``party_how``, ``funding_amount``, ``funding_source``, ``numbering_body_id``, ``symbol_pattern``.
    """
    problems = {
        **_problems_of_words(sheet, today=today),
        **_problems_of_dates(sheet, above, year=year),
        **_problems_of_items(sheet, above, year=year, own_items=own_items),
        **_problems_of_number(sheet, bodies),
    }
    if problems:
        raise BadInput(_told(problems), problems)


def missing_in(sheet: PlanSheet, above: Above, *, owes_funding: bool) -> dict[str, str]:
    """What is missing before a plan can be submitted and issued, a sentence by field; empty when complete.

    The Party committee was consulted (III.1.2, III.4.1a, III.5.1a), the days left out above are set, the money
    is confirmed where the unit owes that (III.4.2), the paper knows who numbers it.
    """
    missing: dict[str, str] = {}
    if not sheet.party_body or sheet.party_consulted_on is None or not sheet.party_how:
        missing["party_consulted_on"] = "Cần ghi cấp ủy đã cho ý kiến khi nào và bằng hình thức nào."
    if owes_funding and not sheet.funding_confirmed:
        missing["funding_confirmed"] = "Cần xác nhận bảo đảm kinh phí cho hội nghị ở cơ sở."
    if sheet.numbering_body_id is None or not sheet.symbol_pattern:
        missing["numbering_body_id"] = "Cần chọn cơ quan cho số và mẫu số, ký hiệu."
    given = {one.kind_id: one.days for one in sheet.dates}
    for one in above.dates:
        if one.is_required and given.get(one.kind_id, one.bound).due_on is None:
            missing[f"date-{one.kind_id}"] = f"Cần đặt thời gian cho “{one.name}”."
    return missing


def check_is_complete(sheet: PlanSheet, above: Above, *, owes_funding: bool) -> None:
    """Raise ``BadInput`` naming everything missing before a plan can be submitted and issued."""
    if missing := missing_in(sheet, above, owes_funding=owes_funding):
        raise BadInput(_told(missing), missing)


def _told(problems: Mapping[str, str]) -> str:
    """The first three sentences, and how many more there are."""
    said = list(problems.values())
    more = f" Còn {len(said) - 3} chỗ nữa." if len(said) > 3 else ""
    return " ".join(said[:3]) + more


def _problems_of_words(sheet: PlanSheet, *, today: date) -> dict[str, str]:
    problems = {}
    if not 0 < len(squeeze(sheet.title)) <= TITLE:
        problems["title"] = f"Tên kế hoạch cần từ 1 đến {TITLE} ký tự."
    if len(sheet.party_body) > 200:
        problems["party_body"] = "Tên cấp ủy dài quá 200 ký tự."
    if sheet.party_consulted_on and sheet.party_consulted_on > today:
        problems["party_consulted_on"] = f"Ngày cấp ủy cho ý kiến {day(sheet.party_consulted_on)} còn ở phía trước."
    if len(sheet.party_how) > 2_000:
        problems["party_how"] = "Phần ghi về ý kiến cấp ủy dài quá 2.000 ký tự."
    if sheet.funding_amount is not None and not 0 <= sheet.funding_amount <= MOST_MONEY:
        problems["funding_amount"] = "Hãy nhập số tiền bằng đồng, không âm."
    if len(sheet.funding_source) > 300:
        problems["funding_source"] = "Nguồn kinh phí dài quá 300 ký tự."
    return problems


def _problems_of_dates(sheet: PlanSheet, above: Above, *, year: int) -> dict[str, str]:
    problems = {}
    for given in sheet.dates:
        field, there = f"date-{given.kind_id}", above.date_of(given.kind_id)
        if given.days == Days(None, None) or (there is not None and given.days == there.days):
            continue
        if there is None or not (there.is_required or there.is_optional):
            problems[field] = "Kế hoạch của đơn vị không đặt thời gian cho việc này."
        elif given.due_on is None or (given.starts_on and given.starts_on > given.due_on):
            problems[field] = f"“{there.name}”: hãy nhập ngày cuối, không trước ngày đầu."
        elif not is_inside(given.days, there.bound):
            problems[field] = f"“{there.name}”: {given.days} nằm ngoài thời gian cấp trên đã định ({there.bound})."
        elif not _is_near(given.days, year):
            problems[field] = f"“{there.name}”: {given.days} không thuộc năm của kế hoạch."
    return problems


def _problems_of_items(
    sheet: PlanSheet, above: Above, *, year: int, own_items: Collection[int | None]
) -> dict[str, str]:
    problems = {}
    kept = {item.origin for item in above.items if item.is_mandatory}
    if kept & set(sheet.dropped):
        problems["dropped"] = "Nội dung bắt buộc của cấp trên phải giữ trong kế hoạch."
    if len(sheet.items) > MOST_ITEMS:
        problems["items"] = f"Kế hoạch có quá {MOST_ITEMS} dòng riêng. Hãy gộp bớt."
    for place, item in enumerate(sheet.items):
        days = Days(item.starts_on, item.due_on)
        if not 0 < len(squeeze(item.title)) <= ITEM or len(item.doer) > DOER:
            problems[f"item-{place}"] = f"Dòng {place + 1}: nội dung cần từ 1 đến {ITEM} ký tự, nơi làm tối đa {DOER}."
        elif item.item_id is not None and item.item_id not in own_items:
            problems[f"item-{place}"] = f"Dòng {place + 1} không còn trong kế hoạch này. Hãy tải lại trang."
        elif (item.starts_on and item.due_on and item.starts_on > item.due_on) or not _is_near(days, year):
            problems[f"item-{place}"] = f"Dòng {place + 1}: thời gian chưa đúng. Hãy xem lại ngày đầu và ngày cuối."
    return problems


def _problems_of_number(sheet: PlanSheet, bodies: Iterable[Body]) -> dict[str, str]:
    problems = {}
    if sheet.numbering_body_id is not None and sheet.numbering_body_id not in {body.pk for body in bodies}:
        problems["numbering_body_id"] = "Số của kế hoạch do một trong hai cơ quan chủ trì của đơn vị cho."
    if sheet.symbol_pattern:
        try:
            first = symbol_of(sheet.symbol_pattern, number=1, year=2000)
        except BadInput as refusal:
            problems["symbol_pattern"] = refusal.sentence
        else:
            if not first.startswith("01/"):
                problems["symbol_pattern"] = "Số có ít nhất hai chữ số rồi đến dấu “/”, ví dụ {number:02d}/KHLT-UBND."
    return problems


def _is_near(days: Days, year: int) -> bool:
    """A plan of a year speaks of that year and of the months that prepare it."""
    said = [on for on in (days.starts_on, days.due_on) if on is not None]
    return all(date(year - 1, 1, 1) <= on <= date(year, 12, 31) for on in said)
