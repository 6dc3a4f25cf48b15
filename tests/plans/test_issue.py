"""Issuing: numbered, frozen, days in force, the duty done, others told."""

from datetime import date, timedelta

import pytest

from danban.campaigns import actions as campaigns
from danban.campaigns import queries as years
from danban.campaigns.models import Campaign, LocalDate, Obligation
from danban.documents.models import Counter, Delivery, RegisterEntry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.plans import actions
from danban.plans.actions import GivenDate, OwnItem
from danban.plans.models import Plan
from danban.plans.rules.content import content_from
from danban.plans.rules.wording import subject_of
from danban.plans.states import PlanStatus
from danban.units.models import Body
from tests.campaigns.finders import milestone
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import CONSULTED_ON, approved, derive, issued, kind_id, officer, submitted
from tests.plans.traces import last_event, no_trace, told

YESTERDAY = TODAY - timedelta(days=1)


def _owed(cast: Cast, code: str, kind: str) -> Obligation:
    return Obligation.objects.get(placement=cast.places[code], kind__code=kind)


def test_it_is_numbered_and_what_the_unit_owed_is_done_on_the_day_of_the_paper(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001", on=YESTERDAY)

    plan = Plan.objects.get(pk=edition.plan_id)
    assert plan.status == PlanStatus.ISSUED
    assert (edition.edition, edition.issued_on, edition.symbol) == (1, YESTERDAY, "01/KHLT-UBND-UBMTTQ")
    assert (edition.document.subject, edition.document.body) == (subject_of(plan.title), plan.numbering_body)
    owed = _owed(cast, "00001", "plan")
    assert (owed.fulfilled_on, owed.fulfilled_by) == (YESTERDAY, "plan.issued")
    assert last_event() == ("plan.issued", "plan", plan.pk)


def test_the_edition_freezes_what_the_plan_says(cast: Cast, campaign: Campaign) -> None:
    minutes = kind_id(campaign, "village", "minutes")
    edition = issued(
        cast, campaign, "00001", GivenDate(minutes, None, date(2023, 2, 25)), items=(OwnItem("Treo cờ"),),
        funding_amount=5_000_000,
    )  # fmt: skip

    content = content_from(edition.content)

    assert [one.due_on for one in content.dates if one.kind_id == minutes] == [date(2023, 2, 25)]
    assert content.items[-1].title == "Treo cờ"
    assert (content.consultation.on, content.funding.amount) == (CONSULTED_ON, 5_000_000)
    assert {one.body_name for one in content.assents} == {
        "Ủy ban nhân dân Phường Phúc Xá", "Ủy ban MTTQ Việt Nam Phường Phúc Xá",
    }  # fmt: skip


def test_its_days_re_date_what_is_owed_under_it_and_explain_themselves(cast: Cast, campaign: Campaign) -> None:
    conference = kind_id(campaign, "village", "conference")

    issued(cast, campaign, "00001", GivenDate(conference, None, date(2023, 2, 20)))

    owed = _owed(cast, "00001.01", "conference")
    assert (owed.starts_on, owed.due_on) == (date(2023, 1, 2), date(2023, 2, 20))
    assert _owed(cast, "00004.01", "conference").due_on == date(2023, 2, 28)
    page = years.obligation_page(cast.actors["head_of_group_1"], owed.pk)
    assert page.steps[-1] == (
        "Kế hoạch số 01/KHLT-UBND-UBMTTQ ngày 10/02/2023 của Phường Phúc Xá đặt ngày cuối 20/02/2023."
    )


def test_a_district_confirms_its_money_with_the_plan(cast: Cast, campaign: Campaign) -> None:
    issued(cast, campaign, "001")

    assert _owed(cast, "001", "funding").fulfilled_on == TODAY
    assert Obligation.objects.filter(fulfilled_by="plan.issued").count() == 2


def test_the_unit_above_and_everybody_right_below_are_told(cast: Cast, campaign: Campaign) -> None:
    of_commune = issued(cast, campaign, "00001")
    of_district = issued(cast, campaign, "001")

    assert told(f"document:{of_commune.document_id}:sent") == ["ba.dinh", "ba.dinh.committee", "head.of.group.1"]
    assert told(f"document:{of_district.document_id}:sent") == [
        "mr.dung", "mrs.ha", "phuc.xa", "phuc.xa.committee", "truc.bach",
    ]  # fmt: skip
    sent = Delivery.objects.filter(document=of_commune.document).order_by("pk").values_list("unit_id", flat=True)
    assert set(sent) == {cast.places[code].unit_id for code in ("001", "00001.01", "00001.02")}


def test_both_offices_of_a_unit_may_issue_and_the_second_time_is_too_late(cast: Cast, campaign: Campaign) -> None:
    plan = approved(cast, campaign, "00001")
    actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors["phuc_xa_committee"], at=AT)

    with no_trace(), pytest.raises(NotNow):
        actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)


def test_without_both_approvals_it_is_refused_naming_who_is_waited_for(cast: Cast, waiting: Plan) -> None:
    with no_trace(), pytest.raises(NotNow, match="Còn chờ Ủy ban nhân dân Phường Phúc Xá duyệt"):
        actions.issue_plan(waiting.pk, issued_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)


def test_a_unit_without_one_of_the_two_bodies_cannot_issue(cast: Cast, campaign: Campaign) -> None:
    Body.objects.filter(pk=cast.bodies["00001", "peoples_committee"].pk).update(ends_on=date(2022, 1, 1))
    plan = submitted(cast, campaign, "00001")

    with no_trace(), pytest.raises(NotNow, match="chưa được lập ở đơn vị"):
        actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)


@pytest.mark.parametrize(
    ("issued_on", "says"),
    [
        (TODAY + timedelta(days=1), "còn ở phía trước"),
        (CONSULTED_ON - timedelta(days=1), "Cấp ủy cho ý kiến ngày 08/02/2023"),
        (date(2022, 12, 15), "Kế hoạch của năm ban hành ngày 16/12/2022"),
    ],
)
def test_a_day_the_paper_cannot_bear_is_refused(cast: Cast, campaign: Campaign, issued_on: date, says: str) -> None:
    plan = approved(cast, campaign, "00001")

    with no_trace(), pytest.raises(BadInput, match=says) as refusal:
        actions.issue_plan(plan.pk, issued_on=issued_on, actor=cast.actors["phuc_xa"], at=AT)

    assert list(refusal.value.problems) == ["issued_on"]


def test_a_day_before_the_registers_last_number_is_refused_and_no_number_is_lost(
    cast: Cast, campaign: Campaign
) -> None:
    plan = approved(cast, campaign, "00001")
    counter = Counter.objects.create(body=cast.bodies["00001", "front_committee"], series="plan", year=2023, last=7)
    RegisterEntry.objects.create(
        counter=counter, number=7, symbol="07/KH", subject="Khác", folded="", issued_on=TODAY, taken_at=AT
    )

    with no_trace(), pytest.raises(BadInput, match="Số gần nhất trong sổ là 07/KH"):
        actions.issue_plan(plan.pk, issued_on=YESTERDAY, actor=cast.actors["phuc_xa"], at=AT)
    edition = actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)
    assert edition.symbol.startswith("08/")


def test_what_changed_above_meanwhile_stops_it(cast: Cast, campaign: Campaign) -> None:
    plan, ha = approved(cast, campaign, "00001"), cast.actors["mrs_ha"]
    change = campaigns.draft_amendment(campaign.pk, actor=ha, at=AT)
    campaigns.correct_item(milestone(change, "report").pk, values={"due_on": "2023-03-25"}, actor=ha, at=AT)
    campaigns.apply_draft(change.pk, reason="Lùi hạn", actor=ha, at=AT + timedelta(minutes=1))

    with no_trace(), pytest.raises(NotNow, match="Hãy xem khác biệt và xác nhận"):
        actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)


def test_others_drafts_and_a_closed_year_are_refused(cast: Cast, campaign: Campaign) -> None:
    plan, draft = approved(cast, campaign, "00001"), derive(cast, campaign, "00004")

    with no_trace():
        for who in ("truc_bach", "stranger", "head_of_group_1"):
            with pytest.raises(NotFound):
                actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors[who], at=AT)
        for who in ("ba_dinh", "mrs_ha"):
            with pytest.raises(NotYours):
                actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors[who], at=AT)
        with pytest.raises(NotNow):
            actions.issue_plan(draft.pk, issued_on=TODAY, actor=officer(cast, "00004"), at=AT)
    campaigns.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã khép lại"):
        actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)
    assert not LocalDate.objects.exists()
