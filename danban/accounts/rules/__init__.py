"""Who may give offices to whom, and what a name, an e-mail, a phone or a password must look like."""

from danban.accounts.rules.contacts import (
    Contact,
    check_password_fits,
    checked_contact,
    normal_email,
    normal_identifier,
    normal_phone,
)
from danban.accounts.rules.offices import check_body_fits, check_new_end, check_role_fits, check_term, checked_place
from danban.accounts.rules.permits import (
    check_can_appoint,
    check_can_change_password,
    check_can_create,
    check_can_deactivate,
    check_can_end,
    check_can_load,
    check_can_reactivate,
    check_can_see,
    check_can_sign_in,
)

__all__ = [
    "Contact",
    "check_body_fits",
    "check_can_appoint",
    "check_can_change_password",
    "check_can_create",
    "check_can_deactivate",
    "check_can_end",
    "check_can_load",
    "check_can_reactivate",
    "check_can_see",
    "check_can_sign_in",
    "check_new_end",
    "check_password_fits",
    "check_role_fits",
    "check_term",
    "checked_contact",
    "checked_place",
    "normal_email",
    "normal_identifier",
    "normal_phone",
]
