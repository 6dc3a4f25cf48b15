"""People are named one by one; a household sends one; nothing but name, group, household, phone is kept."""

import pytest

from danban.conferences.models import Conference
from danban.delegates import actions
from danban.delegates.models import Delegate
from danban.delegates.rules import DelegateSheet
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.delegates.factories import HEAD, ROOMS, named
from tests.delegates.factories_presence import household


def test_a_person_stands_on_the_list_with_a_phone_in_one_form(cast: Cast, one: Conference) -> None:
    person = named(cast, one, "  Nguyễn  Thị Hạnh ", phone="0912 345 678")

    assert (person.full_name, person.phone, person.folded) == ("Nguyễn Thị Hạnh", "+84912345678", "nguyen thi hanh")
    assert last_event()[0] == "delegate.named"


def test_a_household_sends_one(cast: Cast, one: Conference) -> None:
    home = household(one.placement, 7)
    named(cast, one, household_id=home.pk)
    with no_trace(*ROOMS), pytest.raises(BadInput, match="Mỗi hộ một người"):
        named(cast, one, "Trần Văn Hai", household_id=home.pk)


def test_a_household_of_another_village_is_refused(cast: Cast, one: Conference) -> None:
    home = household(cast.places["00001.02"], 7)
    with no_trace(*ROOMS), pytest.raises(BadInput, match="sổ hộ"):
        named(cast, one, household_id=home.pk)


@pytest.mark.parametrize(
    "sheet", [DelegateSheet(" "), DelegateSheet("A", "x"), DelegateSheet("A", "other"), DelegateSheet("A", phone="12")]
)
def test_odd_people_are_refused(cast: Cast, one: Conference, sheet: DelegateSheet) -> None:
    with no_trace(*ROOMS), pytest.raises(BadInput):
        actions.name_delegate(one.pk, sheet=sheet, actor=cast.actors[HEAD], at=AT)


def test_only_whoever_holds_it_names(cast: Cast, one: Conference) -> None:
    for who, refusal in (("truc_bach", NotFound), ("ba_dinh", NotYours)):
        with no_trace(*ROOMS), pytest.raises(refusal):
            actions.name_delegate(one.pk, sheet=DelegateSheet("A"), actor=cast.actors[who], at=AT)
    assert not Delegate.objects.exists()
