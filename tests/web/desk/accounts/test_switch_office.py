"""Acting for one office or another."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from danban.accounts.models import Appointment
from tests.accounts.factories import make_appointment
from tests.cast import Cast
from tests.web.entering import PAGE, enter

ADDRESS = "/vi-tri/doi/"


def _second(cast: Cast) -> Appointment:
    return make_appointment(cast.places["00004.01"].unit, account=cast.people["phuc_xa"])


def test_a_person_with_two_offices_starts_with_the_older_and_switches(cast: Cast) -> None:
    second = _second(cast)
    client = enter(cast, "phuc_xa")

    assert client.get(PAGE).context["office"] == cast.offices["phuc_xa"]
    answer = client.post(ADDRESS, {"office": second.pk})

    assert (answer.status_code, answer["Location"]) == (302, "/viec-cua-toi/")
    page = client.get(PAGE)
    assert page.context["office"] == second
    assert page.context["actor"].unit_id == second.unit_id


def test_only_an_office_held_today_can_be_switched_to(cast: Cast) -> None:
    over = _second(cast)
    over.ends_on = timezone.localdate() - timedelta(days=1)
    over.save()
    client = enter(cast, "phuc_xa")

    for office in (over.pk, cast.offices["mrs_ha"].pk, "x", ""):
        assert client.post(ADDRESS, {"office": office}).status_code == 404
    assert client.get(PAGE).context["office"] == cast.offices["phuc_xa"]


def test_when_the_office_acted_for_ends_the_next_page_is_another_office(cast: Cast) -> None:
    second = _second(cast)
    client = enter(cast, "phuc_xa")
    client.post(ADDRESS, {"office": second.pk})

    Appointment.objects.filter(pk=second.pk).update(ends_on=timezone.localdate() - timedelta(days=1))

    assert client.get(PAGE).context["office"] == cast.offices["phuc_xa"]


def test_who_holds_no_office_is_told_what_to_do(cast: Cast) -> None:
    client = enter(cast, "stranger")

    refused = client.get("/nguoi/")

    assert refused.status_code == 403
    assert "Hôm nay bạn chưa giữ vị trí nào" in refused.content.decode()
    assert "Ban Phong trào" in refused.content.decode()
    assert client.get(PAGE).status_code == 200
    assert client.post("/dang-xuat/").status_code == 302


def test_a_form_opened_for_one_office_is_refused_while_acting_for_another(cast: Cast) -> None:
    client = enter(cast, "mrs_ha")

    refused = client.post("/nguoi/them/", {"office_id": "1000000"})

    assert refused.status_code == 409


def test_finding_out_who_acts_costs_four_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """Session and person by Django, offices and places by us."""
    _second(cast)
    client = enter(cast, "phuc_xa")
    bare = "/tai-khoan/ma-du-phong/"  # leads on without a page to draw
    client.get(bare)

    with django_assert_num_queries(4):
        client.get(bare)


def test_who_is_signed_out_costs_nothing(
    client: Client, db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/khong-co/")

    with django_assert_num_queries(0):
        client.get("/khong-co/")
