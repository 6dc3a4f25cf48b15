"""Before any page: methods, headers and hosts. What is not taken is refused on a designed page."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.web.access import known_addresses
from tests.web.entering import PAGE, enter
from tests.web.places import World


def test_every_address_says_which_methods_it_takes(cast: Cast) -> None:
    world, client, place = World(cast), enter(cast, "mrs_ha"), cast.places["01"]
    taken = []
    for name, asked in known_addresses().items():
        address = reverse(name, kwargs={value: world.value(name, value, place) for value in asked})
        with transaction.atomic():
            if client.put(address).status_code != 405:
                taken.append(name)
            transaction.set_rollback(True)

    assert taken == []


def test_an_address_that_only_takes_forms_is_refused_on_a_page_of_ours(cast: Cast) -> None:
    answer = enter(cast, "mrs_ha").get("/dang-xuat/")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "chỉ làm được bằng nút bấm" in answer.content.decode()


@pytest.mark.parametrize("address", [PAGE, "/khong-co/", "/viec-cua-toi/", "/dang-xuat/"])
def test_pages_of_a_person_signed_in_stay_in_no_cache(cast: Cast, address: str) -> None:
    assert "no-store" in enter(cast, "mrs_ha").get(address)["Cache-Control"]


def test_a_foreign_host_is_refused_on_a_page_of_ours(client: Client) -> None:
    answer = client.get("/dang-nhap/", headers={"host": "kẻ-lạ.example".encode().decode("latin-1")})

    assert answer.status_code == 400
    assert "Máy chủ không hiểu yêu cầu" in answer.content.decode()


def test_a_form_without_its_token_is_told_so_and_not_that_it_is_somebody_elses_work() -> None:
    answer = Client(enforce_csrf_checks=True).post("/dang-nhap/", {})

    assert answer.status_code == 403
    assert "Mẫu này không còn gửi được" in answer.content.decode()
    assert "không thuộc vị trí" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/dang-nhap/", "/khong-co/", PAGE, "/tinh/khong-co.css"])
def test_every_answer_carries_its_safeguards(client: Client, address: str) -> None:
    answer = client.get(address)

    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "address", ["/nguoi/{}/", "/nguoi/{}/giao/", "/viec/{}/", "/nam/{}/", "/ke-hoach/ban-nhap/{}/"]
)
def test_a_number_no_table_can_hold_is_nobodys_page(cast: Cast, address: str) -> None:
    client = enter(cast, "mrs_ha")

    for number in (2**63 - 1, 2**63, 10**30):
        assert client.get(address.format(number)).status_code == 404
