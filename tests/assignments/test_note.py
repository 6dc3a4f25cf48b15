"""Progress: words, figures, files, weeks."""

from datetime import date, timedelta
from typing import Any

import pytest

from danban.assignments import actions
from danban.assignments.models import Attachment, ProgressNote, Work
from danban.assignments.rules import Figure
from danban.assignments.states import FilePurpose, WorkStatus
from danban.campaigns.models import Assignment
from danban.documents.models import StoredFile
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.assignments.factories import last_event, no_trace, upload
from tests.cast import AT, TODAY, Cast
from tests.documents import uploads

CLASSES = Figure("Lớp tập huấn", 12, "lớp")


def _note(cast: Cast, assignment: Assignment, who: str = "culture_department", **changed: Any) -> ProgressNote:
    asked: dict[str, Any] = {"text": "Đã biên soạn xong", "on": TODAY, "actor": cast.actors[who], "at": AT}
    return actions.note_assignment(assignment.pk, **{**asked, **changed})


def test_a_note_keeps_its_words_figures_and_files_and_takes_the_work_on(
    cast: Cast, department_work: Assignment
) -> None:
    files = (upload("đề cương.docx"), upload("anh.png", uploads.png()))

    note = _note(cast, department_work, figures=(CLASSES,), uploads=files)

    assert note.figures == [{"label": "Lớp tập huấn", "value": 12, "unit": "lớp"}]
    assert (note.body, note.on, note.week_of) == (cast.bodies["01", "department"], TODAY, None)
    assert list(note.attachments.order_by("pk").values_list("title", "purpose", "version")) == [
        ("đề cương", FilePurpose.OTHER, 1),
        ("anh", FilePurpose.OTHER, 1),
    ]
    work = Work.objects.get()
    assert (work.status, work.accepted_at) == (WorkStatus.WORKING, AT)
    assert last_event() == ("assignment.noted", "assignment", department_work.pk)


def test_a_file_of_the_same_name_is_its_next_version(cast: Cast, department_work: Assignment) -> None:
    for text in ("một", "hai"):
        _note(cast, department_work, text=text, uploads=(upload(content=uploads.docx(text)),))

    assert list(Attachment.objects.order_by("pk").values_list("title", "version")) == [("de-cuong", 1), ("de-cuong", 2)]


def test_a_partner_notes_without_taking_the_work_on(cast: Cast, department_work: Assignment) -> None:
    front = cast.bodies["01", "front_committee"]
    actions.add_partner(department_work.pk, body_id=front.pk, actor=cast.actors["mrs_ha"], at=AT)

    note = _note(cast, department_work, "mrs_ha")

    assert note.body == front
    assert not Work.objects.exists()


def test_weekly_work_is_noted_by_its_week_told_by_any_day_of_it(cast: Cast, weekly_work: Assignment) -> None:
    note = _note(cast, weekly_work, week_of=TODAY)

    assert note.week_of == date(2023, 2, 6)


@pytest.mark.parametrize(
    ("week", "words"), [(None, "chọn tuần"), (TODAY + timedelta(days=7), "tuần này"), (date(2022, 12, 5), "tuần này")]
)
def test_weekly_work_needs_a_week_of_the_year_that_has_begun(
    cast: Cast, weekly_work: Assignment, week: date | None, words: str
) -> None:
    with no_trace(), pytest.raises(BadInput, match=f"(?i){words}"):
        _note(cast, weekly_work, week_of=week)


def test_the_same_note_sent_twice_is_kept_once(cast: Cast, department_work: Assignment) -> None:
    first = _note(cast, department_work, figures=(CLASSES,))

    with no_trace():
        assert _note(cast, department_work, figures=(CLASSES,)) == first


@pytest.mark.parametrize(
    "changed",
    [
        {"text": " \u200b"},
        {"text": "x" * 4_001},
        {"on": TODAY + timedelta(days=1)},
        {"on": date(2022, 12, 15)},
        {"week_of": TODAY},
        {"figures": (Figure("", 1),)},
        {"figures": (Figure("x" * 81, 1),)},
        {"figures": (Figure("Người", -1),)},
        {"figures": (CLASSES,) * 9},
        {"uploads": (upload(),) * 6},
        {"uploads": (upload(), upload(content=b"MZ"))},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_cannot_be_a_note_leaves_no_trace(
    cast: Cast, department_work: Assignment, changed: dict[str, Any]
) -> None:
    with no_trace(), pytest.raises(BadInput):
        _note(cast, department_work, **changed)
    assert not StoredFile.objects.exists()


def test_others_and_finished_work_are_refused(cast: Cast, department_work: Assignment) -> None:
    with no_trace():
        for who in ("mrs_ha", "ba_dinh", "head_of_group_1"):
            with pytest.raises(NotYours):
                _note(cast, department_work, who)
    actions.finish_assignment(
        department_work.pk, result="Xong", on=TODAY, actor=cast.actors["culture_department"], at=AT
    )

    with no_trace(), pytest.raises(NotNow, match="Đã hoàn thành"):
        _note(cast, department_work)
