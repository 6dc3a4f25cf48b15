"""Which halls a conference may take, and whether one is free: one conference a session."""

from collections.abc import Mapping, Sequence

from danban.conferences.models import Conference, Hall
from danban.conferences.rules.timing import Timing
from danban.conferences.states import ConferenceStatus, Session
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow
from danban.kit.vietnamese import long_day, squeeze
from danban.units.models import Placement

TAKES_HALL = (
    ConferenceStatus.SCHEDULED,
    ConferenceStatus.ANNOUNCED,
    ConferenceStatus.OPENED,
    ConferenceStatus.HELD,
)
"""A conference in one of these statuses has its hall to itself."""
LONGEST_NAME, LONGEST_ADDRESS, MOST_SEATS = 160, 200, 20_000
_NOT_KEEPING = "Danh sách hội trường do cấp xã, cấp huyện và hai trưởng của thôn, tổ dân phố ghi."


def area_of(conference: Conference) -> str:
    """The path under which a conference looks for a hall: its commune, for villages and for the commune itself."""
    place = conference.placement
    is_village = place.depth == place.tree.scheme.levels.count() - 1
    return place.parent.path if is_village and place.parent is not None else place.path


def check_hall_serves(conference: Conference, hall: Hall) -> None:
    """In use and in the commune; raises ``BadInput``."""
    places = Placement.objects.filter(tree_id=conference.campaign.tree_id, unit_id=hall.unit_id)
    path = places.values_list("path", flat=True).first()
    if path is None or not paths.is_within(path, area_of(conference)):
        sentence = f"{hall.name} không ở trong địa bàn của hội nghị này. Hãy chọn hội trường khác."
        raise BadInput(sentence, {"hall_id": sentence})
    _check_in_use(hall)


def check_halls_serve(
    conferences: Sequence[Conference], slots: Mapping[int, Timing], halls: Mapping[int, Hall]
) -> None:  # fmt: skip
    """Every hall of a timetable is in use and in the commune of its conference; raises ``BadInput``."""
    if not halls:
        return
    units = {hall.unit_id for hall in halls.values()}
    standing = Placement.objects.filter(tree_id=conferences[0].campaign.tree_id).order_by("pk")
    path_of = {unit: path for unit, path in standing.values_list("unit_id", "path") if unit in units}
    deepest = conferences[0].campaign.tree.scheme.levels.count() - 1
    for one in conferences:
        hall = halls.get(slots[one.pk].hall_id or 0)
        if hall is None:
            continue
        place = one.placement
        area = place.parent.path if place.depth == deepest and place.parent is not None else place.path
        if not paths.is_within(path_of.get(hall.unit_id, "?"), area):
            raise BadInput(f"{hall.name} không ở trong địa bàn của hội nghị {place.name}.")
        _check_in_use(hall)


def _check_in_use(hall: Hall) -> None:
    if not hall.is_in_use:
        sentence = f"{hall.name} không còn dùng để họp. Hãy chọn hội trường khác."
        raise BadInput(sentence, {"hall_id": sentence})


def check_hall(conference: Conference, hall: Hall, timing: Timing) -> None:
    """In use, in the commune, and free in the session; raises ``BadInput`` or ``NotNow`` naming who meets there."""
    check_hall_serves(conference, hall)
    taken = Conference.objects.filter(hall=hall, day=timing.day, session=timing.session, status__in=TAKES_HALL)
    other = taken.exclude(pk=conference.pk).select_related("placement").order_by("pk").first()
    if other is not None:
        when = f"buổi {Session(timing.session).label.lower()} {long_day(timing.day)}"
        raise NotNow(f"{hall.name} đã có hội nghị của {other.placement.name} {when}. Hãy chọn buổi hoặc nơi khác.")


def check_can_keep_hall(actor: Actor, unit_id: int) -> None:
    """Halls of the own unit and of units below it; raises ``NotYours`` or ``NotFound``."""
    actor.check_may("hall:keep", _NOT_KEEPING)
    stands = Placement.objects.filter(unit_id=unit_id).order_by("pk").values_list("tree_id", "path")
    if not any(actor.covers(tree_id, path) for tree_id, path in stands):
        raise NotFound


def check_hall_sheet(unit_id: int, name: str, address: str, seats: int | None, *, but: int | None = None) -> None:
    """A name the unit has not given yet, seats that can be; raises ``BadInput`` naming each bad field."""
    problems = {}
    if not squeeze(name):
        problems["name"] = "Hãy ghi tên hội trường, ví dụ “Nhà văn hóa thôn Đường Yên”."
    elif len(squeeze(name)) > LONGEST_NAME:
        problems["name"] = f"Hãy rút xuống {LONGEST_NAME} ký tự."
    elif Hall.objects.filter(unit_id=unit_id, name=squeeze(name)).exclude(pk=but or 0).exists():
        problems["name"] = "Đơn vị đã có hội trường tên này."
    if len(squeeze(address)) > LONGEST_ADDRESS:
        problems["address"] = f"Hãy rút xuống {LONGEST_ADDRESS} ký tự."
    if seats is not None and not 1 <= seats <= MOST_SEATS:
        problems["seats"] = "Hãy ghi số chỗ ngồi, hoặc để trống nếu chưa đếm."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def check_can_close_hall(actor: Actor, hall: Hall) -> None:
    """A hall is taken out of use once no conference is to meet in it; raises ``NotNow`` naming how many are."""
    check_can_keep_hall(actor, hall.unit_id)
    if not hall.is_in_use:
        raise NotNow(f"{hall.name} đã ngừng dùng.")
    waiting = (ConferenceStatus.SCHEDULED, ConferenceStatus.ANNOUNCED, ConferenceStatus.OPENED)
    count = Conference.objects.filter(hall=hall, status__in=waiting).count()
    if count:
        raise NotNow(f"Còn {count} hội nghị sẽ họp ở {hall.name}. Hãy chuyển các hội nghị ấy sang nơi khác trước.")
