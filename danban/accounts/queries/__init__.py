"""Who may act as what today, who is who, and who holds which office where."""

from danban.accounts.queries.acting import (
    account_by_identifier,
    active_account,
    actor_for,
    actor_of,
    list_appointments_of,
    open_office,
)
from danban.accounts.queries.demo import find_offices, first_office_of_each_role
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

__all__ = [
    "ROWS_A_PAGE",
    "OfficeChoices",
    "OfficeRow",
    "PeopleFilter",
    "PeoplePage",
    "PersonPage",
    "account_by_identifier",
    "account_for",
    "account_to_appoint",
    "active_account",
    "actor_for",
    "actor_of",
    "appointment_for",
    "appointment_to_end",
    "find_offices",
    "first_office_of_each_role",
    "list_appointments_of",
    "office_choices",
    "open_office",
    "people_page",
    "person_page",
    "place_on",
    "places_on",
    "places_to_appoint",
    "titles_of",
]
