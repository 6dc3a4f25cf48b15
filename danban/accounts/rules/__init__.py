"""Who may give offices to whom, and what a name, an e-mail, a phone or a password must look like."""

from danban.accounts.rules.contacts import (
    Contact,
    check_password_fits,
    checked_contact,
    normal_identifier,
)
from danban.accounts.rules.offices import (
    check_body_fits,
    check_is_below,
    check_new_end,
    check_role_fits,
    check_term,
    checked_place,
    is_below,
)
from danban.accounts.rules.permits import (
    check_can_appoint,
    check_can_change_password,
    check_can_create,
    check_can_deactivate,
    check_can_end,
    check_can_end_sessions,
    check_can_load,
    check_can_reactivate,
    check_can_see,
    check_can_sign_in,
)
from danban.accounts.rules.reaching import check_can_create_feed, check_can_revoke_feed, check_can_set_work_contacts
from danban.accounts.rules.second_factor import (
    check_can_remove_second_factor,
    check_can_renew_recovery_codes,
    check_can_reset_second_factor,
    check_can_set_up_second_factor,
    check_lost_reason,
    is_second_factor_required,
)
from danban.kit.contacts import normal_email, normal_phone

__all__ = [
    "Contact",
    "check_body_fits",
    "check_can_appoint",
    "check_can_change_password",
    "check_can_create",
    "check_can_create_feed",
    "check_can_deactivate",
    "check_can_end",
    "check_can_end_sessions",
    "check_can_load",
    "check_can_reactivate",
    "check_can_remove_second_factor",
    "check_can_renew_recovery_codes",
    "check_can_reset_second_factor",
    "check_can_revoke_feed",
    "check_can_see",
    "check_can_set_up_second_factor",
    "check_can_set_work_contacts",
    "check_can_sign_in",
    "check_is_below",
    "check_lost_reason",
    "check_new_end",
    "check_password_fits",
    "check_role_fits",
    "check_term",
    "checked_contact",
    "checked_place",
    "is_below",
    "is_second_factor_required",
    "normal_email",
    "normal_identifier",
    "normal_phone",
]
