"""The shape of what is typed on the page of a check-in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django import forms

from danban.delegates.rules import LONGEST_NAME, Presence, TallyLine
from danban.delegates.states import Group, Way
from danban.web.ui.choosing import offer
from danban.web.ui.fields import REQUIRED, text_field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danban.delegates.models import Tally

_BIGGEST = 2**62
COUNTED = ("Nữ", "Dưới 30 tuổi", "Từ 30 đến 60 tuổi", "Trên 60 tuổi")
"""Counts the plan's record of those present asks for, without names."""


class AskedForm(forms.Form):
    """What stands in the address; all of it optional."""

    q = forms.CharField(required=False, max_length=80)
    loc = forms.CharField(required=False, max_length=10)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def asked(self) -> dict[str, Any]:
        """What was asked for; a part that makes no sense is left out."""
        self.is_valid()
        found = {name: self.cleaned_data.get(name) for name in self.fields}
        return {"words": found["q"] or "", "shown": found["loc"] or "", "number": found["trang"] or 1}


class TickForm(forms.Form):
    """Somebody of the lists is in."""

    delegate_id = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)
    household_id = forms.IntegerField(required=False, min_value=1, max_value=_BIGGEST)

    def presence(self) -> Presence:
        """A new presence; the table itself keeps a person single."""
        typed = self.cleaned_data
        return Presence(uuid4(), Way.TICK, delegate_id=typed["delegate_id"], household_id=typed["household_id"])


class WalkInForm(forms.Form):
    """Somebody who was not named; the hidden uuid makes a form sent twice one presence."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    full_name = text_field("Họ và tên", most=LONGEST_NAME, autocomplete="off")
    group = forms.ChoiceField(
        label="Thành phần", choices=Group.choices, initial=Group.HOUSEHOLD, error_messages={"required": REQUIRED}
    )
    village_id = forms.TypedChoiceField(label="Thôn, tổ dân phố", coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, villages: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = list(villages)
        if known:
            offer(self, "village_id", known, nothing="Đơn vị tổ chức")
        else:
            del self.fields["village_id"]

    def presence(self) -> Presence:
        """What was typed."""
        typed = self.cleaned_data
        uuid: UUID = typed["uuid"]
        return Presence(
            uuid, Way.WALK_IN, full_name=typed["full_name"], group=typed["group"], village_id=typed.get("village_id")
        )  # fmt: skip


class DeviceForm(forms.Form):
    """What a phone is called."""

    label = text_field("Tên máy", most=80, autocomplete="off")


class TallyForm(forms.Form):
    """Counts without names; an empty one was not counted."""

    def __init__(self, *args: Any, tallies: Iterable[Tally], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = list(tallies)
        known = {one.label: one.count for one in self.before if self._is_ours(one)}
        for number, label in enumerate(COUNTED):
            self.fields[f"dong_{number}"] = forms.IntegerField(
                label=label, required=False, min_value=0, max_value=100_000, initial=known.get(label)
            )

    @staticmethod
    def _is_ours(one: Tally) -> bool:
        return not one.group and one.village_id is None and one.label in COUNTED

    def lines(self) -> list[TallyLine]:
        """What was typed, and the counts that are written elsewhere, as they stand."""
        kept = [
            TallyLine(one.group, one.label, one.count, one.village_id) for one in self.before if not self._is_ours(one)
        ]
        typed = [(label, self.cleaned_data[f"dong_{number}"]) for number, label in enumerate(COUNTED)]
        return kept + [TallyLine("", label, count) for label, count in typed if count is not None]
