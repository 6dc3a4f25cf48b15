"""Tables of delegates: the roll, the planned structure, who is named, who came.

Of a person: name, household, group, phone if given; nothing else (Law 91/2025/QH15). Names and phones are blanked
24 months after the cycle closes.
"""

from danban.delegates.models.attendance import Attendance, Device, Tally
from danban.delegates.models.named import Delegate
from danban.delegates.models.roll import Household
from danban.delegates.models.structure import Quota, StructureAssent

__all__ = ["Attendance", "Delegate", "Device", "Household", "Quota", "StructureAssent", "Tally"]
