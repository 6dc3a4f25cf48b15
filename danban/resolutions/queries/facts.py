"""What the minutes of a conference say now, computed from its records in a constant number of queries."""

from danban.conferences.models import Conference
from danban.resolutions.queries import records
from danban.resolutions.rules.facts import Facts


def facts_of(conference: Conference) -> Facts:
    """Everything the minutes say; ``conference`` comes with campaign, hall and ``placement__parent``."""
    served = conference.places.select_related("placement").order_by("placement__path", "pk")
    places = [row.placement for row in served]
    names = {place.pk: place.name for place in places} if len(places) > 1 else {}
    presence = records.presence_of(conference, places)
    counts, polls = records.counts_of(conference, names), records.polls_of(conference)
    place, hall = conference.placement, conference.hall
    guests = conference.guests.order_by("position", "pk").values_list("full_name", "title")
    return Facts(
        meeting=meeting_of(conference),
        unit=place.name,
        above=place.parent.name if place.parent else "",
        units=tuple(one.name for one in places),
        hall=", ".join(filter(None, [hall.name, hall.address])) if hall else "",
        started_at=conference.opened_at,
        ended_at=conference.closed_at,
        is_from_paper=conference.is_from_paper,
        present=presence.present,
        households=presence.households,
        roll=presence.roll,
        named=presence.named,
        absent=max(presence.named - presence.named_came, 0),
        groups=presence.groups,
        villages=presence.villages,
        tallies=presence.tallies,
        officers=records.officers_of(conference),
        guests=tuple(", ".join(filter(None, one)) for one in guests),
        items=records.items_of(conference),
        opinions=records.opinions_of(conference, names),
        speakers=records.speakers_of(conference),
        counts=counts,
        polls=polls,
        targets=records.targets_of(conference, counts, polls),
    )


def meeting_of(conference: Conference) -> str:
    """ "Hội nghị đại biểu Nhân dân tổ dân phố số 1 năm 2023"."""
    name = conference.placement.name
    return f"Hội nghị đại biểu Nhân dân {name[:1].lower()}{name[1:]} năm {conference.campaign.year}"
