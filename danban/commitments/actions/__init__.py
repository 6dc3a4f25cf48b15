"""The only code that writes promises: one verb, one file."""

from danban.commitments.actions.adopt_targets import adopt_targets
from danban.commitments.actions.cancel_commitment import cancel_commitment
from danban.commitments.actions.dispute_commitment import dispute_commitment
from danban.commitments.actions.enter_commitments import PromiseRow, enter_commitments
from danban.commitments.actions.load_commitments import LoadedPromise, load_commitments
from danban.commitments.actions.set_indicator import set_indicator
from danban.commitments.actions.settle_commitment import settle_commitment

__all__ = [
    "LoadedPromise",
    "PromiseRow",
    "adopt_targets",
    "cancel_commitment",
    "dispute_commitment",
    "enter_commitments",
    "load_commitments",
    "set_indicator",
    "settle_commitment",
]
