"""What came in gets the next number of the body's incoming register: sent here, or brought by hand."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from danban.audit.models import Entry
from danban.documents import actions, queries
from danban.documents.models import Counter, Delivery, IncomingEntry
from danban.documents.queries import IncomingFilter
from danban.documents.rules import IncomingPaper
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.cast import AT, TODAY, Cast
from tests.documents.factories import issue_composed
from tests.together import together

SCAN = b"%PDF-1.7 ban quet"
BROUGHT = IncomingPaper(
    symbol="45/CV-HĐND", issuer="Hội đồng nhân dân quận Ba Đình", issued_on=TODAY - timedelta(days=2),
    subject="Phối hợp tổ chức hội nghị", handed_to="Đồng chí Lan",
)  # fmt: skip


def _enter(cast: Cast, who: str = "phuc_xa", **changed: Any) -> IncomingEntry:
    asked: dict[str, Any] = {
        "body_id": cast.bodies["00001", "front_committee"].pk, "received_on": TODAY, "paper": BROUGHT,
        "actor": cast.actors[who], "at": AT,
    }  # fmt: skip
    return actions.enter_incoming(**asked | changed)


def _delivered(cast: Cast, code: str = "001") -> Delivery:
    document = issue_composed(cast)
    actions.send_document(document.pk, unit_ids=[cast.places[code].unit_id], actor=cast.actors["phuc_xa"], at=AT)
    return document.deliveries.get()


def test_numbers_follow_each_other_and_each_body_has_its_own(cast: Cast) -> None:
    assert [_enter(cast).number for _ in range(3)] == [1, 2, 3]
    other = _enter(cast, "phuc_xa_committee", body_id=cast.bodies["00001", "peoples_committee"].pk)

    assert other.number == 1
    assert Entry.objects.filter(event="incoming.entered").count() == 4
    assert actions.take_number(
        body_id=cast.bodies["00001", "front_committee"].pk, series="plan", pattern="{number:02d}/KH-MTTQ-BTT",
        subject="Kế hoạch", on=TODAY, actor=cast.actors["phuc_xa"], at=AT,
    ).number == 1, "what goes out is numbered apart"  # fmt: skip


def test_a_paper_sent_here_is_entered_as_it_says_and_counts_as_read(cast: Cast) -> None:
    delivery = _delivered(cast)
    front = cast.bodies["001", "front_committee"].pk

    entry = _enter(cast, "ba_dinh", body_id=front, delivery_id=delivery.pk, paper=IncomingPaper(handed_to="Văn phòng"))

    assert (entry.symbol, entry.issuer, entry.issued_on, entry.subject, entry.handed_to) == (
        "01/KH-MTTQ-BTT", "Ủy ban MTTQ Việt Nam Phường Phúc Xá", TODAY,
        "Tổ chức hội nghị đại biểu Nhân dân năm 2023", "Văn phòng",
    )  # fmt: skip
    delivery.refresh_from_db()
    assert delivery.read_at == AT
    with pytest.raises(NotNow, match="số đến 1"):
        _enter(cast, "ba_dinh", body_id=front, delivery_id=delivery.pk)
    committee = cast.bodies["001", "peoples_committee"].pk
    assert _enter(cast, "ba_dinh_committee", body_id=committee, delivery_id=delivery.pk).number == 1


def test_a_scan_is_kept_with_the_line_and_read_by_the_own_unit_alone(cast: Cast) -> None:
    entry = _enter(cast, content=SCAN, name="công văn đến.pdf")

    content, name, media_type = queries.incoming_file(cast.actors["phuc_xa_committee"], entry.pk)
    assert (content, name, media_type) == (SCAN, "công văn đến.pdf", "application/pdf")
    for who in ("truc_bach", "ba_dinh"):
        with pytest.raises(NotFound):
            queries.incoming_file(cast.actors[who], entry.pk)


def test_the_register_is_searched_without_accents_and_stays_in_the_unit(cast: Cast) -> None:
    _enter(cast)
    _enter(cast, paper=IncomingPaper(issuer="UBND quận", subject="Báo cáo thu chi"))
    actor = cast.actors["phuc_xa"]

    def found(who: str = "phuc_xa", **wanted: Any) -> list[int]:
        page = queries.incoming_page(cast.actors[who], IncomingFilter(**wanted), number=1).page
        return [entry.number for entry in page]

    assert found() == [2, 1]
    assert found(text="hoi nghi phoi hop") == [1]
    assert found(year=2022) == []
    assert found("truc_bach") == []
    assert [entry.number for entry in queries.list_incoming(actor, IncomingFilter())] == [1, 2]
    with pytest.raises(NotYours):
        found("head_of_group_1")


@pytest.mark.parametrize(
    ("who", "refusal"), [("truc_bach", NotYours), ("ba_dinh", NotYours), ("head_of_group_1", NotYours)]
)
def test_nobody_writes_in_the_register_of_another_unit(cast: Cast, who: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        _enter(cast, who)

    assert not IncomingEntry.objects.exists()
    assert not Counter.objects.exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"received_on": TODAY + timedelta(days=1)}, "còn ở phía trước"),
        ({"paper": IncomingPaper(subject="Việc")}, "cơ quan ban hành"),
        ({"paper": IncomingPaper(issuer="UBND")}, "trích yếu"),
        ({"paper": IncomingPaper(issuer="A", subject="B", issued_on=TODAY + timedelta(days=1))}, "sau ngày đến"),
        ({"content": b"MZ program", "name": "x.exe"}, "không nhận được"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused_and_takes_no_number(
    cast: Cast, changed: dict[str, Any], words: str
) -> None:
    with pytest.raises(BadInput, match=words):
        _enter(cast, **changed)

    assert _enter(cast).number == 1
    with pytest.raises(BadInput, match="Số đến gần nhất là 1"):
        _enter(cast, received_on=TODAY - timedelta(days=1))


def test_what_was_not_sent_here_is_not_entered_from_a_delivery(cast: Cast) -> None:
    delivery = _delivered(cast)

    with pytest.raises(NotFound):
        _enter(cast, delivery_id=delivery.pk)
    with pytest.raises(NotFound):
        _enter(cast, body_id=0)

    assert not IncomingEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_clerks_who_enter_at_once_get_numbers_that_follow_each_other(city: Cast) -> None:
    entered = together(*(partial(_enter, city, who) for who in ("phuc_xa", "phuc_xa_committee") * 3))

    assert sorted(entry.number for entry in entered) == [1, 2, 3, 4, 5, 6]
