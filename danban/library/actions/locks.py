"""Lock what a step is about: a reference, the whole shelf of them, an outline with a version of it."""

from danban.kit.refusals import NotFound
from danban.library.models import Outline, OutlineVersion, Reference


def lock_reference(reference_id: int) -> Reference:
    """A reference, locked; raises ``NotFound``."""
    reference = Reference.objects.select_for_update(of=("self",)).filter(pk=reference_id).first()
    if reference is None:
        raise NotFound
    return reference


def lock_shelf() -> dict[int, Reference]:
    """Every reference by id, locked in one order: what replaces what is judged over all of them."""
    return {one.pk: one for one in Reference.objects.select_for_update(of=("self",)).order_by("pk")}


def lock_outline(outline_id: int) -> Outline:
    """An outline, locked, with the body that keeps it; raises ``NotFound``."""
    found = Outline.objects.select_for_update(of=("self",), no_key=True).select_related("body", "level")
    outline = found.filter(pk=outline_id).first()
    if outline is None:
        raise NotFound
    return outline


def lock_version(version_id: int) -> OutlineVersion:
    """A version, its outline locked before it; raises ``NotFound``."""
    outline_id = OutlineVersion.objects.filter(pk=version_id).values_list("outline_id", flat=True).first()
    if outline_id is None:
        raise NotFound
    outline = lock_outline(outline_id)
    version = OutlineVersion.objects.select_for_update(of=("self",)).get(pk=version_id)
    version.outline = outline
    return version
