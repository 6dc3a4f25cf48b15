"""Who may act as what today, who is who, and who holds which office where."""

from danban.accounts.queries.acting import (
    account_by_contact,
    account_by_identifier,
    active_account,
    actor_for,
    actor_of,
    list_appointments_of,
    open_office,
)
from danban.accounts.queries.demo import find_offices, first_office_of_each_role
from danban.accounts.queries.feeds import office_by_feed, open_feed_of
from danban.accounts.queries.holders import holders_of, superiors_of
from danban.accounts.queries.people import ROWS_A_PAGE, PeopleFilter, PeoplePage, people_page
from danban.accounts.queries.person import (
    PersonPage,
    account_for,
    account_to_appoint,
    appointment_for,
    appointment_to_end,
    person_page,
)
from danban.accounts.queries.places import OfficeChoices, office_choices, place_on, places_on, places_to_appoint
from danban.accounts.queries.rows import OfficeRow, titles_of
from danban.accounts.queries.second_factor import (
    SecondFactor,
    account_to_relieve,
    account_to_renew_codes,
    account_to_reset,
    has_second_factor,
    recovery_codes_of,
    second_factor_of,
)
from danban.accounts.queries.sessions import OpenSession, open_sessions

__all__ = [
    "ROWS_A_PAGE",
    "OfficeChoices",
    "OfficeRow",
    "OpenSession",
    "PeopleFilter",
    "PeoplePage",
    "PersonPage",
    "SecondFactor",
    "account_by_contact",
    "account_by_identifier",
    "account_for",
    "account_to_appoint",
    "account_to_relieve",
    "account_to_renew_codes",
    "account_to_reset",
    "active_account",
    "actor_for",
    "actor_of",
    "appointment_for",
    "appointment_to_end",
    "find_offices",
    "first_office_of_each_role",
    "has_second_factor",
    "holders_of",
    "list_appointments_of",
    "office_by_feed",
    "office_choices",
    "open_feed_of",
    "open_office",
    "open_sessions",
    "people_page",
    "person_page",
    "place_on",
    "places_on",
    "places_to_appoint",
    "recovery_codes_of",
    "second_factor_of",
    "superiors_of",
    "titles_of",
]
