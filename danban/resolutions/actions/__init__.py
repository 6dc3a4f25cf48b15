"""The only code that writes minutes and resolutions: one verb, one file."""

from danban.resolutions.actions.confirm_minutes import confirm_minutes
from danban.resolutions.actions.correct_minutes import correct_minutes
from danban.resolutions.actions.draft_minutes import draft_minutes
from danban.resolutions.actions.draft_resolution import draft_resolution
from danban.resolutions.actions.edit_minutes import edit_minutes
from danban.resolutions.actions.edit_resolution import edit_resolution
from danban.resolutions.actions.enter_from_paper import enter_from_paper
from danban.resolutions.actions.issue_resolution import issue_resolution
from danban.resolutions.actions.replace_resolution import replace_resolution
from danban.resolutions.actions.return_minutes import return_minutes
from danban.resolutions.actions.submit_minutes import submit_minutes

__all__ = [
    "confirm_minutes",
    "correct_minutes",
    "draft_minutes",
    "draft_resolution",
    "edit_minutes",
    "edit_resolution",
    "enter_from_paper",
    "issue_resolution",
    "replace_resolution",
    "return_minutes",
    "submit_minutes",
]
