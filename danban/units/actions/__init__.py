"""Writing the tree: schemes, editions, units, bodies, successions."""

from danban.units.actions.bodies import end_body, establish_bodies, establish_body
from danban.units.actions.contacts import BodyContacts, load_body_contacts, set_body_contacts
from danban.units.actions.imports import ImportReport, import_units, load_units
from danban.units.actions.schemes import load_scheme
from danban.units.actions.successions import record_successions
from danban.units.actions.trees import close_tree, open_tree

__all__ = [
    "BodyContacts",
    "ImportReport",
    "close_tree",
    "end_body",
    "establish_bodies",
    "establish_body",
    "import_units",
    "load_body_contacts",
    "load_scheme",
    "load_units",
    "open_tree",
    "record_successions",
    "set_body_contacts",
]
