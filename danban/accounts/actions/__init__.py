"""The only code that writes people and offices: one verb, one file. Every office stands in the tree in force."""

from danban.accounts.actions.appoint_account import appoint_account
from danban.accounts.actions.change_password import change_password
from danban.accounts.actions.create_account import create_account
from danban.accounts.actions.create_feed import create_feed
from danban.accounts.actions.deactivate_account import deactivate_account
from danban.accounts.actions.end_appointment import end_appointment
from danban.accounts.actions.end_session import end_other_sessions, end_session
from danban.accounts.actions.enter_account import enter_account
from danban.accounts.actions.load_people import PersonRow, load_people
from danban.accounts.actions.prove_second_factor import prove_second_factor
from danban.accounts.actions.reactivate_account import reactivate_account
from danban.accounts.actions.remove_second_factor import remove_second_factor
from danban.accounts.actions.renew_recovery_codes import renew_recovery_codes
from danban.accounts.actions.reset_password import reset_password
from danban.accounts.actions.reset_second_factor import reset_second_factor
from danban.accounts.actions.revoke_feed import revoke_feed
from danban.accounts.actions.set_up_second_factor import set_up_second_factor
from danban.accounts.actions.set_work_contacts import set_work_contacts
from danban.accounts.actions.sign_in_account import sign_in_account
from danban.accounts.actions.writing import Office

__all__ = [
    "Office",
    "PersonRow",
    "appoint_account",
    "change_password",
    "create_account",
    "create_feed",
    "deactivate_account",
    "end_appointment",
    "end_other_sessions",
    "end_session",
    "enter_account",
    "load_people",
    "prove_second_factor",
    "reactivate_account",
    "remove_second_factor",
    "renew_recovery_codes",
    "reset_password",
    "reset_second_factor",
    "revoke_feed",
    "set_up_second_factor",
    "set_work_contacts",
    "sign_in_account",
]
