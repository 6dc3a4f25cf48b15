"""Who signs for a body is named by its own unit."""

from datetime import date
from typing import Any

import pytest

from danban.audit.models import Entry
from danban.documents.models import Signer
from danban.documents.queries import signers_of
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.cast import TODAY, Cast
from tests.documents.factories import chair


def test_the_office_names_who_signs_and_the_first_by_rank_is_proposed(cast: Cast) -> None:
    actor, front = cast.actors["phuc_xa"], cast.bodies["00001", "front_committee"].pk
    chair(cast, actor=actor, rank=1)
    deputy = chair(
        cast, actor=actor, full_name="  Lưu   Thị Hòa ", position="Phó Chủ tịch", power="kt", head_position="Chủ tịch"
    )

    assert deputy.full_name == "Lưu Thị Hòa"
    assert [signer.full_name for signer in signers_of(front, on=TODAY)] == ["Lưu Thị Hòa", "Trịnh Văn Sơn"]
    assert signers_of(front, on=date(2021, 12, 31)) == []
    assert Entry.objects.filter(event="signer.named").count() == 2


def test_a_second_click_names_nobody_twice(cast: Cast) -> None:
    assert chair(cast, actor=cast.actors["phuc_xa"]) == chair(cast, actor=cast.actors["phuc_xa"])
    assert Signer.objects.count() == 1


def test_the_commune_names_who_signs_in_its_villages(cast: Cast) -> None:
    signer = chair(
        cast, "00001.01", "front_work_committee", actor=cast.actors["phuc_xa"], position="Trưởng ban", power="own"
    )

    assert signer.body_id == cast.bodies["00001.01", "front_work_committee"].pk


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("truc_bach", NotFound), ("ba_dinh", NotYours), ("head_of_group_1", NotFound), ("culture_department", NotYours)],
)
def test_nobody_else_names_the_signers_of_phuc_xa(cast: Cast, who: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        chair(cast, actor=cast.actors[who])

    assert not Signer.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"full_name": "  "}, "full_name"),
        ({"position": ""}, "position"),
        ({"power": "xx"}, "power"),
        ({"power": "kt"}, "head_position"),
        ({"full_name": "N" * 121}, "full_name"),
        ({"ends_on": date(2021, 1, 1)}, "ends_on"),
        ({"account_id": 987654}, "account"),
    ],
)
def test_what_is_typed_wrongly_is_said_at_its_field(cast: Cast, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as refusal:
        chair(cast, actor=cast.actors["phuc_xa"], **changed)

    assert field in refusal.value.problems
    assert not Signer.objects.exists()


def test_a_body_that_is_not_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        chair(cast, body_id=987654)
