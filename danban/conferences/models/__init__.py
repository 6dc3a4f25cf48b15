"""Tables of conferences: halls, conferences, the units they are held for, agendas, schedules sent up."""

from danban.conferences.models.agenda import AgendaAssent, AgendaEntry, Guest, Officer, PreparedPaper, SummarySection
from danban.conferences.models.conference import Conference, ConferencePlace, Hall, SentSchedule

__all__ = [
    "AgendaAssent",
    "AgendaEntry",
    "Conference",
    "ConferencePlace",
    "Guest",
    "Hall",
    "Officer",
    "PreparedPaper",
    "SentSchedule",
    "SummarySection",
]
