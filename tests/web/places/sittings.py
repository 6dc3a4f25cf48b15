"""Values of the addresses of a conference that meets: the one a unit holds, planned; nothing recorded yet."""

from danban.sittings.rules import projector_token
from danban.units.models import Placement
from tests.web.places.conferences import _conference
from tests.web.places.registry import World, value

_OF_ONE = (
    "run", "open_conference", "close_conference", "blank", "step_agenda", "explain_entry", "record_opinion",
    "edit_opinion", "answer_opinion", "settle_opinion", "mark_petition", "ask_to_speak", "begin_turn", "end_turn",
    "leave_queue", "count_hands", "correct_count", "put_target", "change_target", "drop_target", "prepare_poll",
    "open_poll", "close_poll", "cancel_poll", "station", "station_ballot",
)  # fmt: skip
