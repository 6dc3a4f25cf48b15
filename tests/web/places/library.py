"""Values of the addresses of the library: what the movement board keeps, presented at the place."""

from danban.library.actions import begin_outline, begin_version, enter_reference, publish_version, record_presentation
from danban.library.models import OutlineVersion
from danban.library.rules import OutlineHeading, PresentationSheet, ReferenceSheet, Words
from danban.units.models import Placement
from tests.cast import AT, TODAY
from tests.web.places.registry import World, value

_OF_OUTLINE = ("outline", "versions", "begin_version", "coverage")
_OF_PUBLISHED = ("read_aloud", "script", "withdraw_version", "present")
_OF_DRAFT = ("edit_version", "publish_version")


@value("pk", "desk:library:reference", "desk:library:edit_reference", anywhere=True)
def _reference(world: World, place: Placement) -> int:
    actor = world.cast.actors["mrs_ha"]
    return enter_reference(ReferenceSheet("Nghị định", "công tác văn thư"), actor=actor, at=AT).pk


@value("pk", "desk:library:gather_references", anywhere=True)
def _year(world: World, place: Placement) -> int:
    return world.campaign.pk


def _published(world: World) -> OutlineVersion:
    def make() -> OutlineVersion:
        actor = world.cast.actors["mrs_ha"]
        begun = begin_outline(OutlineHeading("Phân loại rác", "waste"), words=Words("Lời"), actor=actor, at=AT)
        return publish_version(begun.pk, actor=actor, at=AT)

    version: OutlineVersion = world.once("outline", make)
    return version


@value("pk", *(f"desk:library:{name}" for name in _OF_OUTLINE), anywhere=True)
def _outline(world: World, place: Placement) -> int:
    return _published(world).outline_id


@value("pk", *(f"desk:library:{name}" for name in _OF_PUBLISHED), anywhere=True)
def _version(world: World, place: Placement) -> int:
    return _published(world).pk


@value("pk", *(f"desk:library:{name}" for name in _OF_DRAFT), anywhere=True)
def _draft(world: World, place: Placement) -> int:
    """Another outline: only the board reads its draft."""
    actor = world.cast.actors["mrs_ha"]
    begun = begin_outline(OutlineHeading("Đang soạn", "waste"), words=Words("Lời"), actor=actor, at=AT)
    publish_version(begun.pk, actor=actor, at=AT)
    return begin_version(begun.outline_id, actor=actor, at=AT).pk


@value("ending", "desk:library:script", anywhere=True)
def _ending(world: World, place: Placement) -> str:
    return "docx"


@value("don_vi", "desk:library:coverage", "desk:library:presentations")
def _place(world: World, place: Placement) -> int:
    return place.pk


@value("pk", "desk:library:remove_presentation")
def _presentation(world: World, place: Placement) -> int:
    sheet = PresentationSheet(place.pk, TODAY, "Hội nghị")
    return record_presentation(_published(world).pk, sheet=sheet, actor=world.cast.actors["mrs_ha"], at=AT).pk
