"""Record a petition: what somebody said, typed by staff, entered from paper or sent from the portal."""

import dataclasses
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from danban import petitionreader
from danban.campaigns.models import Campaign
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.vietnamese import fold, nfc, squeeze
from danban.petitions import rules
from danban.petitions.actions.keys import key_rows
from danban.petitions.actions.steps import write_step
from danban.petitions.models import Petition, PetitionKey
from danban.petitions.states import PETITION, Kind, Source
from danban.sittings.models import Opinion
from danban.units.models import Placement


@dataclasses.dataclass(frozen=True)
class PetitionSheet:
    """A petition as it is typed. ``uuid`` is made by the page: sending it again is harmless.

    ``speaker`` is "" for anonymous; ``may_name``: the speaker agrees to be named to the body that answers.
    """

    text: str
    kind: str = Kind.PETITION
    speaker: str = ""
    may_name: bool = False
    field: str = ""
    source: str = Source.TYPED
    item: str = ""
    uuid: UUID = dataclasses.field(default_factory=uuid4)


@transaction.atomic
def record_petition(
    campaign_id: int, placement_id: int, *, sheet: PetitionSheet, actor: Actor, at: datetime
) -> Petition:  # fmt: skip
    """Enter what was said in a village or a commune; it lies with the Front of the commune for sorting.

    Raises ``NotFound`` (outside the own area), ``NotYours``, ``NotNow`` (a closed year) or ``BadInput``.
    """
    campaign = Campaign.objects.defer("plan_text").filter(pk=campaign_id).first()
    places = Placement.objects.select_related("parent__parent", "level")
    place = places.filter(pk=placement_id, tree_id=campaign.tree_id if campaign else 0).first()
    if campaign is None or place is None:
        raise NotFound
    rules.check_can_record(actor, campaign, place, at=at)
    rules.check_text(sheet.text)
    rules.check_kind(sheet.kind)
    if sheet.field:
        rules.check_field(sheet.field)
    if there := Petition.objects.filter(uuid=sheet.uuid).first():
        return there
    return enter(campaign, place, (sheet, None), actor, at)


def enter(
    campaign: Campaign, place: Placement, said: tuple[PetitionSheet, Opinion | None], actor: Actor, at: datetime
) -> Petition:
    """Write a petition with its keys and first step; the caller has checked."""
    sheet, opinion = said
    reading = petitionreader.read(sheet.text)
    petition = Petition.objects.create(
        uuid=sheet.uuid, campaign=campaign, village=place, book=campaign, seat=place,
        at_1=place.at_1, at_2=place.at_2, at_3=place.at_3, source=sheet.source, opinion=opinion,
        conference_id=opinion.conference_id if opinion else None, item=squeeze(sheet.item)[:200],
        kind=sheet.kind, title=rules.title_of(sheet.text), text=nfc(sheet.text).strip(),
        speaker=squeeze(sheet.speaker)[:160], may_name=sheet.may_name, folded=fold(f"{sheet.text} {place.name}"),
        field=sheet.field, is_complaint=reading.is_complaint, status=PETITION.start.value, holder=rules.desk_of(place),
        recorded_at=at,
    )  # fmt: skip
    PetitionKey.objects.bulk_create(key_rows(petition, reading, commune=rules.desk_of(place).unit_id))
    write_step(petition, "record", "", actor, at)
    return petition
