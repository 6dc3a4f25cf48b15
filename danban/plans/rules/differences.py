"""What differs between two states of a plan, or of what stands above one: typed changes with their sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from danban.campaigns.rules.local_dates import Days, is_inside
from danban.kit.money import dong
from danban.kit.vietnamese import day
from danban.plans.rules.content import Above, AboveDate, Content, DateLine, ItemLine

DateVerb = Literal["added", "removed", "moved", "fixed", "freed"]
ItemVerb = Literal["added", "removed", "changed"]


@dataclass(frozen=True)
class DateChange:
    """One kind of thing owed got other days. ``fixed``: from a proposal to a day above; ``freed``: the opposite."""

    verb: DateVerb
    kind_id: int
    name: str
    level_name: str
    old: Days | None
    new: Days | None
    is_required: bool = False

    @property
    def sentence(self) -> str:
        """ "Hội nghị thôn: từ 02/01/2023–28/02/2023 thành 02/01/2023–05/03/2023."."""
        if self.verb == "added":
            return f"Thêm việc “{self.name}” ({self.level_name}): {self.new}."
        if self.verb == "removed":
            return f"Bỏ việc “{self.name}” ({self.level_name})."
        if self.verb == "freed":
            own = ", đơn vị cần tự đặt" if self.is_required else ""
            return f"{self.name}: cấp trên không định thời gian nữa{own}."
        if self.verb == "fixed":
            return f"{self.name}: cấp trên nay định là {self.new}."
        return f"{self.name}: từ {self.old} thành {self.new}."


@dataclass(frozen=True)
class ItemChange:
    """One content or task came, went or reads otherwise."""

    verb: ItemVerb
    title: str
    old_title: str = ""
    is_mandatory: bool = False
    details: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """ "Thêm nội dung bắt buộc “…”."."""
        what = "nội dung bắt buộc" if self.is_mandatory else "nội dung"
        if self.verb == "added":
            return f"Thêm {what} “{self.title}”."
        if self.verb == "removed":
            return f"Bỏ nội dung “{self.title}”."
        if self.old_title != self.title:
            return f"Nội dung “{self.old_title}” đổi thành “{self.title}”."
        return f"Nội dung “{self.title}”: {'; '.join(self.details)}."


@dataclass(frozen=True)
class WordChange:
    """One other part of a plan: its title, the consultation, the money."""

    label: str
    old: str
    new: str

    @property
    def sentence(self) -> str:
        """ "Kinh phí: từ chưa có thành 5.000.000 đ."."""
        return f"{self.label}: từ {self.old or 'chưa có'} thành {self.new or 'chưa có'}."


Change = DateChange | ItemChange | WordChange


@dataclass(frozen=True)
class Misfit:
    """A day the unit has set that lies outside the days above it now."""

    kind_id: int
    name: str
    own: Days
    above: Days

    @property
    def sentence(self) -> str:
        """ "“Hội nghị thôn”: đơn vị đặt 20/02/2023–03/03/2023, nay nằm ngoài 02/01/2023–28/02/2023."."""
        return f"“{self.name}”: đơn vị đặt {self.own}, nay nằm ngoài thời gian cấp trên định ({self.above})."


def difference_above(base: Above, now: Above) -> tuple[Change, ...]:
    """What changed above a unit since ``base``; nothing where its own plan is not touched.

    What the unit owes itself stands among the dates and, as a task, among the items: it is told once.
    """
    return (*_dates_above(base.dates, now.dates), *_items(_but_duties(base), _but_duties(now)))


def difference_between(old: Content, new: Content) -> tuple[Change, ...]:
    """What a later edition of a plan says otherwise."""
    return (*_words(old, new), *_dates(old.dates, new.dates), *_items(old.items, new.items))


def misfits_of(dates: Iterable[DateLine], now: Above) -> tuple[Misfit, ...]:
    """Days a plan sets that no longer lie inside those above."""
    found = []
    for one in dates:
        above = now.date_of(one.kind_id)
        if above is not None and one.due_on is not None and not is_inside(one.days, above.bound):
            found.append(Misfit(one.kind_id, one.name, one.days, above.days))
    return tuple(found)


def _but_duties(above: Above) -> Iterator[ItemLine]:
    return (item for item in above.items if not item.origin.startswith("duty:"))


def _dates_above(base: Iterable[AboveDate], now: Iterable[AboveDate]) -> Iterator[Change]:
    old, new = {one.kind_id: one for one in base}, {one.kind_id: one for one in now}
    for kind_id in [*old, *(kind_id for kind_id in new if kind_id not in old)]:
        was, stands = old.get(kind_id), new.get(kind_id)
        line = stands or was
        assert line is not None
        if (verb := _verb(was, stands)) is not None:
            days = was.days if was else None, stands.days if stands else None
            is_required = stands is not None and stands.is_required
            yield DateChange(verb, kind_id, line.name, line.level_name, *days, is_required)


def _verb(was: AboveDate | None, stands: AboveDate | None) -> DateVerb | None:
    if was is None or stands is None:
        return "added" if was is None else "removed"
    if was.is_left_out != stands.is_left_out:
        return "freed" if stands.is_left_out else "fixed"
    return "moved" if was.days != stands.days else None


def _dates(before: Iterable[DateLine], after: Iterable[DateLine]) -> Iterator[Change]:
    old, new = {one.kind_id: one for one in before}, {one.kind_id: one for one in after}
    for kind_id in [*old, *(kind_id for kind_id in new if kind_id not in old)]:
        was, stands = old.get(kind_id), new.get(kind_id)
        line = stands or was
        assert line is not None
        days = was.days if was else None, stands.days if stands else None
        if days[0] != days[1]:
            verb: DateVerb = "moved" if was and stands else "added" if stands else "removed"
            yield DateChange(verb, kind_id, line.name, line.level_name, *days)


def _items(before: Iterable[ItemLine], after: Iterable[ItemLine]) -> Iterator[Change]:
    old, new = {_key(one): one for one in before}, {_key(one): one for one in after}
    for key in [*old, *(key for key in new if key not in old)]:
        was, stands = old.get(key), new.get(key)
        if stands is None:
            assert was is not None
            yield ItemChange("removed", was.title, is_mandatory=was.is_mandatory)
        elif was is None:
            yield ItemChange("added", stands.title, is_mandatory=stands.is_mandatory)
        elif (details := tuple(_details(was, stands))) or was.title != stands.title:
            yield ItemChange("changed", stands.title, was.title, stands.is_mandatory, details)


def _key(item: ItemLine) -> str:
    """What a line is known by: where it comes from, else its row, else its words."""
    return item.origin or (f"own:{item.item_id}" if item.item_id is not None else f"words:{item.title}")


def _details(was: ItemLine, stands: ItemLine) -> Iterator[str]:
    if was.doer != stands.doer:
        yield f"nơi thực hiện từ {was.doer or 'chưa có'} thành {stands.doer or 'chưa có'}"
    if (was.starts_on, was.due_on) != (stands.starts_on, stands.due_on):
        yield f"thời gian từ {Days(was.starts_on, was.due_on)} thành {Days(stands.starts_on, stands.due_on)}"
    if was.is_mandatory != stands.is_mandatory:
        yield "nay bắt buộc" if stands.is_mandatory else "nay không bắt buộc"


def _words(old: Content, new: Content) -> Iterator[Change]:
    pairs = (
        ("Tên kế hoạch", old.title, new.title),
        ("Cấp ủy cho ý kiến", old.consultation.body, new.consultation.body),
        ("Ngày cấp ủy cho ý kiến", _said(old.consultation.on), _said(new.consultation.on)),
        ("Hình thức cho ý kiến", old.consultation.how, new.consultation.how),
        ("Kinh phí", _money(old.funding.amount), _money(new.funding.amount)),
        ("Nguồn kinh phí", old.funding.source, new.funding.source),
        ("Bảo đảm kinh phí", _confirmed(old), _confirmed(new)),
    )
    yield from (WordChange(label, was, stands) for label, was, stands in pairs if was != stands)


def _said(on: date | None) -> str:
    return day(on) if on else ""


def _money(amount: int | None) -> str:
    return "" if amount is None else dong(amount)


def _confirmed(content: Content) -> str:
    return "đã xác nhận" if content.funding.is_confirmed else ""
