"""Simulated dispatches in every state, by the verbs of their room and by different people, as an office would."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from danban.accounts.models import Appointment
from danban.accounts.queries import actor_for
from danban.campaigns.models import Campaign
from danban.documents import actions
from danban.documents.models import Delivery, Document
from danban.documents.queries import signers_of
from danban.documents.rules import IncomingPaper, Sheet, profile_of, series_named
from danban.kit import clock
from danban.kit.actor import Actor
from danban.units.models import Body, Placement

_UNITS = 6
_FRONT, _COMMITTEE = "front_committee", "peoples_committee"


@dataclass(frozen=True)
class Case:
    """One dispatch: which body, about what, how far it came (the verbs in order), how many days before today."""

    side: str
    subject: str
    text: str
    days_ago: int
    course: tuple[str, ...] = ()
    is_sent: bool = False


_TO_ISSUE_FRONT = ("submit", "sign", "issue")
_TO_ISSUE_COMMITTEE = ("submit", "check_content", "check_form", "sign", "issue")
_CASES = (
    Case(
        _FRONT, "đôn đốc chuẩn bị hội nghị đại biểu Nhân dân",
        "Để hội nghị đúng lịch, đề nghị các đơn vị rà soát việc chuẩn bị nội dung, thành phần và địa điểm."
        "\n\nKhó khăn phát sinh, đề nghị báo cáo trong ngày để cùng giải quyết.", 24, _TO_ISSUE_FRONT, is_sent=True,
    ),
    Case(
        _COMMITTEE, "bảo đảm địa điểm và trật tự cho hội nghị đại biểu Nhân dân",
        "Giao các đơn vị bố trí nhà văn hóa, hội trường và lực lượng giữ trật tự trong các buổi họp."
        "\n\n1. Kiểm tra điện, loa, bàn ghế trước ngày họp.\n\n2. Hướng dẫn nơi để xe cho người dự.", 20,
        _TO_ISSUE_COMMITTEE, is_sent=True,
    ),
    Case(
        _FRONT, "cử cán bộ dự và theo dõi hội nghị ở cơ sở",
        "Phân công cán bộ dự hội nghị theo địa bàn; ghi lại kiến nghị và báo cáo sau mỗi buổi.", 16,
        (*_TO_ISSUE_FRONT, "replace"), is_sent=True,
    ),
    Case(
        _COMMITTEE, "lùi lịch tổng vệ sinh trước hội nghị",
        "Do thời tiết, buổi tổng vệ sinh chuyển sang sáng thứ Bảy tuần sau.", 12, (*_TO_ISSUE_COMMITTEE, "revoke"),
    ),
    Case(
        _COMMITTEE, "rà soát kiến nghị chưa được trả lời của năm trước",
        "Đề nghị các bộ phận rà soát kiến nghị còn tồn, nêu rõ hướng giải quyết và thời hạn trả lời.", 4,
        ("submit", "check_content"),
    ),
    Case(
        _FRONT, "mời đại biểu cấp trên dự hội nghị điểm", "Trân trọng mời đại biểu về dự hội nghị điểm.", 3,
        ("submit",),
    ),
    Case(
        _FRONT, "tổng hợp bước đầu ý kiến tại hội nghị", "Đề nghị các đơn vị gửi số liệu bước đầu trước thứ Sáu.", 1
    ),
)  # fmt: skip


def simulate_dispatches(campaign: Campaign, *, today: date) -> int:
    """Dispatches of the first districts and communes that have somebody to sign and check; returns how many."""
    count = 0
    for place in _places(campaign):
        office = _Office(place, today)
        if not office.is_staffed:
            continue
        for case in sorted(_CASES, key=lambda case: -case.days_ago):
            day = today - timedelta(days=case.days_ago)
            if day > campaign.launched_at.date():
                count += office.write(case, day)
        office.enter_what_came(today)
    return count


def _places(campaign: Campaign) -> list[Placement]:
    """The first units with a leader and clerks: half districts, half communes where there are both."""
    headed = Appointment.objects.filter(title__startswith="Chủ tịch").values("unit_id")
    found = Placement.objects.filter(tree_id=campaign.tree_id, unit_id__in=headed).exclude(path="")
    places = list(found.select_related("level").order_by("path", "pk"))
    return places[:_UNITS]


class _Office:
    """The people of one unit's two bodies, who write its papers."""

    def __init__(self, place: Placement, today: date) -> None:
        self.place, self.today = place, today
        held = Appointment.objects.held_on(today).filter(unit_id=place.unit_id)
        self.people: dict[str, list[Actor]] = {}
        self.bodies: dict[str, Body] = {}
        for one in held.select_related("unit", "body__kind", "account").order_by("pk"):
            if one.body is not None:
                self.people.setdefault(one.body.kind.code, []).append(actor_for(one))
                self.bodies[one.body.kind.code] = one.body

    @property
    def is_staffed(self) -> bool:
        """Whether there are enough different people: one who drafts, one who signs, two who check."""
        return len(self.people.get(_COMMITTEE, ())) >= 4 and len(self.people.get(_FRONT, ())) >= 3

    def write(self, case: Case, day: date) -> int:
        """One dispatch through its course; how many papers came of it."""
        drafter = self.people[case.side][0]
        document = actions.draft_document(self._sheet(case, day), actor=drafter, at=clock.moment(day, 8))
        for hour, verb in enumerate(case.course, start=9):
            if verb == "replace":
                return 1 + self._replace(case, document, day + timedelta(days=1))
            self._do(verb, case, document, day, clock.moment(day, hour))
        return 1

    def _do(self, verb: str, case: Case, document: Document, day: date, at: datetime) -> None:
        people = self.people[case.side]
        drafter, leader, clerk = people[0], people[1], people[-1]
        if verb == "submit":
            actions.submit_document(document.pk, actor=drafter, at=at)
        elif verb == "check_content":
            actions.check_content_document(document.pk, actor=people[2], at=at)
        elif verb == "check_form":
            actions.check_form_document(document.pk, actor=clerk, at=at)
        elif verb == "sign":
            signature = document.signatures.order_by("position")[0]
            actions.sign_document(document.pk, signature_id=signature.pk, actor=leader, at=at)
        elif verb == "issue":
            actions.issue_document(document.pk, issued_on=day, actor=clerk, at=at)
            if case.is_sent:
                actions.send_document(document.pk, unit_ids=self._below(), actor=clerk, at=at)
        else:
            actions.revoke_document(document.pk, reason="Ghi nhầm ngày họp.", actor=leader, at=at + timedelta(days=1))

    def _replace(self, case: Case, document: Document, day: date) -> int:
        drafter = self.people[case.side][0]
        newer = actions.draft_replacement(document.pk, actor=drafter, at=clock.moment(day, 8))
        sheet = self._sheet(case, day)
        actions.edit_document(newer.pk, sheet=sheet, actor=drafter, at=clock.moment(day, 8))
        for hour, verb in enumerate(case.course[:-1], start=9):
            self._do(verb, case, newer, day, clock.moment(day, hour))
        return 1

    def _sheet(self, case: Case, day: date) -> Sheet:
        body = self.bodies[case.side]
        pattern = series_named("dispatch").patterns[2 if case.side == _FRONT else 0].pattern
        return Sheet(
            kind="dispatch", profile=profile_of([body]), body_id=body.pk, second_body_id=None, series="dispatch",
            symbol_pattern=pattern, subject=case.subject, addressed_to=("Các đơn vị trên địa bàn",), basis=(),
            text=case.text, recipients=("Như trên", "Lưu: VT"),
            signer_ids=tuple(signer.pk for signer in signers_of(body.pk, on=day)[:1]), is_public=False,
        )  # fmt: skip

    def _below(self) -> list[int]:
        return list(Placement.objects.filter(parent=self.place).order_by("path").values_list("unit_id", flat=True))

    def enter_what_came(self, today: date) -> None:
        """The clerk of the Front enters what came in from above."""
        body, clerk = self.bodies[_FRONT], self.people[_FRONT][-1]
        for delivery in self._came():
            actions.enter_incoming(
                body_id=body.pk, received_on=today, paper=IncomingPaper(handed_to="Ban Thường trực"),
                delivery_id=delivery.pk, actor=clerk, at=clock.moment(today, 8),
            )  # fmt: skip

    def _came(self) -> Iterator[Delivery]:
        above = Q(document__body__unit__placements=self.place.parent_id)
        yield from Delivery.objects.filter(above, unit_id=self.place.unit_id).order_by("pk")[:3]
