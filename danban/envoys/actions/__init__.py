"""The only code that writes who is sent, who is in charge, what was inspected."""

from danban.envoys.actions.areas import charge_area, end_area_charge, note_inspection
from danban.envoys.actions.following import with_envoys
from danban.envoys.actions.sending import (
    approve_envoy,
    confirm_presence_of_envoy,
    decline_envoy,
    propose_envoy,
    record_absence_of_envoy,
    withdraw_envoy,
)

__all__ = [
    "approve_envoy",
    "charge_area",
    "confirm_presence_of_envoy",
    "decline_envoy",
    "end_area_charge",
    "note_inspection",
    "propose_envoy",
    "record_absence_of_envoy",
    "with_envoys",
    "withdraw_envoy",
]
