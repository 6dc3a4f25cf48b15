"""One thing owed, read in full: what, by when, why, and how it stands today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from danban.campaigns.models import Obligation
from danban.campaigns.queries import steps_to_days
from danban.campaigns.rules.timeliness import Timeliness, timeliness_of


@dataclass(frozen=True)
class Owed:
    """An obligation with its reason: ``clause_path`` and ``steps`` answer "Vì sao?".

    ``body`` names who does it; ``is_of_body``: that one body owes it, not the unit as a whole.
    """

    pk: int
    campaign_id: int
    name: str
    short: str
    kind_code: str
    kind_position: int
    body: str
    is_of_body: bool
    occurrence: int
    starts_on: date | None
    due_on: date | None
    fulfilled_on: date | None
    excused_on: date | None
    clause_path: str
    clause_title: str
    steps: tuple[str, ...]
    timeliness: Timeliness


@dataclass(frozen=True)
class Pile:
    """What one unit owes, sorted by how it stands; each part with the nearest day first.

    ``done`` holds what is settled: done, done late, or excused by the unit above.
    """

    late: tuple[Owed, ...]
    soon: tuple[Owed, ...]
    current: tuple[Owed, ...]
    coming: tuple[Owed, ...]
    undated: tuple[Owed, ...]
    done: tuple[Owed, ...]

    @property
    def open(self) -> tuple[Owed, ...]:
        """Everything not done yet, the most pressing first."""
        return self.late + self.soon + self.current + self.coming + self.undated

    @property
    def everything(self) -> tuple[Owed, ...]:
        """All of it in the plan's order."""
        return tuple(sorted(self.open + self.done, key=lambda owed: (owed.kind_position, owed.pk)))

    @property
    def next(self) -> Owed | None:
        """The one thing to do now; None where nothing is open yet."""
        return next(iter(self.late + self.soon + self.current), None)


def list_owed(obligations: QuerySet[Obligation], today: date) -> list[Owed]:
    """What a query finds, the nearest day first; two queries."""
    found = obligations.select_related("kind__clause", "kind__body_kind", "body")
    rows = list(found.order_by(F("due_on").asc(nulls_last=True), "kind__position", "pk"))
    steps = steps_to_days(rows)
    return [owed_of(row, today, steps[row.pk]) for row in rows]


def pile_of(rows: Iterable[Owed]) -> Pile:
    """Sort what is owed by how it stands."""
    parts: dict[Timeliness, list[Owed]] = {kind: [] for kind in Timeliness}
    for row in rows:
        parts[row.timeliness].append(row)
    done = parts[Timeliness.DONE] + parts[Timeliness.DONE_LATE] + parts[Timeliness.EXCUSED]
    return Pile(
        late=tuple(parts[Timeliness.LATE]),
        soon=tuple(parts[Timeliness.SOON]),
        current=tuple(parts[Timeliness.CURRENT]),
        coming=tuple(parts[Timeliness.COMING]),
        undated=tuple(parts[Timeliness.UNDATED]),
        done=tuple(
            sorted(done, key=lambda owed: (owed.fulfilled_on or owed.excused_on or date.min, owed.pk), reverse=True)
        ),
    )


def _body_of(row: Obligation) -> str:
    """Which body does it: the one that owes it, else the kind of body its kind names."""
    if row.body:
        return row.body.name
    return row.kind.body_kind.short if row.kind.body_kind else ""


def owed_of(row: Obligation, today: date, steps: Iterable[str] | None = None) -> Owed:
    """One obligation in full; needs its kind, clause and bodies loaded.

    ``steps`` are the sentences that explain its day. Without them those of its kind: right for what one body owes,
    since no unit sets days for that.
    """
    kind = row.kind
    return Owed(
        pk=row.pk,
        campaign_id=row.campaign_id,
        name=kind.name,
        short=kind.short,
        kind_code=kind.code,
        kind_position=kind.position,
        body=_body_of(row),
        is_of_body=row.body_id is not None,
        occurrence=row.occurrence,
        starts_on=row.starts_on,
        due_on=row.due_on,
        fulfilled_on=row.fulfilled_on,
        excused_on=row.excused_on,
        clause_path=kind.clause.path,
        clause_title=kind.clause.title,
        steps=tuple(row.kind.steps if steps is None else steps),
        timeliness=timeliness_of(
            starts_on=row.starts_on,
            due_on=row.due_on,
            fulfilled_on=row.fulfilled_on,
            excused_on=row.excused_on,
            today=today,
        ),
    )
