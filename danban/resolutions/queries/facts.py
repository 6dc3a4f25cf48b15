"""What the minutes of a conference say now, computed from its records in a constant number of queries."""

from danban.conferences.models import Conference
from danban.delegates import queries as delegates
from danban.resolutions.queries import records
from danban.resolutions.rules.facts import Facts
from danban.sittings import queries as sittings


def facts_of(conference: Conference) -> Facts:
    """Everything the minutes say; ``conference`` comes with campaign, hall and ``placement__parent``."""
    presence, record = delegates.presence_of(conference.pk), sittings.record_of(conference.pk)
    several = len(presence.by_village) > 1
    names = {one.placement_id: one.name for one in presence.by_village} if several else {}
    named, absent = records.absent_of(conference, presence)
    counts, polls = records.counts_of(record.hand_counts, names), records.polls_of(record.polls)
    place, hall = conference.placement, conference.hall
    guests = conference.guests.order_by("position", "pk").values_list("full_name", "title")
    return Facts(
        meeting=meeting_of(conference),
        unit=place.name,
        above=place.parent.name if place.parent else "",
        units=tuple(one.name for one in presence.by_village),
        hall=", ".join(filter(None, [hall.name, hall.address])) if hall else "",
        started_at=conference.opened_at,
        ended_at=conference.closed_at,
        is_from_paper=conference.is_from_paper,
        present=presence.present,
        households=presence.households,
        roll=presence.roll,
        named=named,
        absent=absent,
        groups=records.groups_of(presence),
        villages=records.villages_of(presence),
        tallies=records.tallies_of(conference),
        officers=records.officers_of(record.officers),
        guests=tuple(", ".join(filter(None, one)) for one in guests),
        items=records.items_of(record.entries),
        opinions=records.opinions_of(record.opinions, names),
        speakers=records.speakers_of(record.turns),
        counts=counts,
        polls=polls,
        targets=records.targets_of(record.targets, counts, polls),
    )


def meeting_of(conference: Conference) -> str:
    """ "Hội nghị đại biểu Nhân dân tổ dân phố số 1 năm 2023"."""
    name = conference.placement.name
    return f"Hội nghị đại biểu Nhân dân {name[:1].lower()}{name[1:]} năm {conference.campaign.year}"
