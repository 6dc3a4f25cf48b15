"""The calendar of an office: whole days, stable names, honest about what changed when."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from danban.accounts import actions as accounts
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Amendment, Obligation
from danban.kit import clock
from danban.kit.refusals import NotFound
from danban.overviews.exports import calendar_ics
from danban.overviews.queries import Deadline, Deadlines, deadlines, deadlines_of_feed
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.overviews.growing import done, owed_by


def _found(cast: Cast, name: str = "phuc_xa") -> Deadlines:
    return deadlines(cast.actors[name], today=TODAY)


def _ics(found: Deadlines) -> bytes:
    return calendar_ics(found, lambda entry: f"https://danban.example/viec/{entry.obligation}/")


def _events(found: Deadlines) -> dict[str, Any]:
    calendar: Any = Calendar.from_ical(_ics(found))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_before_a_year_runs_the_calendar_is_empty_and_still_a_calendar(cast: Cast) -> None:
    found = _found(cast)

    assert found.entries == ()
    assert found.modified_at is None
    assert _events(found) == {}


def test_what_is_owed_stands_on_its_last_day_and_windows_on_all_their_days(cast: Cast) -> None:
    run_campaign(cast)

    events = _events(_found(cast))

    plan, window = events["Hạn cuối: Ban hành kế hoạch"], events["Hội nghị thôn, tổ dân phố"]
    assert (plan["dtstart"].dt, plan["dtend"].dt) == (date(2022, 12, 30), date(2022, 12, 31))
    assert plan["dtstart"].params["VALUE"] == "DATE"
    assert (window["dtstart"].dt, window["dtend"].dt) == (date(2023, 1, 2), date(2023, 3, 1))
    assert "Theo mục IV · TIẾN ĐỘ" in plan["description"]
    assert "Kế hoạch ghi mốc này." in plan["description"]
    assert plan["url"].startswith("https://danban.example/viec/")
    assert str(plan["categories"].to_ical().decode()) == "Việc phải làm"
    assert not any(event.walk("VALARM") for event in events.values())


def test_a_village_is_not_told_the_days_of_higher_levels(cast: Cast) -> None:
    campaign = run_campaign(cast)
    campaign.milestones.filter(code="plan-0").update(level=cast.levels["district"])

    village, commune, district = (_found(cast, name) for name in ("head_of_group_1", "phuc_xa", "ba_dinh"))

    titles = [{entry.title for entry in found.entries} for found in (village, commune, district)]
    assert ["Mốc: Ban hành kế hoạch" in found for found in titles] == [False, False, True]
    assert all("Hạn cuối: Tổng hợp kiến nghị" in found for found in titles)


def test_what_is_done_is_marked_and_what_has_no_day_is_left_out(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), date(2022, 12, 20))
    owed_by(cast, "00001", "synthesis").update(due_on=None)

    events = _events(_found(cast))

    event = events["✓ Đã xong: Ban hành kế hoạch"]
    assert "Đã xong ngày 20/12/2022." in event["description"]
    assert event["categories"].to_ical().decode() == "Đã xong"
    assert "Hạn cuối: Tổng hợp kiến nghị" not in events


def test_a_day_that_moves_keeps_its_name_and_says_when_it_changed(cast: Cast) -> None:
    campaign = run_campaign(cast)
    campaign.__class__.objects.filter(pk=campaign.pk).update(launched_at=clock.moment(date(2022, 12, 16)))
    before = {entry.obligation: entry for entry in _found(cast).entries if entry.obligation}
    owed = owed_by(cast, "00001", "synthesis").get()
    amended = datetime(2023, 1, 20, 3, tzinfo=UTC)
    Amendment.objects.create(campaign=campaign, at=amended, reason="Lùi ngày")
    Obligation.objects.filter(pk=owed.pk).update(due_on=date(2023, 3, 25))

    after = {entry.obligation: entry for entry in _found(cast).entries if entry.obligation}

    assert {pk: entry.uid for pk, entry in after.items()} == {pk: entry.uid for pk, entry in before.items()}
    assert before[owed.pk].modified_at == clock.moment(date(2022, 12, 16))
    assert after[owed.pk].modified_at == amended
    assert after[owed.pk].starts_on == date(2023, 3, 25)


def test_a_deed_and_its_undoing_both_count_as_changes(cast: Cast) -> None:
    campaign, actor = run_campaign(cast), cast.actors["phuc_xa"]
    campaign.__class__.objects.filter(pk=campaign.pk).update(launched_at=clock.moment(date(2022, 12, 16)))
    place_id = cast.places["00001"].pk

    def changed_at() -> datetime | None:
        found = [entry for entry in _found(cast).entries if entry.title.endswith("Ban hành kế hoạch")]
        return max(entry.modified_at for entry in found if entry.obligation)

    campaigns.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=place_id, kind_code="plan", event="plan.issued", on=TODAY, actor=actor,
        at=AT,
    )  # fmt: skip
    fulfilled = changed_at()
    later = AT + timedelta(hours=2)
    campaigns.reopen_obligations(
        campaign_id=campaign.pk, placement_id=place_id, kind_code="plan", reason="Ban hành nhầm",
        actor=cast.actors["mrs_ha"], at=later,
    )  # fmt: skip

    assert fulfilled == AT
    assert changed_at() == later
    assert _found(cast).modified_at == later


def test_the_same_calendar_is_written_the_same_way_twice(cast: Cast) -> None:
    run_campaign(cast)

    assert _ics(_found(cast)) == _ics(_found(cast))
    assert _found(cast) == deadlines(cast.actors["phuc_xa"], today=TODAY + timedelta(days=40))


def test_every_line_holds_75_octets_at_most_and_long_vietnamese_words_come_back_whole(cast: Cast) -> None:
    campaign = run_campaign(cast)
    name = "Tổ chức hội nghị đại biểu Nhân dân, thống nhất chương trình; " * 4
    campaign.obligation_kinds.filter(code="plan").update(name=name.strip(), steps=["Ngày đầu.\nNgày sau, nữa; \\ hết."])

    written = _ics(_found(cast))

    lines = written.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert b"VALARM" not in written
    event = _events(_found(cast))[f"Hạn cuối: {name.strip()}"]
    assert "Ngày đầu.\nNgày sau, nữa; \\ hết." in event["description"]


@given(
    name=st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=200),
    line=st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.just("\n"), max_size=300),
)
def test_whatever_a_plan_says_is_folded_and_comes_back_as_it_was(name: str, line: str) -> None:
    on = date(2023, 3, 19)
    entry = Deadline("viec-1-abc@danban", name, (line,), on, on, is_done=False, modified_at=AT, obligation=1)

    written = _ics(Deadlines("Lịch", (entry,), AT))

    assert max(len(one) for one in written.split(b"\r\n")) <= 75
    events: Any = Calendar.from_ical(written)
    (event,) = events.walk("VEVENT")
    assert (str(event["summary"]), str(event["description"])) == (name, line)


def test_all_names_in_a_calendar_are_different_and_two_offices_of_a_unit_share_those_of_the_unit(cast: Cast) -> None:
    run_campaign(cast)

    front = {entry.uid for entry in _found(cast).entries}
    committee = {entry.uid for entry in _found(cast, "phuc_xa_committee").entries}

    assert len(front) == len(_found(cast).entries)
    assert front == committee
    assert not front & {entry.uid for entry in _found(cast, "truc_bach").entries}


def test_a_secret_opens_the_calendar_of_its_post_and_nothing_else_does(cast: Cast) -> None:
    run_campaign(cast)
    secret = accounts.create_feed(cast.offices["phuc_xa"].pk, actor=cast.actors["phuc_xa"], at=AT)

    assert deadlines_of_feed(secret, today=TODAY) == _found(cast)
    for wrong in ("", "sai", secret.upper(), secret[:-1]):
        with pytest.raises(NotFound):
            deadlines_of_feed(wrong, today=TODAY)
