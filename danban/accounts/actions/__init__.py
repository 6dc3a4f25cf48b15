"""The only code that writes people and offices: one verb, one file. Every office stands in the tree in force."""

from danban.accounts.actions.appoint_account import appoint_account
from danban.accounts.actions.change_password import change_password
from danban.accounts.actions.create_account import create_account
from danban.accounts.actions.deactivate_account import deactivate_account
from danban.accounts.actions.end_appointment import end_appointment
from danban.accounts.actions.enter_account import enter_account
from danban.accounts.actions.load_people import PersonRow, load_people
from danban.accounts.actions.reactivate_account import reactivate_account
from danban.accounts.actions.sign_in_account import sign_in_account
from danban.accounts.actions.writing import Office

__all__ = [
    "Office",
    "PersonRow",
    "appoint_account",
    "change_password",
    "create_account",
    "deactivate_account",
    "end_appointment",
    "enter_account",
    "load_people",
    "reactivate_account",
    "sign_in_account",
]
