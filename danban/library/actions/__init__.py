"""Writing the library: references, outlines and their versions, presentations; one verb, one file."""

from danban.library.actions.begin_outline import begin_outline
from danban.library.actions.begin_version import begin_version
from danban.library.actions.edit_reference import edit_reference
from danban.library.actions.edit_version import edit_version
from danban.library.actions.enter_reference import enter_reference
from danban.library.actions.gather_references import gather_references
from danban.library.actions.load_presentations import PresentationRow, load_presentations
from danban.library.actions.load_references import ReferenceRow, load_references
from danban.library.actions.publish_version import publish_version
from danban.library.actions.record_presentation import record_presentation
from danban.library.actions.remove_presentation import remove_presentation
from danban.library.actions.withdraw_version import withdraw_version

__all__ = [
    "PresentationRow",
    "ReferenceRow",
    "begin_outline",
    "begin_version",
    "edit_reference",
    "edit_version",
    "enter_reference",
    "gather_references",
    "load_presentations",
    "load_references",
    "publish_version",
    "record_presentation",
    "remove_presentation",
    "withdraw_version",
]
