"""The address of a conference's projector page: signed, so nobody guesses another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.signing import BadSignature, Signer
from django.urls import reverse

if TYPE_CHECKING:
    from danban.conferences.models import Conference

_SIGNER = Signer(salt="danban.sittings.wall", sep="~")


def projector_address(conference: Conference) -> str:
    """The page for the hall's screen; no sign-in, no names of voters."""
    return reverse("meeting:projector:show", args=(_SIGNER.sign(str(conference.pk)),))


def conference_of(signed: str) -> int | None:
    """The conference of an address whose signature holds, else None."""
    try:
        return int(_SIGNER.unsign(signed))
    except (BadSignature, ValueError):
        return None
