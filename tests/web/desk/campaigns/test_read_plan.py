"""Bringing a plan in through the page."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft
from danban.campaigns.states import DraftPurpose
from danban.units.models import Tree
from danban.web.desk.campaigns.forms import MOST_BYTES
from tests.campaigns.readings import PLAN
from tests.cast import TODAY, Cast
from tests.web.desk.campaigns.reading_pages import text_of
from tests.web.entering import enter

PAGE = reverse("desk:campaigns:read_plan")


def plan_docx(text: str = PLAN) -> SimpleUploadedFile:
    """The test plan as a Word document."""
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    content = io.BytesIO()
    document.save(content)
    return SimpleUploadedFile("ke-hoach.docx", content.getvalue())


def test_a_word_document_becomes_a_draft_to_review(mrs_ha: Client, cast: Cast) -> None:
    answer = mrs_ha.post(PAGE, {"document": plan_docx(), "tree": cast.tree.pk})

    draft = Draft.objects.get()
    assert answer["Location"] == reverse("desk:campaigns:review", args=[draft.pk])
    assert draft.file is not None
    assert draft.file.name == "ke-hoach.docx"
    assert draft.items.count() > 40


def test_the_plan_of_a_running_year_leads_to_what_it_changes(mrs_ha: Client, cast: Cast, campaign: Campaign) -> None:
    changed = PLAN.replace("28/2/2023", "05/3/2023")

    answer = mrs_ha.post(PAGE, {"document": plan_docx(changed), "tree": cast.tree.pk}, follow=True)

    draft = Draft.objects.get(purpose=DraftPurpose.AMENDMENT)
    assert answer.redirect_chain[-1][0] == reverse("desk:campaigns:apply", args=[draft.pk])
    assert "muộn hơn 5 ngày" in text_of(answer)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("ke-hoach.docx", b"PK\x03\x04 broken"), ""),
        (SimpleUploadedFile("anh.jpg", b"\xff\xd8\xff\xe0 picture"), ""),
        (SimpleUploadedFile("rong.docx", b""), "Tệp này rỗng."),
        (None, "Hãy chọn tệp kế hoạch."),
        (SimpleUploadedFile("lon.txt", b"a" * (MOST_BYTES + 1)), "20 MB"),
    ],
    ids=["corrupt", "foreign", "empty", "none", "large"],
)
def test_a_file_that_cannot_be_read_gets_a_sentence_and_the_form_stays(
    mrs_ha: Client, cast: Cast, file: SimpleUploadedFile | None, sentence: str
) -> None:
    if file is not None:
        file.seek(0)

    answer = mrs_ha.post(PAGE, {"tree": cast.tree.pk, **({"document": file} if file is not None else {})})

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert 'type="file"' in text_of(answer)
    assert "Traceback" not in text_of(answer)
    assert not Draft.objects.exists()


def test_with_two_editions_of_the_tree_one_is_chosen(mrs_ha: Client, cast: Cast) -> None:
    newer = Tree.objects.create(scheme=cast.tree.scheme, name="Hà Nội mới", starts_on=TODAY)
    root = cast.city
    root.pk, root.tree = None, newer
    root.save()

    page = text_of(mrs_ha.get(PAGE))
    empty = mrs_ha.post(PAGE, {"document": plan_docx()})

    assert page.count('type="radio"') == 2
    assert "Hà Nội mới (từ 10/02/2023)" in page
    assert empty.status_code == 422
    assert "Hãy chọn bản cơ cấu đơn vị." in text_of(empty)


def test_only_the_office_of_the_plan_may_bring_one_in(cast: Cast) -> None:
    for name, status in (("mr_dung", 200), ("culture_department", 403), ("ba_dinh", 403), ("head_of_group_1", 403)):
        assert enter(cast, name).get(PAGE).status_code == status, name

    refused = enter(cast, "ba_dinh").post(PAGE, {"document": plan_docx(), "tree": cast.tree.pk})
    assert refused.status_code == 403
    assert not Draft.objects.exists()


def test_a_draft_is_listed_with_its_file(mrs_ha: Client, cast: Cast) -> None:
    mrs_ha.post(PAGE, {"document": plan_docx(), "tree": cast.tree.pk})

    page = text_of(mrs_ha.get(reverse("desk:campaigns:index")))

    assert "ke-hoach.docx" in page
    assert "Năm mới" in page


def test_a_second_read_of_the_same_plan_makes_a_second_draft(mrs_ha: Client, cast: Cast) -> None:
    content = plan_docx().read()
    for _ in range(2):
        mrs_ha.post(PAGE, {"document": SimpleUploadedFile("ke-hoach.docx", content), "tree": cast.tree.pk})

    first, second = Draft.objects.order_by("pk")
    assert first.file_id == second.file_id
    actions.discard_draft(first.pk, actor=cast.actors["mrs_ha"], at=second.created_at)
    assert "Bản nháp đã xong" in text_of(mrs_ha.get(reverse("desk:campaigns:index")))
