"""Lists: assignments of a year, everything of one body, documents, briefings, joint events."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from danban.assignments import actions
from danban.assignments.models import Attachment, Briefing, JointEvent
from danban.campaigns.models import Assignment, Campaign, Obligation
from tests.assignments.factories import attach, event_sheet, make_assignment, make_body, make_briefing
from tests.cast import AT, TODAY, Cast
from tests.documents import uploads
from tests.web.desk.assignments.reading import page_of, post, words
from tests.web.entering import enter

LISTS = ("index", "library", "briefings", "events")


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("query", [{}, {"q": "khong co gi"}, {"trang": "x"}, {"tinh_trang": "!!"}, {"co_quan": "-1"}])
def test_empty_lists_and_odd_addresses_are_pages(
    cast: Cast, campaign: Campaign, name: str, query: dict[str, str]
) -> None:
    assert enter(cast, "ba_dinh").get(page_of(name), query).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_before_the_first_year_every_list_says_so(cast: Cast, name: str) -> None:
    assert "Chưa có năm nào được phát hành" in words(enter(cast, "mrs_ha").get(page_of(name)))


def test_the_list_stands_clause_by_clause_with_counts_as_filters(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    board = enter(cast, "mrs_ha")
    make_assignment(campaign, cast.bodies["01", "department"], due_on=TODAY - timedelta(days=3))
    actions.accept_assignment(department_work.pk, actor=cast.actors["culture_department"], at=AT)

    page = words(board.get(page_of("index")))
    late = words(board.get(page_of("index", tinh_trang="qua-han")))
    body = words(board.get(page_of("index", co_quan=cast.bodies["01", "front_committee"].pk)))

    assert "Mục III.2" in page
    assert "Giao mọi quận, huyện, thị xã" in page
    assert "Quá hạn 3 ngày" in late
    assert "Đang thực hiện" in page
    assert body.count('class="item"') == 1


def test_a_long_list_has_pages(cast: Cast, campaign: Campaign) -> None:
    for number in range(50):
        make_assignment(campaign, make_body(cast, f"Sở số {number}"))
    board = enter(cast, "mrs_ha")

    first, second = words(board.get(page_of("index"))), words(board.get(page_of("index", trang=2)))

    assert "1–50 trong 60 việc" in first
    assert "51–60 trong 60 việc" in second


def test_one_page_for_everything_of_a_body_and_home_leads_to_it(
    cast: Cast, campaign: Campaign, department_work: Assignment, weekly_work: Assignment
) -> None:
    client, body = enter(cast, "culture_department"), cast.bodies["01", "department"]
    attach(department_work, cast.actors["culture_department"])
    actions.note_assignment(
        department_work.pk, text="Đã mở lớp", on=TODAY, actor=cast.actors["culture_department"], at=AT
    )

    home = words(client.get("/viec-cua-toi/"))
    page = words(client.get(page_of("body", body.pk)))

    assert page_of("body", body.pk) in client.get("/viec-cua-toi/").content.decode()
    assert page_of("show", department_work.pk) in home
    assert "Đã mở lớp" in home
    assert page.index("Quá hạn") < page.index("Kế hoạch phân công")
    assert "Chưa ghi tuần 30/01" in page
    assert "Nhịp hằng tuần" in page
    assert "Đề cương" in page


def test_a_district_reads_the_pages_of_its_communes_bodies_and_no_others(cast: Cast, campaign: Campaign) -> None:
    client = enter(cast, "ba_dinh")

    page = words(client.get(page_of("body", cast.bodies["00001", "peoples_committee"].pk)))

    assert "Hướng dẫn cơ sở" in page
    assert "Kế hoạch giao cấp mình" in page
    assert client.get(page_of("body", cast.bodies["00454", "front_committee"].pk)).status_code == 404
    empty = words(enter(cast, "mrs_ha").get(page_of("body", make_body(cast, "Sở Tư pháp").pk)))
    assert "không giao việc nào riêng" in empty


def test_a_village_finds_outlines_and_its_communes_pack(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    attach(department_work, cast.actors["culture_department"], "Đề cương thành phố")
    attach(make_briefing(cast, campaign), cast.actors["phuc_xa"], "Tài liệu của phường")
    client = enter(cast, "head_of_group_1")

    page = words(client.get(page_of("library")))

    assert "Đề cương thành phố" in page
    assert "Tài liệu của phường" in page
    assert "Tài liệu của phường" not in words(client.get(page_of("library", loai="de-cuong")))
    assert client.get(page_of("briefing", cast.places["00001"].pk)).status_code == 200


def test_a_commune_records_a_briefing_from_what_it_owes(cast: Cast, campaign: Campaign) -> None:
    client = enter(cast, "phuc_xa")
    owed = Obligation.objects.get(placement=cast.places["00001"], kind__code="guidance")
    assert page_of("brief", owed.pk) in client.get(f"/viec/{owed.pk}/").content.decode()
    assert "Chưa ghi buổi hướng dẫn nào" in words(client.get(page_of("brief", owed.pk), follow=True))
    form = words(client.get(page_of("hold")))
    assert form.count("checked") == 2

    done = post(
        client, cast, "phuc_xa", "hold", held_on=TODAY.isoformat(), place="Hội trường", invited="4", attended="3",
        villages=[cast.places["00001.01"].pk], text="Nội dung", uploads=[_docx("tai-lieu.docx")],
    )  # fmt: skip

    page = words(done)
    owed.refresh_from_db()
    assert owed.fulfilled_on == TODAY
    assert "Đã ghi buổi hướng dẫn ngày 10/02/2023" in page
    assert "tai-lieu" in page
    assert "1/2 đã dự" in page
    assert "1/2" in words(enter(cast, "ba_dinh").get(page_of("briefings")))


def test_a_refused_briefing_keeps_its_words_and_names_the_lost_files(cast: Cast, campaign: Campaign) -> None:
    answer = post(
        enter(cast, "phuc_xa"), cast, "phuc_xa", "hold", held_on=TODAY.isoformat(), place="Nhà văn hóa", invited="4",
        attended="9", uploads=[_docx("tai-lieu.docx")],
    )  # fmt: skip

    assert answer.status_code == 422
    assert "không thể nhiều hơn số được mời" in words(answer)
    assert "Nhà văn hóa" in words(answer)
    assert "tai-lieu.docx" in words(answer)


def test_a_pack_grows_and_a_briefing_recorded_by_mistake_goes(cast: Cast, campaign: Campaign) -> None:
    client, briefing = enter(cast, "phuc_xa"), make_briefing(cast, campaign)

    added = post(
        client, cast, "phuc_xa", "attach_to_briefing", briefing.pk, title="Mẫu biên bản", file=_docx("mau.docx")
    )
    again = post(
        client, cast, "phuc_xa", "attach_to_briefing", briefing.pk, title="Mẫu biên bản", file=_docx("mau.docx")
    )
    file = Attachment.objects.get()
    for name, pk in (("withdraw_file", file.pk), ("withdraw_briefing", briefing.pk)):
        assert post(client, cast, "phuc_xa", name, pk, reason="").status_code == 422
    pulled = post(client, cast, "phuc_xa", "withdraw_file", file.pk, reason="Nhầm")
    gone = post(client, cast, "phuc_xa", "withdraw_briefing", briefing.pk, reason="Nhầm ngày")

    assert "Đã thêm “Mẫu biên bản”" in words(added)
    assert again.status_code == 409
    assert "Đã rút “Mẫu biên bản”" in words(pulled)
    assert "Đã rút buổi hướng dẫn" in words(gone)
    assert Briefing.objects.get().withdrawn_at


def test_joint_events_are_recorded_listed_and_withdrawn(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    client = enter(cast, "ba_dinh")
    host, partner = (cast.bodies["001", kind].pk for kind in ("front_committee", "peoples_committee"))
    typed = {
        "topic": "Phòng cháy", "host": host, "partner": partner, "held_on": TODAY.isoformat(), "place": "Nhà văn hóa",
        "attended": "1.200", "assignment": department_work.pk,
    }  # fmt: skip
    assert f'<option value="{host}" selected>' in words(client.get(page_of("record")))

    done = post(client, cast, "ba_dinh", "record", **typed)
    same = post(client, cast, "ba_dinh", "record", **{**typed, "partner": host})
    event = JointEvent.objects.get()

    wrong = post(client, cast, "ba_dinh", "withdraw_event", event.pk, reason="")
    assert wrong.status_code == 422
    assert "1 hoạt động ở 1 đơn vị, 1.200 lượt người dự" in words(done)
    assert same.status_code == 422
    board = enter(cast, "mrs_ha")
    assert "1 hoạt động" in words(board.get(page_of("show", department_work.pk)))
    listed = words(board.get(page_of("events", viec=department_work.pk)))
    assert "Thuộc việc" in listed
    assert page_of("withdraw_event", event.pk) not in listed
    assert "Đã rút hoạt động" in words(post(client, cast, "ba_dinh", "withdraw_event", event.pk, reason="Nhầm"))
    assert "Chưa ghi hoạt động nào" in words(client.get(page_of("events")))


def test_a_year_that_is_over_is_still_read_by_its_key(cast: Cast, campaign: Campaign) -> None:
    actions.record_event(campaign.pk, event_sheet(cast), actor=cast.actors["mrs_ha"], at=AT)
    client: Client = enter(cast, "mrs_ha")

    for name in LISTS:
        assert client.get(page_of(name, nam=f"2023-{campaign.pk}")).status_code == 200
        assert client.get(page_of(name, nam="1999")).status_code == 404


def _docx(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, uploads.docx(name))
