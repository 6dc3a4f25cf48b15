"""Load petitions of a demonstration by the thousand: the same columns the verbs write, in a few statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction

from danban import petitionreader
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold
from danban.petitions import rules
from danban.petitions.models import Answer, Petition, PetitionKey, PetitionStep
from danban.petitions.queries.likes import areas_and_keys
from danban.petitions.queries.terms import Calendar, calendar
from danban.sittings.models import Opinion
from danban.units.models import Body, Placement

_BATCH = 2_000


@dataclass(frozen=True)
class LoadedStep:
    """One step of a way that is loaded: the verb, where it lay afterwards, the reason, the moment."""

    verb: str
    status: str
    holder: Placement
    body: Body | None
    at: datetime
    text: str = ""


@dataclass(frozen=True)
class LoadedPetition:
    """A petition as loaded: its opinion, field, where it stands, its way, its answer."""

    opinion: Opinion
    seat: Placement
    field: str
    title: str
    status: str
    steps: Sequence[LoadedStep]
    clock_from: date | None = None
    answer: Answer | None = None
    satisfaction: int | None = None
    read_back_at: datetime | None = None
    confirmed_at: datetime | None = None


@transaction.atomic
def load_petitions(
    campaign_id: int, rows: Sequence[LoadedPetition], *, actor: Actor, at: datetime
) -> int:  # fmt: skip
    """Enter them with keys, ways and answers; how many. For a machine only: raises ``NotYours``."""
    rules.check_can_remind(actor, at=at)
    days = calendar(campaign_id)
    petitions = [_petition(campaign_id, row, days) for row in rows]
    Petition.objects.bulk_create(petitions, batch_size=400)
    keys, steps, answers = [], [], []
    for row, petition in zip(rows, petitions, strict=True):
        reading = petitionreader.read(row.opinion.text)
        commune = rules.desk_of(row.seat).unit_id
        keys += [PetitionKey(petition=petition, area=area, key=key) for area, key in areas_and_keys(reading, commune)]
        steps += [_step(petition, one, campaign_id) for one in row.steps]
        if row.answer is not None:
            row.answer.petition = petition
            answers.append(row.answer)
    PetitionKey.objects.bulk_create(keys, batch_size=_BATCH)
    PetitionStep.objects.bulk_create(steps, batch_size=_BATCH)
    Answer.objects.bulk_create(answers, batch_size=_BATCH)
    record(
        actor=actor, event="petitions.loaded", subject="campaign", subject_id=campaign_id, at=at, unit_id=None,
        changes={"petitions": len(petitions)},
    )  # fmt: skip
    return len(petitions)


def _petition(campaign_id: int, row: LoadedPetition, days: Calendar) -> Petition:
    last = row.steps[-1]
    petition = Petition(
        uuid=row.opinion.uuid or uuid4(), campaign_id=campaign_id, village=row.seat, book_id=campaign_id, seat=row.seat,
        at_1=row.seat.at_1, at_2=row.seat.at_2, at_3=row.seat.at_3, source="opinion", opinion=row.opinion,
        conference_id=row.opinion.conference_id, title=row.title, text=row.opinion.text, speaker=row.opinion.speaker,
        folded=fold(f"{row.opinion.text} {row.seat.name}"), field=row.field, status=row.status, holder=last.holder,
        body=last.body, recorded_at=row.steps[0].at, clock_from=row.clock_from,
        answered_at=row.answer.answered_at if row.answer else None, confirmed_at=row.confirmed_at,
        read_back_at=row.read_back_at, satisfaction=row.satisfaction,
    )  # fmt: skip
    if row.clock_from is not None:
        terms = days.terms_on(row.clock_from)
        petition.acknowledge_due_on = rules.acknowledge_due(row.clock_from, terms, days.office).due_on
        due = rules.answer_due(row.clock_from, terms, days.office, today=row.clock_from)
        petition.answer_due_on = due.due_on
    return petition


def _step(petition: Petition, one: LoadedStep, campaign_id: int) -> PetitionStep:
    return PetitionStep(
        petition=petition, verb=one.verb, status=one.status, holder=one.holder, body=one.body, book_id=campaign_id,
        text=one.text, at=one.at,
    )  # fmt: skip
