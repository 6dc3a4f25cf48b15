"""The settings of sign-in through another authority."""

import os
import subprocess
import sys
from typing import Any

import pytest

from danban.config.authority import Authority, from_environment
from danban.config.environment import Environment

SERVER = "https://xac-thuc.example.vn/realms/cong-dan"


def _environment(**values: Any) -> Environment:
    return Environment(**values)


def test_without_a_server_there_is_no_such_way_in() -> None:
    known = from_environment(_environment())

    assert known == Authority()
    assert (known.is_on, known.origins, known.apps) == (False, [], [])


def test_a_server_is_known_by_its_address_and_what_it_gave_us() -> None:
    known = from_environment(
        _environment(
            oidc_server_url=f"{SERVER}/", oidc_client_id="dan-ban", oidc_client_secret="khóa", oidc_name="VNeID",
            oidc_scope="openid phone", oidc_phone_claim="sdt", oidc_trusted_claims="sdt, email ,",
        )
    )  # fmt: skip

    assert known.is_on
    assert known.origins == ["https://xac-thuc.example.vn"]
    assert (known.phone_claim, known.email_claim) == ("sdt", "email")
    assert known.trusted_claims == {"sdt", "email"}
    app = known.apps[0]
    assert (app["client_id"], app["secret"], app["name"]) == ("dan-ban", "khóa", "VNeID")
    assert app["settings"] == {"server_url": SERVER, "oauth_pkce_enabled": True, "scope": ["openid", "phone"]}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"oidc_server_url": "http://xac-thuc.example.vn", "oidc_client_id": "x"}, "https://"),
        ({"oidc_server_url": "xac-thuc.example.vn", "oidc_client_id": "x"}, "https://"),
        ({"oidc_server_url": SERVER}, "DANBAN_OIDC_CLIENT_ID"),
    ],
)
def test_what_cannot_be_trusted_is_refused_at_the_start(values: dict[str, str], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        from_environment(_environment(**values))


def test_a_provider_on_this_very_machine_needs_no_https() -> None:
    known = from_environment(_environment(oidc_server_url="http://127.0.0.1:9000", oidc_client_id="x"))

    assert known.origins == ["http://127.0.0.1:9000"]


@pytest.mark.parametrize(("server", "lead_to"), [("", ["'self'"]), (SERVER, ["'self'", "https://xac-thuc.example.vn"])])
def test_forms_may_lead_to_the_authority_only_when_there_is_one(server: str, lead_to: list[str]) -> None:
    program = (
        "from danban.config import settings as s;"
        "print(*s.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'], s.SECOND_FACTOR)"
    )
    env = {**os.environ, "DANBAN_OIDC_SERVER_URL": server, "DANBAN_OIDC_CLIENT_ID": "x", "DANBAN_DEMO": ""}
    env.pop("DANBAN_SECOND_FACTOR", None)
    env.pop("DANBAN_DEMO")

    said = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True)

    assert said.stdout.split() == [*lead_to, "city"]


def test_a_demonstration_demands_no_second_factor_of_anybody() -> None:
    program = "from danban.config import settings as s; print(s.SECOND_FACTOR)"
    env = {**os.environ, "DANBAN_DEMO": "1", "DANBAN_SECOND_FACTOR": "city"}

    said = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "off"
