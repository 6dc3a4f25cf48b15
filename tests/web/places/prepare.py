"""Values of the addresses of preparing: an item of the agenda of a unit's conference, a prepared paper of it."""

from danban.campaigns.models import Obligation
from danban.conferences.actions import ask_paper, draft_agenda
from danban.conferences.models import AgendaEntry, PreparedPaper
from danban.conferences.rules import Asking
from danban.kit.actor import machine
from danban.units.models import Placement
from tests.cast import AT
from tests.web.places import conferences
from tests.web.places.registry import World, value

_OF_ONE = (
    "agenda", "draft_agenda", "edit_agenda", "agree_agenda", "note_entry", "print_agenda", "blank_agenda",
    "agenda_file", "name_officers", "list_guests", "ask_paper", "hand_in_paper", "drop_paper", "paper_file",
    "summary_copy", "summary_file",
)  # fmt: skip
_ACTOR = machine("prepare", "conference:prepare", "conference:see")

value("pk", *(f"desk:conferences:{name}" for name in _OF_ONE))(conferences._conference)


@value("kind", "desk:conferences:agenda_file", "desk:conferences:summary_file", anywhere=True)
def _kind(world: World, place: Placement) -> str:
    return "docx"


@value("entry", "desk:conferences:note_entry")
def _entry(world: World, place: Placement) -> int:
    pk = conferences._conference(world, place)
    if not pk:
        return 0
    world.once(("agenda", pk), lambda: draft_agenda(pk, actor=_ACTOR, at=AT))
    return AgendaEntry.objects.filter(conference_id=pk).order_by("position")[0].pk


@value("paper", *(f"desk:conferences:{name}" for name in ("hand_in_paper", "drop_paper", "paper_file")))
def _paper(world: World, place: Placement) -> int:
    pk = conferences._conference(world, place)
    if not pk:
        return 0
    paper: PreparedPaper = world.once(
        ("paper", pk), lambda: ask_paper(pk, asking=Asking("Chi hội Phụ nữ", "Rác"), actor=_ACTOR, at=AT)
    )
    return paper.pk


@value("pk", "desk:conferences:agenda_of_duty")
def _duty(world: World, place: Placement) -> int:
    """Districts and the top owe no conference: there it is a duty nothing has."""
    conferences._conference(world, place)
    owed = Obligation.objects.filter(campaign=world.campaign, placement=place, kind__code="conference").first()
    return owed.pk if owed else 0
