"""Seal what the diary has gained since the last time, then check the whole chain. Runs daily."""

from datetime import datetime

from django.db import IntegrityError

from danban.audit.actions import seal_diary, verify_diary
from danban.audit.queries import Verdict
from danban.kit.actor import machine
from danban.kit.refusals import NotNow


def run(*, at: datetime) -> tuple[int, Verdict]:
    """How many entries were sealed, and whether the chain holds.

    Raises ``NotNow`` when another sealing is under way: the chain cannot fork.
    """
    try:
        sealed = seal_diary(at=at)
    except IntegrityError as error:
        raise NotNow("Nhật ký đang được niêm phong ở một tiến trình khác. Hãy chạy lại sau ít phút.") from error
    return sealed, verify_diary(actor=machine("seal-diary", "diary:see"), at=at)
