"""Django's way to ask who somebody is: by e-mail or phone, with a password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from danban.accounts import queries

if TYPE_CHECKING:
    from danban.accounts.models import Account


class EmailOrPhone(BaseBackend):
    """Takes as long for an unknown person as for a wrong password, so that neither can be told apart."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002
        identifier: str = "",
        password: str = "",
        **_: Any,
    ) -> Account | None:
        """The account if the password is right and the account is not locked, else None."""
        account = queries.account_by_identifier(identifier)
        if account is None:
            make_password(password)
            return None
        return account if account.check_password(password) and account.is_active else None

    def get_user(self, user_id: int) -> Account | None:
        """The person of a session, unless locked out since."""
        return queries.active_account(user_id)
