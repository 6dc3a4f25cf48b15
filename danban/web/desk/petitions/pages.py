"""What each template is handed: the answer of the query, its states as pills, its ways on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from danban.kit.clock import HANOI
from danban.kit.vietnamese import long_day
from danban.petitions.queries import (
    AGES,
    AnswerOptions,
    Figures,
    GroupPage,
    PetitionList,
    PetitionPage,
    RecordPage,
    SettingsPage,
    Sheet,
    SortingDesk,
    StepLine,
    SynthesisPage,
    Tally,
    frozen_rows,
)
from danban.petitions.states import ANSWERING, SORTING, PetitionStatus
from danban.sittings.fields import FIELDS
from danban.web.desk.petitions.addresses import SIDES, STATE_LABELS, STATES, listing, to
from danban.web.ui.charts import bars, tile_map
from danban.web.ui.due import due_pill
from danban.web.ui.navigation import area_label
from danban.web.ui.pieces import Link, Pill, Point, Segment, Tab

if TYPE_CHECKING:
    from danban.kit.actor import Actor
    from danban.petitions.models import Petition, SynthesisSheet
    from danban.units.models import Body

Context = dict[str, Any]
_TABS = ("open", "late", "soon", "waiting", "answered", "unread", "carried", "turned_away")
_QUIET = {PetitionStatus.TURNED_AWAY, PetitionStatus.SPLIT, PetitionStatus.MERGED}


def crumbs(*labels: str) -> list[Link]:
    """From the desk down."""
    return [Link("Kiến nghị", to("index")), *(Link(one) for one in labels)]


def pills(one: Petition, today: date) -> list[Pill]:
    """How it stands: what waits for an answer shows its day."""
    label = PetitionStatus(one.status).label
    if one.status in ANSWERING and one.waiting_since:
        return [Pill("quiet", f"Tạm dừng từ {one.waiting_since:%d/%m}")]
    if one.status in ANSWERING:
        return [Pill("info", label), due_pill(one.answer_due_on, None, today)]
    if one.status in _QUIET:
        return [Pill("quiet", label)]
    if one.status == PetitionStatus.CONFIRMED:
        return [Pill("done", label)]
    warning = [Pill("late", "Có dấu hiệu khiếu nại, tố cáo")] if one.is_complaint and one.status in SORTING else []
    return [*warning, Pill("soon" if one.status in SORTING else "info", label)]


def due_words(one: Petition) -> str:
    """The last day for the answer in words."""
    return long_day(one.answer_due_on) if one.answer_due_on else ""


def bodies(found: Iterable[Body]) -> tuple[tuple[int, str], ...]:
    """Bodies to choose from."""
    return tuple((one.pk, one.name) for one in found)


def index(found: PetitionList, actor: Actor, today: date) -> Context:
    """One page of a list."""
    wanted, campaign = found.wanted, found.wanted.campaign_id
    labels = {
        "sorting": "Chờ phân loại", "answering": "Chờ mình trả lời", "confirming": "Đã có trả lời",
        "area": area_label(found.ground.place.name),
    }  # fmt: skip
    shown = [code for code in _TABS if found.counts.get(code) or code == wanted.state]
    return {
        "found": found,
        "rows": [(row, FIELDS.get(row.field, ""), pills(row, today)) for row in found.page],
        "sides": [
            Tab(labels[code], listing(side=code, campaign=campaign), code == found.side, count)
            for code, count in found.sides.items()
        ],
        "states": [
            Tab("Tất cả", _narrowed(found, ""), not wanted.state, found.total),
            *(
                Tab(STATE_LABELS[code], _narrowed(found, code), wanted.state == code, found.counts[code])
                for code in shown
            ),
        ],
        "hidden": [
            (name, value)
            for name, value in (
                ("xem", SIDES[found.side]), ("tinh_trang", STATES.get(wanted.state, "")), ("don_vi", wanted.place),
                ("nam", campaign), ("co_quan", wanted.body),
            )
            if value
        ],
        "fields": [(code, name, code == wanted.field) for code, name in FIELDS.items()],
        "clear_href": listing(side=found.side, campaign=campaign),
        "is_narrowed": bool(wanted.state or wanted.words or wanted.field or wanted.place or wanted.body),
        "is_long": found.total > 10,
        **_ways_on(found, actor),
        "years": _years(found),
    }  # fmt: skip


def _ways_on(found: PetitionList, actor: Actor) -> Context:
    """The buttons beside the heading, "" where the office has none."""
    campaign, level = found.wanted.campaign_id, found.ground.place.level.code
    sees = actor.may("petition:see")
    is_sorting = found.side == "sorting" and found.total and found.ground.is_running
    return {
        "sort_href": to("sort") if is_sorting else "",
        "record_href": to("record") if found.may_record and level in ("village", "commune") else "",
        "figures_href": to("figures", nam=campaign) if sees else "",
        "sheet_href": to("sheet", nam=campaign) if level in ("village", "commune") else "",
        "synthesis_href": to("synthesis", nam=campaign) if sees and level != "village" else "",
        "settings_href": to("settings") if actor.may("petition:set") else "",
    }


def _narrowed(found: PetitionList, state: str) -> str:
    wanted = found.wanted
    return listing(
        side=found.side, state=state, place=wanted.place, field=wanted.field, body=wanted.body,
        campaign=wanted.campaign_id, words=wanted.words,
    )  # fmt: skip


def _years(found: PetitionList) -> list[Tab]:
    years = found.ground.years
    return (
        [Tab(name, to("index", nam=pk), pk == found.ground.campaign.pk) for pk, name in years] if len(years) > 1 else []
    )


def show(found: PetitionPage, today: date) -> Context:
    """One petition: its words, its way up to now, what it waits for."""
    one = found.petition
    return {
        "found": found,
        "one": one,
        "sentence": "",
        "pills": pills(one, today),
        "field": FIELDS.get(one.field, ""),
        "crumbs": [*crumbs(), Link(one.code)],
        "way": [*(_point(one, line) for line in found.lines), *_now(found, today)],
        "primary": _primary(found),
        "same": [like for like in found.likes if like.is_same],
        "alike": [like for like in found.likes if not like.is_same],
    }


def _point(one: Petition, line: StepLine) -> Point:
    text = f"“{one.text}”" if line.verb == "record" and not line.text else line.text
    return Point(line.sentence, on=f"{line.at.astimezone(HANOI):%d/%m/%Y}", by=line.title, text=text)


def _now(found: PetitionPage, today: date) -> list[Point]:
    """What happens next, the last point of the way."""
    one = found.petition
    if one.status in _QUIET or one.status == PetitionStatus.CONFIRMED:
        return []
    if one.status == PetitionStatus.ANSWERED:
        return [Point(f"Chờ {one.seat.name} đọc lại cho bà con và xác nhận", state="now")]
    if one.status in SORTING:
        return [Point(f"Chờ Mặt trận {one.holder.name} phân loại, chuyển", state="now")]
    if one.waiting_since:
        return [Point("Đang tạm dừng thời hạn", state="now")]
    is_late = one.answer_due_on is not None and one.answer_due_on < today
    who = one.body.name if one.body else one.holder.name
    return [Point(f"Chờ {who} trả lời", text=f"Chậm nhất hết {due_words(one)}.", state="late" if is_late else "now")]


_FIRST = (
    ("route", "Phân loại và chuyển", "route"), ("answer", "Trả lời", "answer"),
    ("confirm", "Ghi ý kiến xác nhận", "confirm"),
)  # fmt: skip


def _primary(found: PetitionPage) -> Link | None:
    """The one next step."""
    for verb, label, name in _FIRST:
        if verb in found.verbs:
            return Link(label, to(name, found.petition.pk))
    return None


def record(found: RecordPage) -> Context:
    """The form to record."""
    return {"found": found, "crumbs": crumbs("Ghi kiến nghị"), "likes_href": to("likes")}


def sort(desk: SortingDesk, *, is_alone: bool = False) -> Context:
    """The sorting desk."""
    assert desk.petition is not None  # the view has shown another page
    one = desk.petition
    return {
        "desk": desk,
        "one": one,
        "is_alone": is_alone,
        "crumbs": [*crumbs(), Link(one.code, to("show", one.pk)), Link("Phân loại")],
        "action": to("route", one.pk) if is_alone else to("sort"),
        "skip_href": to("sort", sau=one.pk) if desk.next_id and not is_alone else "",
        "same": [like for like in desk.likes if like.is_same],
        "alike": [like for like in desk.likes if not like.is_same],
    }


def proposed(desk: SortingDesk) -> dict[str, Any]:
    """What stands filled in."""
    one, proposal = desk.petition, desk.proposal
    assert one is not None and proposal is not None  # noqa: PT018 - one is there with the other
    return {
        "pk": one.pk, "title": one.title, "field": proposal.field, "kind": proposal.kind,
        "body": proposal.body.pk if proposal.body else None, "reason": proposal.reason,
    }  # fmt: skip


def answering(one: Petition, options: AnswerOptions) -> Context:
    """The form of an answer."""
    return {
        "one": one, "petitions": (one,), "options": options, "title": f"Trả lời: {one.title}",
        "crumbs": [*crumbs(), Link(one.code, to("show", one.pk)), Link("Trả lời")],
    }  # fmt: skip


def answering_group(found: GroupPage, options: AnswerOptions) -> Context:
    """The form of one answer for a group."""
    return {
        "one": found.petitions[0], "petitions": found.petitions, "options": options,
        "title": f"Trả lời nhóm: {found.group.title}",
        "crumbs": [*crumbs(), Link(found.group.title, to("show_group", found.group.pk)), Link("Trả lời")],
    }  # fmt: skip


def group(found: GroupPage, today: date) -> Context:
    """A group: each voice, and where they were said."""
    counted: dict[int, list[Petition]] = {}
    for one in found.petitions:
        counted.setdefault(one.seat.parent_id or 0, []).append(one)
    groups = [
        tile_map.Group(
            ones[0].seat.parent.name if ones[0].seat.parent else "", "",
            [
                tile_map.Tile(
                    one.seat.name, _done(one), to("show", one.pk), is_late=_is_late(one, today),
                    note=PetitionStatus(one.status).label,
                )
                for one in ones
            ],
        )
        for ones in counted.values()
    ]  # fmt: skip
    return {
        "found": found,
        "rows": [(one, pills(one, today)) for one in found.petitions],
        "villages": len({one.seat_id for one in found.petitions}),
        "map": tile_map.draw(groups),
        "crumbs": crumbs(found.group.title),
    }


def _done(one: Petition) -> float:
    return {PetitionStatus.CONFIRMED.value: 1.0, PetitionStatus.ANSWERED.value: 0.7}.get(
        one.status, 0.4 if one.status in ANSWERING else 0.0
    )


def _is_late(one: Petition, today: date) -> bool:
    return one.status in ANSWERING and one.answer_due_on is not None and one.answer_due_on < today


def figures(found: Figures) -> Context:
    """The funnel, the ages, each unit's share."""
    place, campaign, every = found.place, found.ground.campaign, found.everything
    nam = campaign.pk if len(found.ground.years) > 1 else None
    return {
        "found": found,
        "funnel": _funnel(every, place.pk, nam),
        "ages": _ages(found.ages),
        "units": [
            (one, _href(one.pk, one.depth, nam), tally, _share(tally)) for one, tally in found.units if tally.total
        ],
        "silent": sum(not tally.total for _, tally in found.units),
        "fields": [
            (name, listing(place=place.pk, field=code or "-", campaign=nam), tally, _share(tally))
            for code, name, tally in found.fields
        ],
        "share": _share(every),
        "late_href": listing(state="late", place=place.pk, campaign=nam),
        "crumbs": [
            *crumbs(),
            *(Link(one.name, to("figures", don_vi=one.pk, nam=nam)) for one in found.above),
            Link(place.name),
        ],
    }


def _funnel(every: Tally, place: int, nam: int | None) -> str:
    """From said to confirmed, a bar a stage."""
    stages = (
        ("Đã nói", every.total, ""), ("Đã phân loại, chuyển", every.sorted, ""),
        ("Đã trả lời", every.answered, "answered"), ("Đã đọc lại cho bà con", every.read_back, ""),
        ("Bà con đã xác nhận", every.confirmed, "confirmed"),
    )  # fmt: skip
    drawn = []
    for label, count, state in stages:
        parts = [Segment(count / every.total if every.total else 0.0, "s4", f"{label}: {count}")]
        href = listing(state=state, place=place, campaign=nam) if state else ""
        drawn.append(bars.Bar(label, parts, _of(count, every.total), href))
    return bars.draw(drawn, caption="Kiến nghị từ lúc nói tới lúc bà con xác nhận")


def _ages(counts: tuple[int, ...]) -> str:
    """What is open by the days since it was said."""
    most, drawn = max([1, *counts]), []
    for number, (band, count) in enumerate(zip(AGES, counts, strict=True)):
        parts = [Segment(count / most, "s-soon" if number < 3 else "s-late", _age(band))]
        drawn.append(bars.Bar(_age(band), parts, f"{count:,}".replace(",", ".")))
    return bars.draw(drawn, caption="Kiến nghị chưa xong theo số ngày từ lúc nói")


def _href(pk: int, depth: int, nam: int | None) -> str:
    return to("figures", don_vi=pk, nam=nam) if depth < 3 else listing(place=pk, campaign=nam)


def _share(tally: Tally) -> str:
    return f"{tally.share * 100:.0f}%" if tally.share is not None else "–"


def _of(count: int, total: int) -> str:
    whole = f"{count:,}".replace(",", ".")
    return f"{whole} · {count * 100 // total}%" if total else whole


def _age(band: tuple[int, int | None]) -> str:
    youngest, oldest = band
    return f"{youngest}–{oldest} ngày" if oldest is not None else f"Trên {youngest - 1} ngày"


def sheet(found: Sheet) -> Context:
    """The answered-back sheet."""
    return {
        "found": found,
        "share": f"{found.share * 100:.0f}%" if found.share is not None else "–",
        "crumbs": crumbs("Đọc lại cho bà con"),
    }


def synthesis(found: SynthesisPage, today: date) -> Context:
    """The table now, and what was sent."""
    nam = found.ground.campaign.pk if len(found.ground.years) > 1 else None
    return {
        "found": found,
        "rows": found.synthesis.rows,
        "owed_pill": due_pill(found.owed.due_on, found.owed.fulfilled_on, today) if found.owed else None,
        "missing": [(one, due_pill(one.due_on, None, today)) for one in found.missing],
        "export_href": to("synthesis_table", don_vi=found.place.pk, nam=nam),
        "crumbs": crumbs("Tổng hợp kiến nghị"),
    }


def sent_sheet(one: SynthesisSheet) -> Context:
    """A table as it was sent."""
    rows = frozen_rows(one.table)
    return {
        "one": one,
        "rows": rows,
        "total": sum(row.total for row in rows),
        "answered": sum(row.answered for row in rows),
        "waiting": sum(row.waiting for row in rows),
        "late": sum(row.late for row in rows),
        "crumbs": [*crumbs(), Link("Tổng hợp", to("synthesis")), Link(f"Lần {one.revision}")],
    }


def settings(found: SettingsPage) -> Context:
    """The city's own settings."""
    return {"found": found, "crumbs": crumbs("Quy định của Thành phố")}
