"""Outlines with versions, own plans, guidance, reports."""

from datetime import date, timedelta
from typing import Any

import pytest

from danban.assignments import actions
from danban.assignments.models import Attachment, Briefing
from danban.assignments.rules import FileSheet
from danban.assignments.states import FilePurpose
from danban.campaigns.models import Assignment, Campaign
from danban.documents.models import StoredFile
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.assignments.factories import last_event, make_briefing, no_trace, upload
from tests.cast import AT, TODAY, Cast
from tests.documents import uploads


def _sheet(**changed: Any) -> FileSheet:
    asked: dict[str, Any] = {"purpose": FilePurpose.OUTLINE, "title": "Đề cương tuyên truyền", "upload": upload()}
    return FileSheet(**{**asked, **changed})


def test_an_outline_is_published_and_its_next_version_replaces_it(cast: Cast, department_work: Assignment) -> None:
    actor = cast.actors["culture_department"]

    first = actions.attach_file(_sheet(), assignment_id=department_work.pk, actor=actor, at=AT)
    newer = _sheet(title=" Đề cương  tuyên truyền ", upload=upload(content=uploads.docx("bản mới")))
    second = actions.attach_file(newer, assignment_id=department_work.pk, actor=actor, at=AT)

    assert (first.title, first.version, second.title, second.version) == (second.title, 1, first.title, 2)
    assert first.file != second.file
    assert last_event() == ("file.attached", "assignment", department_work.pk)


def test_an_own_plan_keeps_its_number_and_day(cast: Cast, department_work: Assignment) -> None:
    sheet = _sheet(purpose=FilePurpose.OWN_PLAN, number=" 15/KH-HPN ", issued_on=date(2023, 1, 5))

    plan = actions.attach_file(sheet, assignment_id=department_work.pk, actor=cast.actors["culture_department"], at=AT)

    assert (plan.number, plan.issued_on) == ("15/KH-HPN", date(2023, 1, 5))


def test_a_report_may_come_after_the_work_is_done(cast: Cast, department_work: Assignment) -> None:
    actor = cast.actors["culture_department"]
    actions.finish_assignment(department_work.pk, result="Xong", on=TODAY, actor=actor, at=AT)

    report = actions.attach_file(
        _sheet(purpose=FilePurpose.REPORT), assignment_id=department_work.pk, actor=actor, at=AT
    )

    assert report.purpose == FilePurpose.REPORT


def test_a_commune_adds_to_its_pack_and_others_do_not(cast: Cast, campaign: Campaign) -> None:
    briefing = make_briefing(cast, campaign)

    added = actions.attach_file(_sheet(), briefing_id=briefing.pk, actor=cast.actors["phuc_xa_committee"], at=AT)

    assert (added.purpose, added.briefing, added.version) == (FilePurpose.GUIDANCE, briefing, 1)
    assert last_event() == ("file.attached", "briefing", briefing.pk)
    with no_trace():
        for who, refusal in (("truc_bach", NotFound), ("ba_dinh", NotYours), ("head_of_group_1", NotFound)):
            with pytest.raises(refusal):
                actions.attach_file(_sheet(title="Khác"), briefing_id=briefing.pk, actor=cast.actors[who], at=AT)


def test_the_same_file_twice_and_a_briefing_that_is_gone_are_refused(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    actor, phuc_xa = cast.actors["culture_department"], cast.actors["phuc_xa"]
    briefing = make_briefing(cast, campaign)
    actions.attach_file(_sheet(), assignment_id=department_work.pk, actor=actor, at=AT)
    actions.attach_file(_sheet(), briefing_id=briefing.pk, actor=phuc_xa, at=AT)

    with no_trace():
        with pytest.raises(NotNow, match="đã có dưới tên"):
            actions.attach_file(_sheet(), assignment_id=department_work.pk, actor=actor, at=AT)
        with pytest.raises(NotNow, match="đã có dưới tên"):
            actions.attach_file(_sheet(), briefing_id=briefing.pk, actor=phuc_xa, at=AT)
    Briefing.objects.update(withdrawn_at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã rút"):
        actions.attach_file(_sheet(title="Khác"), briefing_id=briefing.pk, actor=phuc_xa, at=AT)


@pytest.mark.parametrize(
    "changed",
    [
        {"title": " "},
        {"title": "x" * 301},
        {"purpose": "secret"},
        {"number": "x" * 61},
        {"issued_on": TODAY + timedelta(days=1)},
        {"upload": upload(content=b"")},
        {"upload": upload("vi-rut.docx", b"MZ\x90")},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_is_no_file_of_an_office_is_refused_without_a_trace(
    cast: Cast, department_work: Assignment, changed: dict[str, Any]
) -> None:
    with no_trace(), pytest.raises(BadInput):
        actions.attach_file(
            _sheet(**changed), assignment_id=department_work.pk, actor=cast.actors["culture_department"], at=AT
        )
    assert not Attachment.objects.exists()
    assert not StoredFile.objects.exists()


def test_others_and_nothing_at_all_are_refused(cast: Cast, department_work: Assignment) -> None:
    with no_trace():
        for who in ("mrs_ha", "ba_dinh", "phuc_xa"):
            with pytest.raises(NotYours):
                actions.attach_file(_sheet(), assignment_id=department_work.pk, actor=cast.actors[who], at=AT)
        with pytest.raises(NotFound):
            actions.attach_file(_sheet(), actor=cast.actors["mrs_ha"], at=AT)
