"""One obligation."""

from datetime import timedelta

import pytest

from danban.audit.actions import record
from danban.campaigns.models import Campaign, Clause, Obligation, ObligationKind
from danban.kit.refusals import NotFound
from danban.overviews.queries import Tally, obligation_page
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.overviews.growing import done, owed_by

_PLAN = (
    "IV. TIẾN ĐỘ\n- Quận, huyện ban hành kế hoạch xong trước ngày 31/12/2022.\n\n"
    "- Từ 02/01 đến 28/2/2023: họp ở thôn.\n- Báo cáo trước ngày 20/3/2023."
)


def _with_text(campaign: Campaign) -> None:
    Campaign.objects.filter(pk=campaign.pk).update(plan_text=_PLAN)
    Clause.objects.filter(campaign=campaign).update(start=0, end=len(_PLAN))


def test_an_obligation_explains_its_day_with_the_words_of_the_plan(cast: Cast) -> None:
    _with_text(run_campaign(cast))
    owed = owed_by(cast, "00001.01", "conference").get()

    found = obligation_page(cast.actors["head_of_group_1"], owed.pk, today=TODAY)

    assert found.steps == ("Kế hoạch ghi mốc này.",)
    assert found.milestone_name == "Hội nghị thôn, tổ dân phố"
    assert [line.is_marked for line in found.excerpt] == [False, False, True, False]
    assert found.excerpt[2].text == "- Từ 02/01 đến 28/2/2023: họp ở thôn."


def test_a_day_written_as_before_is_marked_for_the_day_that_is_still_in_time(cast: Cast) -> None:
    _with_text(run_campaign(cast))
    owed = owed_by(cast, "00001", "plan").get()

    found = obligation_page(cast.actors["phuc_xa"], owed.pk, today=TODAY)

    assert [line.text for line in found.excerpt if line.is_marked] == [
        "- Quận, huyện ban hành kế hoạch xong trước ngày 31/12/2022."
    ]


def test_a_campaign_without_a_stored_text_has_no_excerpt(cast: Cast) -> None:
    run_campaign(cast)
    owed = owed_by(cast, "00001", "plan").get()

    assert obligation_page(cast.actors["phuc_xa"], owed.pk, today=TODAY).excerpt == ()


def test_what_was_done_before_an_amendment_says_that_it_keeps_its_day(cast: Cast) -> None:
    run_campaign(cast)
    owed = owed_by(cast, "00001.01", "conference").get()
    ObligationKind.objects.filter(pk=owed.kind_id).update(due_on=TODAY + timedelta(days=50))

    assert not obligation_page(cast.actors["head_of_group_1"], owed.pk, today=TODAY).keeps_old_day
    done(Obligation.objects.filter(pk=owed.pk), TODAY)
    assert obligation_page(cast.actors["head_of_group_1"], owed.pk, today=TODAY).keeps_old_day


def test_neighbours_are_the_same_kind_under_the_same_parent(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00004", "plan"), TODAY)
    owed = owed_by(cast, "00001", "plan").get()

    found = obligation_page(cast.actors["phuc_xa"], owed.pk, today=TODAY)
    above = obligation_page(cast.actors["ba_dinh"], owed.pk, today=TODAY)

    assert found.neighbours == Tally(total=2, done=1, late=1, done_late=1)
    assert found.parent is None
    assert above.parent
    assert above.parent.name == "Quận Ba Đình"


def test_the_diary_tells_the_deed_and_the_role_and_never_the_person(cast: Cast) -> None:
    run_campaign(cast)
    owed = owed_by(cast, "00001", "plan").get()
    record(actor=cast.actors["phuc_xa"], event="obligation.fulfilled", subject="obligation", subject_id=owed.pk, at=AT)

    (line,) = obligation_page(cast.actors["phuc_xa"], owed.pk, today=TODAY).entries

    assert (line.sentence, line.role) == ("Ghi nhận một việc đã hoàn thành.", "Ủy ban MTTQ cấp xã")


def test_a_neighbours_obligation_does_not_exist(cast: Cast) -> None:
    run_campaign(cast)
    foreign = Obligation.objects.exclude(placement__path__startswith=cast.places["00001"].path).order_by("pk")

    for owed in foreign:
        with pytest.raises(NotFound):
            obligation_page(cast.actors["phuc_xa"], owed.pk, today=TODAY)
