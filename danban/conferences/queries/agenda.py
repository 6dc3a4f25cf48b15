"""The agenda of a conference, in order."""

from danban.conferences.models import AgendaEntry


def agenda_of(conference_id: int) -> list[AgendaEntry]:
    """The items of a conference with the plan's item and clause each comes from; one query."""
    found = AgendaEntry.objects.filter(conference_id=conference_id).select_related("conference", "item__clause")
    return list(found.order_by("position", "pk"))
