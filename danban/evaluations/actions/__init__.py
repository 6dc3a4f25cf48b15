"""The only code that writes self-evaluations: one verb, one file."""

from danban.evaluations.actions.return_evaluation import return_evaluation
from danban.evaluations.actions.save_evaluation import save_evaluation
from danban.evaluations.actions.submit_evaluation import submit_evaluation

__all__ = ["return_evaluation", "save_evaluation", "submit_evaluation"]
