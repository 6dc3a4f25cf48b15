"""The link of a hall's projector opens without signing in; it is signed, so nobody guesses another's."""

from django.core import signing

from danban.kit.refusals import NotFound

_SIGNER = signing.Signer(salt="danban.sittings.projector", sep="~")


def projector_token(conference_id: int) -> str:
    """What the projector's link carries."""
    return _SIGNER.sign(str(conference_id))


def conference_of(token: str) -> int:
    """The conference a projector's link is for; raises ``NotFound``."""
    try:
        return int(_SIGNER.unsign(token))
    except (signing.BadSignature, ValueError):
        raise NotFound("Liên kết này không đúng. Hãy xin lại liên kết ở bàn thư ký.") from None
