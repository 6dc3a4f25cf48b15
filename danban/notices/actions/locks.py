"""Lock a notice before anything becomes of it."""

from danban.kit.refusals import NotFound
from danban.notices.models import Notice


def lock_notice(notice_id: int) -> Notice:
    """A notice, locked; raises ``NotFound``."""
    notice = Notice.objects.select_for_update(of=("self",)).filter(pk=notice_id).first()
    if notice is None:
        raise NotFound
    return notice
