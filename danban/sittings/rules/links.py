"""Links that open without signing in: the projector of a conference, the ballot of one person present.

They are signed by the installation's key and name a row; nobody can guess another one.
"""

from django.core import signing

from danban.kit.refusals import NotFound

_SCREEN, _BALLOT = "danban.sittings.screen", "danban.sittings.ballot"


def screen_token(conference_id: int) -> str:
    """What the projector's link carries."""
    return signing.Signer(salt=_SCREEN).sign(conference_id)


def screen_of(token: str) -> int:
    """The conference a projector's link is for; raises ``NotFound``."""
    return _read(token, _SCREEN)


def ballot_token(attendance_id: int) -> str:
    """What the link of one person present carries, for every vote of that conference."""
    return signing.Signer(salt=_BALLOT).sign(attendance_id)


def ballot_of(token: str) -> int:
    """The presence a ballot's link is for; raises ``NotFound``."""
    return _read(token, _BALLOT)


def _read(token: str, salt: str) -> int:
    try:
        return int(signing.Signer(salt=salt).unsign(token))
    except (signing.BadSignature, ValueError):
        raise NotFound("Liên kết này không đúng. Hãy xin lại liên kết ở bàn thư ký.") from None
