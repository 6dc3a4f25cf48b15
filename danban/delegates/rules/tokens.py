"""The token a recording phone carries, signed: its row, its conference, a secret. Never in a query or a log."""

from django.core.signing import BadSignature, Signer

from danban.delegates.models import Device
from danban.delegates.rules.presence import NO_SUCH_DEVICE
from danban.kit.refusals import NotFound

_SIGNER = Signer(salt="danban.delegates.device", sep="~")
_LONGEST = 200


def device_token(device: Device) -> str:
    """What the phone is shown once, in the part of the address behind "#"."""
    return _SIGNER.sign(f"{device.pk}.{device.conference_id}.{device.secret}")


def read_device_token(token: object) -> tuple[int, int, str]:
    """Device id, conference id and secret in a token whose signature holds; raises ``NotFound``."""
    if not isinstance(token, str) or len(token) > _LONGEST:
        raise NotFound(NO_SUCH_DEVICE)
    try:
        number, conference, secret = _SIGNER.unsign(token).split(".")
        return int(number), int(conference), secret
    except (BadSignature, ValueError):
        raise NotFound(NO_SUCH_DEVICE) from None
