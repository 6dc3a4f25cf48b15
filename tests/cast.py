"""The named world: one city, two districts, two communes each, two villages each, and its people.

Mrs Hà runs the year at the City Front, Mr Dũng sits in the City People's Committee. Ba Đình and Đông
Anh are the districts; Phúc Xá is the commune most tests stand in. ``stranger`` holds no office.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from danban.accounts.models import Account, Appointment, post_text
from danban.accounts.queries import actor_for
from danban.campaigns.models import Campaign, Clause, Milestone, Obligation, ObligationKind
from danban.kit import clock, paths
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold, person_sort_key, sort_key
from danban.units.models import Body, BodyKind, Level, Placement, Scheme, Tree, Unit, UnitKind

TODAY = date(2023, 2, 10)
AT: datetime = clock.moment(TODAY, 9)
PASSWORD = "mat-khau-thu-nghiem"

_LEVELS = (
    ("city", "Thành phố"),
    ("district", "Quận, huyện, thị xã"),
    ("commune", "Xã, phường, thị trấn"),
    ("village", "Thôn, tổ dân phố"),
)
_KINDS = (
    ("city", "thanh_pho", "Thành phố", "TP", True),
    ("district", "quan", "Quận", "Q.", True),
    ("district", "huyen", "Huyện", "H.", False),
    ("commune", "phuong", "Phường", "P.", True),
    ("commune", "xa", "Xã", "X.", False),
    ("village", "to_dan_pho", "Tổ dân phố", "TDP", True),
    ("village", "thon", "Thôn", "T.", False),
)
_BODIES = (
    ("peoples_committee", "Ủy ban nhân dân", "UBND"),
    ("front_committee", "Ủy ban MTTQ Việt Nam", "MTTQ"),
    ("movement_board", "Ban Phong trào", "Ban Phong trào"),
    ("department", "Sở, ban, ngành", "Sở"),
    ("front_work_committee", "Ban công tác Mặt trận", "Ban CTMT"),
)
# name, kind, code, parent code
_UNITS = (
    ("Thành phố Hà Nội", "thanh_pho", "01", None),
    ("Quận Ba Đình", "quan", "001", "01"),
    ("Huyện Đông Anh", "huyen", "017", "01"),
    ("Phường Phúc Xá", "phuong", "00001", "001"),
    ("Phường Trúc Bạch", "phuong", "00004", "001"),
    ("Xã Xuân Nộn", "xa", "00454", "017"),
    ("Xã Thụy Lâm", "xa", "00457", "017"),
    ("Tổ dân phố số 1", "to_dan_pho", "00001.01", "00001"),
    ("Tổ dân phố số 2", "to_dan_pho", "00001.02", "00001"),
    ("Tổ dân phố số 1", "to_dan_pho", "00004.01", "00004"),
    ("Tổ dân phố số 2", "to_dan_pho", "00004.02", "00004"),
    ("Thôn Đường Yên", "thon", "00454.01", "00454"),
    ("Thôn Kim Tiên", "thon", "00454.02", "00454"),
    ("Thôn Hương Trầm", "thon", "00457.01", "00457"),
    ("Thôn Mạnh Tân", "thon", "00457.02", "00457"),
)
# key, name, e-mail, role, unit code, body kind
_PEOPLE = (
    ("mrs_ha", "Nguyễn Thị Hà", "movement_board", "01", "movement_board"),
    ("mr_dung", "Trần Văn Dũng", "city_committee_officer", "01", "peoples_committee"),
    ("culture_department", "Lê Thu Hương", "department_officer", "01", "department"),
    ("ba_dinh", "Phạm Quốc Bảo", "district_front_officer", "001", "front_committee"),
    ("dong_anh", "Vũ Minh Đức", "district_front_officer", "017", "front_committee"),
    ("ba_dinh_committee", "Ngô Thanh Tùng", "district_committee_officer", "001", "peoples_committee"),
    ("phuc_xa_committee", "Đặng Minh Châu", "commune_committee_officer", "00001", "peoples_committee"),
    ("phuc_xa", "Hoàng Thị Lan", "commune_front_officer", "00001", "front_committee"),
    ("truc_bach", "Đỗ Văn Nam", "commune_front_officer", "00004", "front_committee"),
    ("head_of_group_1", "Bùi Thị Mai", "front_work_head", "00001.01", "front_work_committee"),
)


@dataclass
class Cast:
    """Everybody and every place, by name. ``places`` is keyed by code, ``people`` and ``actors`` by name."""

    tree: Tree
    levels: dict[str, Level]
    places: dict[str, Placement]
    bodies: dict[tuple[str, str], Body] = field(default_factory=dict)
    people: dict[str, Account] = field(default_factory=dict)
    offices: dict[str, Appointment] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)

    @property
    def city(self) -> Placement:
        """Thành phố Hà Nội."""
        return self.places["01"]

    @property
    def stranger(self) -> Account:
        """Signed in, holds no office."""
        return self.people["stranger"]


def build_cast() -> Cast:
    """Write the small city into the database."""
    scheme = Scheme.objects.create(code="test-2023", name="Bốn cấp")
    levels = {
        code: Level.objects.create(scheme=scheme, depth=depth, code=code, name=name)
        for depth, (code, name) in enumerate(_LEVELS)
    }
    kinds = {
        code: UnitKind.objects.create(level=levels[level], code=code, name=name, short=short, is_urban=urban)
        for level, code, name, short, urban in _KINDS
    }
    tree = Tree.objects.create(scheme=scheme, name="Hà Nội thử nghiệm", starts_on=date(2020, 1, 1))
    cast = Cast(tree=tree, levels=levels, places=_place_units(tree, kinds))
    _seat_bodies(cast)
    _hire_people(cast)
    return cast


def _place_units(tree: Tree, kinds: dict[str, UnitKind]) -> dict[str, Placement]:
    places: dict[str, Placement] = {}
    children: dict[str, int] = {}
    for name, kind, code, parent_code in _UNITS:
        parent = places[parent_code] if parent_code else None
        position = children.get(parent_code or "", 0)
        children[parent_code or ""] = position + 1
        path = paths.step(parent.path, position) if parent else ""
        place = Placement(
            tree=tree, unit=Unit.objects.create(name=name), parent=parent, level=kinds[kind].level, kind=kinds[kind],
            path=path, code=code, name=name, folded=fold(name), sort_key=sort_key(name),
            at_1=parent.at_1 if parent else None, at_2=parent.at_2 if parent else None,
        )  # fmt: skip
        place.save()
        if place.depth:
            setattr(place, f"at_{place.depth}", place.pk)
            place.save()
        places[code] = place
    return places


def _seat_bodies(cast: Cast) -> None:
    kinds = {code: BodyKind.objects.create(code=code, name=name, short=short) for code, name, short in _BODIES}
    for code, place in cast.places.items():
        village = place.level.code == "village"
        wanted = ["front_work_committee"] if village else ["peoples_committee", "front_committee"]
        if place.level.code == "city":
            wanted += ["movement_board", "department"]
        for kind in wanted:
            name = "Sở Văn hóa và Thể thao" if kind == "department" else f"{kinds[kind].name} {place.name}"
            cast.bodies[code, kind] = Body.objects.create(
                unit=place.unit, kind=kinds[kind], name=name, folded=fold(name), starts_on=date(2020, 1, 1)
            )


def _hire_people(cast: Cast) -> None:
    for key, name, role, code, body in _PEOPLE:
        account, title = _account(key, name), f"{name}, {cast.places[code].name}"
        office = Appointment.objects.create(
            account=account, role=role, unit=cast.places[code].unit, body=cast.bodies[code, body],
            title=title, folded=post_text(title, role), starts_on=date(2022, 1, 1),
        )  # fmt: skip
        cast.people[key], cast.offices[key], cast.actors[key] = account, office, actor_for(office)
    cast.people["stranger"] = _account("stranger", "Ngô Văn Khách")
    cast.actors["stranger"] = Actor(user_id=cast.people["stranger"].pk)


def _account(key: str, name: str) -> Account:
    account = Account(
        email=f"{key.replace('_', '.')}@example.vn", full_name=name, folded=fold(name),
        sort_key=person_sort_key(name), created_at=AT,
    )  # fmt: skip
    account.set_password(PASSWORD)
    account.save()
    return account


def run_campaign(cast: Cast) -> Campaign:
    """A small running year by hand: three milestones, four kinds of obligation, all rows, none fulfilled."""
    campaign = Campaign.objects.create(
        tree=cast.tree, year=2023, name="Hội nghị đại biểu Nhân dân năm 2023", launched_at=AT
    )
    clause = Clause.objects.create(campaign=campaign, path="IV", label="IV", title="TIẾN ĐỘ", depth=0, position=0)
    wanted = (
        ("plan", "Ban hành kế hoạch", "Kế hoạch", ("district", "commune"), None, date(2022, 12, 30)),
        ("conference", "Hội nghị thôn, tổ dân phố", "Hội nghị", ("village",), date(2023, 1, 2), date(2023, 2, 28)),
        ("conference", "Tổ chức hội nghị xã, phường", "Hội nghị", ("commune",), date(2023, 3, 1), date(2023, 3, 10)),
        ("synthesis", "Tổng hợp kiến nghị", "Kiến nghị", ("district", "commune", "village"), None, date(2023, 3, 19)),
    )  # fmt: skip
    for position, (code, name, short, level_codes, starts_on, due_on) in enumerate(wanted):
        milestone = Milestone.objects.create(
            campaign=campaign, code=f"{code}-{position}", name=name, clause=clause, starts_on=starts_on, due_on=due_on,
            steps=["Kế hoạch ghi mốc này."], position=position,
        )  # fmt: skip
        for level_code in level_codes:
            kind = ObligationKind.objects.create(
                campaign=campaign, code=code, name=name, short=short, level=cast.levels[level_code], clause=clause,
                milestone=milestone, starts_on=starts_on, due_on=due_on, steps=milestone.steps, position=position,
            )  # fmt: skip
            Obligation.objects.bulk_create(
                Obligation(
                    campaign=campaign, kind=kind, placement=place, at_1=place.at_1, at_2=place.at_2, at_3=place.at_3,
                    starts_on=starts_on, due_on=due_on,
                )
                for place in cast.places.values()
                if place.level.code == level_code
            )  # fmt: skip
    return campaign
