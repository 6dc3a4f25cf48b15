"""Bodies are read by their whole names, however the sentence goes on."""

import pytest

from danban.planreader.actors import subject
from danban.units import shipped

NAMES = sorted(
    {
        body.name_for("Thành phố Hà Nội", unit_kind="thanh_pho", kind_name="Thành phố")
        for body in shipped.scheme("hanoi-2023").bodies_of("city")
        if body.kind != "steering_committee"  # its name holds a verb; plans put that part in quotation marks
    }
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rest", [", theo chức năng, phối hợp kiểm tra ở cơ sở.", " phối hợp, kiểm tra ở cơ sở."])
def test_a_body_of_the_city_is_named_to_its_end(name: str, rest: str) -> None:
    named, _ = subject(name + rest)

    assert " - ".join(named) == name
