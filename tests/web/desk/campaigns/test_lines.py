"""Lines of a draft through the pages: corrected, dropped, brought back, added; nothing typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from danban.campaigns import actions
from danban.campaigns.models import Draft, DraftItem
from danban.campaigns.states import ItemKind, ItemState
from danban.units.models import BodyKind
from danban.web.desk.campaigns.item_forms import unused_code
from danban.web.desk.campaigns.sheets import SLUGS
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast
from tests.web.desk.campaigns.reading_pages import text_of
from tests.web.entering import enter

MILESTONE = {
    "name": "Hội nghị thôn, tổ dân phố",
    "starts_on": "02/01/2023",
    "due_on": "05/03/2023",
    "level": "village",
    "section": "IV",
}
DUTY = {
    "name": "Nộp ảnh hội nghị", "short": "Ảnh", "level": "village", "from_milestone": "village-conference",
    "edge": "end", "offset_days": "2", "side": "after", "body_kind": "", "section": "",
}  # fmt: skip


def _window(draft: Draft) -> DraftItem:
    return draft.items.get(kind=ItemKind.MILESTONE, values__code="village-conference")


def _correct(draft: Draft, item: DraftItem) -> str:
    return reverse("desk:campaigns:correct", args=[draft.pk, item.pk])


def _add(draft: Draft, kind: str) -> str:
    return reverse("desk:campaigns:add", args=[draft.pk, SLUGS[kind]])


def test_every_line_opens_in_its_form_with_what_it_says_now(mrs_ha: Client, draft: Draft) -> None:
    for item in draft.items.order_by("pk"):
        answer = mrs_ha.get(_correct(draft, item))
        assert answer.status_code == 200, item.kind

    page = text_of(mrs_ha.get(_correct(draft, _window(draft))))
    assert 'value="02/01/2023"' in page
    assert 'value="28/02/2023"' in page
    assert "Từ ngày 02/01/2023 đến ngày 28/2/2023" in page


def test_every_line_saved_as_it_stands_changes_nothing(mrs_ha: Client, draft: Draft) -> None:
    for code in ("steering_committee", "village_head"):
        BodyKind.objects.create(code=code, name=f"Loại {code}", short=code)
    before = {item.pk: item.values for item in draft.items.order_by("pk")}
    for item in draft.items.order_by("pk"):
        form = mrs_ha.get(_correct(draft, item)).context["form"]
        typed = {bound.html_name: bound.value() for bound in form if bound.value() not in (None, "")}
        typed = {name: value for name, value in typed.items() if value is not False}
        typed = {name: f"{v:%d/%m/%Y}" if hasattr(v, "strftime") else v for name, v in typed.items()}
        answer = mrs_ha.post(_correct(draft, item), typed)
        assert answer.status_code == 302, (item.kind, typed, answer.context["form"].errors)

    assert {item.pk: item.values for item in draft.items.order_by("pk")} == before


def test_a_date_is_corrected_and_the_person_is_led_back_to_the_line(mrs_ha: Client, draft: Draft) -> None:
    item = _window(draft)

    answer = mrs_ha.post(_correct(draft, item), MILESTONE)

    assert answer["Location"] == reverse("desk:campaigns:review", args=[draft.pk]) + f"#d{item.pk}"
    item.refresh_from_db()
    assert (item.values["due_on"], item.state) == ("2023-03-05", ItemState.CORRECTED)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"due_on": "30/02/2023"}, "ngày/tháng/năm"),
        ({"due_on": ""}, "Hãy nhập ngày."),
        ({"due_on": "01/01/2023"}, "Ngày cuối phải từ ngày đầu trở đi."),
        ({"name": "x" * 301}, "Dài quá 300 ký tự."),
    ],
)
def test_bad_input_is_named_and_what_was_typed_is_still_there(
    mrs_ha: Client, draft: Draft, typed: dict[str, str], sentence: str
) -> None:
    item = _window(draft)
    before = item.values

    answer = mrs_ha.post(_correct(draft, item), {**MILESTONE, "name": "Tên vừa gõ", **typed})

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    kept = next(iter(typed.values())) or "Tên vừa gõ"
    assert kept in text_of(answer)
    item.refresh_from_db()
    assert item.values == before


@pytest.mark.parametrize("typed", ["5/3/2023", "05 / 03 / 2023", "5/3/2023\u200b", "2023-03-05", "\u00a05.3.2023"])
def test_a_day_is_read_as_people_type_or_paste_it(mrs_ha: Client, draft: Draft, typed: str) -> None:
    item = _window(draft)

    mrs_ha.post(_correct(draft, item), {**MILESTONE, "due_on": typed})

    item.refresh_from_db()
    assert item.values["due_on"] == "2023-03-05"


@pytest.mark.parametrize(
    ("typed", "amount"), [("6.500.000", 6_500_000), ("7 000 000 đồng", 7_000_000), ("0 đ", 0), ("5 triệu", 5_000_000)]
)
def test_a_sum_is_read_as_people_write_it(mrs_ha: Client, draft: Draft, typed: str, amount: int) -> None:
    item = draft.items.filter(kind=ItemKind.GRANT).order_by("pk")[0]
    assert item.level is not None

    mrs_ha.post(
        _correct(draft, item), {"amount": typed, "level": item.level.code, "payer": "", "section": item.section}
    )

    item.refresh_from_db()
    assert item.values["amount"] == amount


def test_a_sum_that_is_no_number_is_refused(mrs_ha: Client, draft: Draft) -> None:
    item = draft.items.filter(kind=ItemKind.GRANT).order_by("pk")[0]

    answer = mrs_ha.post(_correct(draft, item), {"amount": "năm triệu", "level": "commune", "section": item.section})

    assert answer.status_code == 422
    assert 'value="năm triệu"' in text_of(answer)


def test_days_before_a_milestone_are_counted_back(mrs_ha: Client, draft: Draft) -> None:
    answer = mrs_ha.post(_add(draft, ItemKind.DUTY), {**DUTY, "offset_days": "10", "side": "before"})

    assert answer.status_code == 302
    added = draft.items.get(state=ItemState.ADDED)
    assert added.values["offset_days"] == -10
    assert added.values["code"] == "nop-anh-hoi-nghi"


def test_weekly_work_keeps_its_days(mrs_ha: Client, draft: Draft) -> None:
    item = draft.items.get(kind=ItemKind.ASSIGNMENT, values__rrule__startswith="FREQ=WEEKLY")
    typed = {
        "actor": "Sở Văn hóa và Thể thao",
        "tasks": "Tổng vệ sinh",
        "weekdays": ["SA", "MO"],
        "section": item.section,
    }

    assert mrs_ha.post(_correct(draft, item), typed).status_code == 302

    item.refresh_from_db()
    assert item.values["rrule"] == "FREQ=WEEKLY;BYDAY=MO,SA"


def test_a_line_is_dropped_and_brought_back(mrs_ha: Client, draft: Draft) -> None:
    item = _window(draft)
    back = reverse("desk:campaigns:review", args=[draft.pk]) + f"#d{item.pk}"

    assert mrs_ha.post(reverse("desk:campaigns:drop", args=[draft.pk, item.pk]))["Location"] == back
    item.refresh_from_db()
    assert item.state == ItemState.DROPPED

    assert mrs_ha.post(reverse("desk:campaigns:restore", args=[draft.pk, item.pk]))["Location"] == back
    item.refresh_from_db()
    assert item.state == ItemState.READ


def test_dropping_twice_says_no_on_the_same_page(mrs_ha: Client, draft: Draft) -> None:
    address = reverse("desk:campaigns:drop", args=[draft.pk, _window(draft).pk])
    mrs_ha.post(address)

    answer = mrs_ha.post(address)

    assert answer.status_code == 409
    assert "Đã bỏ" in text_of(answer)
    assert "Năm dự thảo" in text_of(answer)


def test_a_line_of_another_draft_is_not_found(mrs_ha: Client, cast: Cast, draft: Draft) -> None:
    other = actions.start_draft(
        reading_of(),
        tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT,
    )  # fmt: skip
    item = _window(other)

    assert mrs_ha.get(_correct(draft, item)).status_code == 404
    assert mrs_ha.post(reverse("desk:campaigns:drop", args=[draft.pk, item.pk])).status_code == 404
    item.refresh_from_db()
    assert item.state == ItemState.READ


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (ItemKind.MILESTONE, {"name": "Họp giao ban", "due_on": "15/02/2023"}),
        (ItemKind.DUTY, DUTY),
        (ItemKind.ASSIGNMENT, {"actor": "Báo Hà Nội mới", "tasks": "Đưa tin\nViết bài"}),
        (ItemKind.AGENDA, {"title": "Bàn về cây xanh", "level": "village", "mandatory": "on"}),
        (ItemKind.GRANT, {"amount": "1.000.000", "level": "village"}),
        (ItemKind.CITATION, {"number": "01/2023/NQ-HĐND", "issued_on": "3/1/2023", "name": "Nghị quyết của Thành phố"}),
        (ItemKind.MAILBOX, {"email": "bao-cao@example.vn"}),
    ],
)
def test_a_line_of_each_kind_is_added_by_hand(mrs_ha: Client, draft: Draft, kind: str, typed: dict[str, str]) -> None:
    assert mrs_ha.get(_add(draft, kind)).status_code == 200

    answer = mrs_ha.post(_add(draft, kind), typed)

    assert answer.status_code == 302, text_of(answer)
    added = draft.items.get(state=ItemState.ADDED)
    assert added.kind == kind
    assert answer["Location"].endswith(f"#d{added.pk}")


def test_a_choice_nobody_offered_is_refused(mrs_ha: Client, draft: Draft) -> None:
    answer = mrs_ha.post(_correct(draft, _window(draft)), {**MILESTONE, "level": "moon"})

    assert answer.status_code == 422
    assert "Hãy chọn lại trong danh sách." in text_of(answer)


def test_a_kind_nobody_knows_is_not_found(mrs_ha: Client, draft: Draft) -> None:
    assert mrs_ha.get(reverse("desk:campaigns:add", args=[draft.pk, "mat-trang"])).status_code == 404


def test_others_are_refused(cast: Cast, draft: Draft) -> None:
    item = _window(draft)

    assert enter(cast, "culture_department").post(_correct(draft, item), MILESTONE).status_code == 403
    assert enter(cast, "phuc_xa").post(_correct(draft, item), MILESTONE).status_code == 404
    item.refresh_from_db()
    assert item.values["due_on"] == "2023-02-28"


def test_a_code_is_made_from_the_name_and_never_twice() -> None:
    assert unused_code("Nộp báo cáo đợt 1", set()) == "nop-bao-cao-dot-1"
    assert unused_code("Nộp báo cáo", {"nop-bao-cao", "nop-bao-cao-2"}) == "nop-bao-cao-3"
    assert unused_code("***", set()) == "dong"
