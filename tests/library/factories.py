"""References, outlines and presentations by the dozen, made through the real actions."""

from datetime import date, datetime
from itertools import count
from typing import Any

from danban.kit import clock
from danban.kit.actor import Actor
from danban.library import actions
from danban.library.models import OutlineVersion, Presentation, Reference
from danban.library.rules import OutlineHeading, PresentationSheet, ReferenceSheet, Words
from tests.cast import AT, TODAY, Cast

_numbers = count(1)
EARLIER: datetime = clock.moment(date(2023, 1, 10), 9)
TEXT = "Kính thưa bà con.\nMỗi nhà ba chỗ đựng rác.\nXin cảm ơn."


def sheet(**values: Any) -> ReferenceSheet:
    """A decree with a number of its own."""
    given: dict[str, Any] = {
        "kind_name": "Nghị định", "symbol": f"{next(_numbers)}/2020/NĐ-CP", "title": "công tác văn thư",
        "issuer": "Chính phủ", "issued_on": date(2020, 3, 5),
    }  # fmt: skip
    return ReferenceSheet(**given | values)


def enter(cast: Cast, **values: Any) -> Reference:
    """Mrs Hà enters one."""
    return actions.enter_reference(sheet(**values), actor=cast.actors["mrs_ha"], at=AT)


def heading(**values: Any) -> OutlineHeading:
    """An outline on waste, for all."""
    return OutlineHeading(**{"title": f"Phân loại rác {next(_numbers)}", "field": "waste"} | values)


def draft(cast: Cast, who: str | Actor = "mrs_ha", *, text: str = TEXT, **values: Any) -> OutlineVersion:
    """The first draft of an outline."""
    actor = cast.actors[who] if isinstance(who, str) else who
    return actions.begin_outline(heading(**values), words=Words(text), actor=actor, at=EARLIER)


def published(cast: Cast, who: str = "mrs_ha", *, text: str = TEXT, **values: Any) -> OutlineVersion:
    """An outline in use since 10/01/2023."""
    version = draft(cast, who, text=text, **values)
    return actions.publish_version(version.pk, actor=cast.actors[who], at=EARLIER)


def next_version(cast: Cast, version: OutlineVersion, text: str, *, is_published: bool = True) -> OutlineVersion:
    """The next version of an outline of Mrs Hà's, with other words."""
    ha = cast.actors["mrs_ha"]
    begun = actions.begin_version(version.outline_id, actor=ha, at=EARLIER)
    edited = actions.edit_version(begun.pk, words=Words(text, change_note="Sửa lời"), actor=ha, at=EARLIER)
    return actions.publish_version(edited.pk, actor=ha, at=EARLIER) if is_published else edited


def shown(cast: Cast, code: str = "00001.01", **values: Any) -> PresentationSheet:
    """A conference of a village, today."""
    given: dict[str, Any] = {"placement_id": cast.places[code].pk, "on": TODAY, "occasion": "Hội nghị", "attended": 60}
    return PresentationSheet(**given | values)


def present(
    cast: Cast, version: OutlineVersion, code: str = "00001.01", who: str = "mrs_ha", **values: Any
) -> Presentation:
    """Recorded by the city unless somebody else is named."""
    told = shown(cast, code, **values)
    return actions.record_presentation(version.pk, sheet=told, actor=cast.actors[who], at=AT)
