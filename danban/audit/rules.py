"""How the chain is linked, and who may read the diary."""

import hashlib
from datetime import datetime

from danban.kit.actor import Actor

GENESIS = "0" * 64


def chain_link(previous: str, canonical: str) -> str:
    """The next link: SHA-256 over the previous link and the sealed text."""
    return hashlib.sha256(f"{previous}\n{canonical}".encode()).hexdigest()


def check_can_see(actor: Actor, *, at: datetime) -> None:
    """Only offices that watch over the diary may read it."""
    actor.check_may(
        "diary:see", "Nhật ký chỉ mở cho vị trí được giao kiểm tra ở cấp Thành phố. Hãy gửi yêu cầu về Ban Phong trào."
    )


def check_can_verify(actor: Actor, *, at: datetime) -> None:
    """Who may read the diary may also check its chain."""
    check_can_see(actor, at=at)
