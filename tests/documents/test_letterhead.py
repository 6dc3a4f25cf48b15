"""What stands at the head of a body's papers."""

from datetime import date

import pytest

from danban.documents.queries import letterhead
from danban.kit.refusals import NotFound
from danban.papers.paper import Profile
from danban.units.models import Body, BodyKind
from tests.cast import TODAY, Cast


@pytest.mark.parametrize(
    ("code", "kind", "profile", "above", "place"),
    [
        ("00001", "peoples_committee", Profile.STATE, "Ủy ban nhân dân Quận Ba Đình", "Phúc Xá"),
        ("00001", "front_committee", Profile.FRONT, "Ủy ban MTTQ Việt Nam Quận Ba Đình", "Phúc Xá"),
        ("001", "peoples_committee", Profile.STATE, "Ủy ban nhân dân Thành phố Hà Nội", "Ba Đình"),
        ("01", "peoples_committee", Profile.STATE, "", "Hà Nội"),
        ("00001.01", "front_work_committee", Profile.VILLAGE, "Ủy ban MTTQ Việt Nam Phường Phúc Xá", "Phúc Xá"),
    ],
)
def test_a_body_stands_under_the_one_above_it(
    cast: Cast, code: str, kind: str, profile: Profile, above: str, place: str
) -> None:
    head = letterhead([cast.bodies[code, kind].pk], on=TODAY)

    assert (head.profile, head.issuers[0].superior, head.place) == (profile, above, place)


def test_two_bodies_that_issue_together_stand_side_by_side_without_the_ones_above(cast: Cast) -> None:
    bodies = [cast.bodies["00001", kind] for kind in ("peoples_committee", "front_committee")]

    head = letterhead([body.pk for body in bodies], on=TODAY)

    assert head.profile is Profile.JOINT
    assert [(issuer.name, issuer.superior) for issuer in head.issuers] == [(body.name, "") for body in bodies]


def test_a_standing_committee_writes_under_the_name_of_its_front(cast: Cast) -> None:
    front = cast.bodies["00001", "front_committee"]
    kind = BodyKind.objects.create(code="front_standing_committee", name="Ban Thường trực", short="BTT")
    standing = Body.objects.create(
        unit=front.unit, kind=kind, parent=front, name="Ban Thường trực", folded="", starts_on=date(2020, 1, 1)
    )

    head = letterhead([standing.pk], on=TODAY)

    assert (head.issuers[0].name, head.issuers[0].superior) == (front.name, "Ủy ban MTTQ Việt Nam Quận Ba Đình")


def test_a_place_named_by_a_figure_keeps_its_kind(cast: Cast) -> None:
    place = cast.places["00001"]
    place.name = "Phường 1"
    place.save(update_fields=["name"])

    assert letterhead([cast.bodies["00001", "front_committee"].pk], on=TODAY).place == "Phường 1"


def test_a_body_that_is_not_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        letterhead([987654], on=TODAY)
