"""What was found of a paper against its form: remarks in the order of the paper, and what was looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pydantic import TypeAdapter

from danban.papers.check.found import Found
from danban.papers.check.judging.foot import judge_annexes, judge_check_code, judge_recipients, judge_signatures
from danban.papers.check.judging.head import judge_day, judge_issuer, judge_motto, judge_order, judge_rules
from danban.papers.check.judging.headings import judge_headings
from danban.papers.check.judging.number import judge_number
from danban.papers.check.judging.page import judge_fonts, judge_page
from danban.papers.check.judging.text import judge_text
from danban.papers.check.judging.title import judge_addressed, judge_basis, judge_title
from danban.papers.check.parts import Parts, name_parts
from danban.papers.check.profiles import PROFILE_NAMES, guess_profile
from danban.papers.check.remark import Component, Remark, Weight, error, source_of
from danban.papers.forms import form_of
from danban.papers.paper import Profile


@dataclass(frozen=True)
class Group:
    """The remarks of one component, with the rule it comes from."""

    name: str
    source: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Report:
    """What departs from the form of a profile. ``components`` were found and looked at, by name."""

    profile: Profile
    remarks: tuple[Remark, ...]
    components: tuple[str, ...]
    was_guessed: bool = False

    @property
    def form_name(self) -> str:
        """The form it was compared with."""
        return form_of(self.profile).name

    @property
    def profile_name(self) -> str:
        """Whose paper it was taken for."""
        return PROFILE_NAMES[self.profile]

    @property
    def source(self) -> str:
        """The rule the form comes from."""
        return form_of(self.profile).source

    @property
    def errors(self) -> tuple[Remark, ...]:
        """Departures from the rule, without the notes."""
        return tuple(remark for remark in self.remarks if remark.weight is Weight.ERROR)

    @property
    def notes(self) -> tuple[Remark, ...]:
        """What is good to know and no fault."""
        return tuple(remark for remark in self.remarks if remark.weight is Weight.NOTE)

    @property
    def passes(self) -> bool:
        """Whether nothing departs from the rule."""
        return not self.errors

    @property
    def verdict(self) -> str:
        """ "Đúng thể thức", or how much is to be mended."""
        if self.passes:
            return "Đúng thể thức"
        return f"{len(self.errors)} chỗ chưa đúng thể thức"

    @property
    def told(self) -> str:
        """What the verdict rests on, in a sentence."""
        notes = f" Có {len(self.notes)} ghi chú để tham khảo." if self.notes else ""
        if self.passes:
            return f"Không có chỗ nào trái quy định trong {len(self.components)} thành phần đã xem.{notes}"
        return f"Sửa trong Word theo các dòng dưới đây rồi kiểm tra lại.{notes}"

    @property
    def groups(self) -> tuple[Group, ...]:
        """The remarks by component, in the order of a paper; errors before notes."""
        form = form_of(self.profile)
        return tuple(
            Group(component.value, source_of(component, form), tuple(sorted(remarks, key=_errors_first)))
            for component, remarks in groupby(self.remarks, key=lambda remark: remark.component)
        )

    def as_json(self) -> dict[str, Any]:
        """The report as values JSON knows."""
        plain: dict[str, Any] = _REPORT.dump_python(self, mode="json")
        return plain


def _errors_first(remark: Remark) -> bool:
    return remark.weight is Weight.NOTE


_REPORT: TypeAdapter[Report] = TypeAdapter(Report)


def from_json(values: Mapping[str, Any]) -> Report:
    """The report of such values."""
    return _REPORT.validate_python(dict(values))


def inspect_found(found: Found, profile: Profile | None = None) -> Report:
    """Every remark on a document as read; without a profile the one it looks like is taken."""
    chosen = profile or guess_profile(found)
    was_guessed = profile is None
    if not found.lines:
        only = error(Component.WHOLE, None, "Tệp không có chữ nào", "Một văn bản có nội dung")
        return Report(chosen, (only,), (), was_guessed)
    parts = name_parts(found)
    order = list(Component)
    remarks = sorted(_remarks(found, parts, chosen), key=lambda remark: order.index(remark.component))
    return Report(chosen, tuple(remarks), _components(found, parts), was_guessed)


def _remarks(found: Found, parts: Parts, profile: Profile) -> list[Remark]:
    form = form_of(profile)
    return [
        *judge_page(found, form),
        *judge_fonts(found, form),
        *judge_order(parts),
        *judge_motto(parts, form),
        *judge_issuer(parts, form),
        *judge_rules(found, parts, form),
        *judge_number(parts, form, profile),
        *judge_day(parts, form),
        *judge_title(parts, form),
        *judge_addressed(parts, form),
        *judge_basis(parts, form),
        *judge_text(parts, form),
        *judge_headings(parts),
        *judge_signatures(parts, form, profile),
        *judge_recipients(parts, form, profile),
        *judge_annexes(parts, form),
        *judge_check_code(found),
    ]


def _components(found: Found, parts: Parts) -> tuple[str, ...]:
    present = {
        Component.PAGE: True,
        Component.MARGINS: True,
        Component.FONT: True,
        Component.PAGE_NUMBER: any(page.number for page in found.pages),
        Component.MOTTO: parts.motto_upper is not None,
        Component.ISSUER: bool(parts.issuers),
        Component.NUMBER: parts.number is not None,
        Component.DAY: parts.day is not None,
        Component.KIND: parts.kind_name is not None,
        Component.SUBJECT: bool(parts.subject or parts.dispatch_subject),
        Component.ADDRESSED: bool(parts.addressed),
        Component.BASIS: bool(parts.basis),
        Component.TEXT: bool(parts.body),
        Component.SIGNATURE: bool(parts.signed),
        Component.RECIPIENTS: parts.recipients_label is not None,
        Component.ANNEX: bool(parts.annexes),
    }
    return tuple(component.value for component, is_present in present.items() if is_present)
