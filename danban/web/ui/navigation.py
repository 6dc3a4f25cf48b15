"""The list of places an official can go to, as data; places not built yet are left out."""

from dataclasses import dataclass, replace

from django.urls import NoReverseMatch, reverse

from danban.accounts.roles import ROLES
from danban.kit.actor import Actor

ALL_LEVELS = ("city", "district", "commune", "village")
OVER_OTHERS = ("city", "district", "commune")
_KINDS_OF_TWO_WORDS = ("Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Tổ dân phố", "Khu phố")


@dataclass(frozen=True)
class Entry:
    """A place in the navigation: who sees it, and whether it stands in the bottom bar of a phone (``short``).

    ``also`` is the beginning of other addresses that belong to the place.
    """

    label: str
    url_name: str
    icon: str
    permission: str = ""
    levels: tuple[str, ...] = ALL_LEVELS
    on_phone: bool = False
    short: str = ""
    also: str = ""


@dataclass(frozen=True)
class Place:
    """An entry as one person sees it on one page."""

    label: str
    href: str
    icon: str
    is_current: bool = False
    on_phone: bool = False
    short: str = ""


AREA = "{area}"
PHONE_PLACES = 3
ENTRIES = (
    Entry("Việc của tôi", "desk:overviews:home", "home", on_phone=True),
    Entry(AREA, "desk:overviews:city", "squares-2x2", "obligation:see", OVER_OTHERS, on_phone=True),
    Entry("Ma trận tiến độ", "desk:overviews:matrix", "table-cells", "obligation:see", OVER_OTHERS),
    Entry(
        "Kế hoạch và năm",
        "desk:campaigns:index",
        "calendar-days",
        "campaign:see",
        on_phone=True,
        short="Kế hoạch",
        also="/nam/",
    ),
    Entry("Kế hoạch của đơn vị", "desk:plans:own", "document-text", "plan:derive", OVER_OTHERS),
    Entry("Kế hoạch cấp trên", "desk:plans:own", "document-text", "plan:see", ("village",)),
    Entry("Kế hoạch cấp dưới", "desk:plans:below", "inbox-arrow-down", "plan:see", ("city", "district")),
    Entry("Văn bản", "desk:documents:index", "document-duplicate", "document:see", OVER_OTHERS, also="/so-van-ban/"),
    Entry("Văn bản", "desk:documents:inbox", "document-duplicate", "document:see", ("village",), also="/van-ban/"),
    Entry("Phân công", "desk:assignments:index", "clipboard-document-check", "assignment:see", OVER_OTHERS),
    Entry("Tài liệu", "desk:assignments:library", "document-text", "assignment:see", ("village",), also="/phan-cong/"),
    Entry("Thư viện", "desk:library:index", "megaphone", "library:see"),
    Entry("Khó khăn", "desk:difficulties:index", "lifebuoy", "difficulty:see"),
    Entry("Hội nghị", "desk:conferences:board", "calendar-days", "conference:see", also="/hoi-nghi/"),
    Entry("Kiến nghị", "desk:petitions:index", "chat-bubble-left-right", "petition:list", also="/kien-nghi/"),
    Entry("Chỉ tiêu", "desk:commitments:index", "flag", "commitment:see", also="/chi-tieu/"),
    Entry("Tự đánh giá", "desk:evaluations:index", "clipboard-document-check", "evaluation:see", also="/tu-danh-gia/"),
    Entry("Tự đánh giá", "desk:evaluations:index", "clipboard-document-check", "evaluation:own", also="/tu-danh-gia/"),
    Entry("Tổng vệ sinh", "desk:culture:clean_ups", "sparkles", "clean_up:see"),
    Entry("Đơn vị", "desk:units:index", "building-library", "unit:see"),
    Entry("Người và vị trí", "desk:accounts:people", "user-group", "unit:see"),
    Entry("Danh bạ", "desk:directory:index", "phone", "unit:see"),
    Entry("Tin đã gửi", "desk:notices:outbox", "paper-airplane", "outbox:see"),
    Entry("Nhật ký", "desk:audit:diary", "book-open", "diary:see"),
)


def address_of(url_name: str, *args: int | str) -> str:
    """The address behind a name, or nothing where that page does not exist (yet)."""
    try:
        return reverse(url_name, args=args)
    except NoReverseMatch:
        return ""


def places_for(actor: Actor, unit_name: str, path: str) -> list[Place]:
    """What the office may open, in order, with the place of the page at ``path`` marked."""
    role = ROLES.get(actor.role)
    level = role.level if role else ""
    seen = [
        (entry, href)
        for entry in ENTRIES
        if level in entry.levels
        and (not entry.permission or actor.may(entry.permission))
        and (href := address_of(entry.url_name))
    ]
    within = [href for entry, href in seen if path == href or _lies_in(path, href, entry.also)]
    current = max(within, key=len, default="")
    return _fill_bottom_bar([_place(entry, href, unit_name, is_current=href == current) for entry, href in seen])


def _fill_bottom_bar(places: list[Place]) -> list[Place]:
    """The bottom bar of a phone has three places and "Thêm": who sees few of its own gets the next in order."""
    missing = PHONE_PLACES - sum(place.on_phone for place in places)
    moved = [place for place in places if not place.on_phone][: max(missing, 0)]
    return [replace(place, on_phone=True) if place in moved else place for place in places]


def _place(entry: Entry, href: str, unit_name: str, *, is_current: bool) -> Place:
    label = area_label(unit_name) if entry.label == AREA else entry.label
    return Place(label, href, entry.icon, is_current, entry.on_phone, entry.short or label)


def _lies_in(path: str, href: str, also: str) -> bool:
    return (href != "/" and path.startswith(href)) or bool(also and path.startswith(also))


def area_label(unit_name: str) -> str:
    """ "Quận Ba Đình" → "Toàn quận", "Thị trấn Phùng" → "Toàn thị trấn"."""
    for kind in _KINDS_OF_TWO_WORDS:
        if unit_name.startswith(kind):
            return f"Toàn {kind[0].lower()}{kind[1:]}"
    first = unit_name.split(" ", maxsplit=1)[0] if unit_name else "địa bàn"
    return f"Toàn {first.lower()}"
