"""Who may read, send again or stop a notice. What a person was told is theirs; the outbox belongs to the city."""

from datetime import datetime, time

from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from danban.notices.states import NOTICE, Channel, NoticeStatus

_NOT_YOUR_OUTBOX = "Tin đã gửi do Ban Phong trào, Ủy ban MTTQ Thành phố và UBND Thành phố theo dõi."
_ONLY_THE_MACHINE = "Tin chờ gửi do máy chủ tự gửi mỗi phút một lượt."


def check_can_mark_read(actor: Actor, notice: Notice, *, at: datetime) -> None:
    """A person reads what they were told; anybody else does not know of it."""
    if actor.user_id is None or notice.account_id != actor.user_id:
        raise NotFound


def check_can_mark_all_read(actor: Actor, *, at: datetime) -> None:
    """Whoever is signed in has an inbox."""
    if actor.user_id is None:
        raise NotYours("Hãy đăng nhập để xem hộp tin của mình.")


def check_can_set_preference(actor: Actor, *, at: datetime) -> None:
    """Everybody chooses for themselves and for nobody else."""
    if actor.user_id is None:
        raise NotYours("Hãy đăng nhập để chọn cách nhận tin.")


def check_ways(*, by_sms: bool, has_mobile: bool, by_email: bool, has_email: bool) -> None:
    """A way is chosen only where it leads somewhere; raises ``BadInput`` naming each that does not."""
    problems = {}
    if by_email and not has_email:
        problems["by_email"] = "Tài khoản của bạn chưa có địa chỉ thư điện tử."
    if by_sms and not has_mobile:
        problems["by_sms"] = "Tài khoản của bạn chưa có số di động nhận được tin nhắn."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def check_quiet_hours(quiet_from: time, quiet_to: time) -> None:
    """Quiet hours leave half a day in which people can be reached; raises ``BadInput`` on ``quiet_to``."""
    minutes = (quiet_to.hour - quiet_from.hour) * 60 + quiet_to.minute - quiet_from.minute
    if minutes % (24 * 60) > 12 * 60:
        sentence = "Giờ yên lặng dài nhất 12 tiếng, để tin còn đến được trong ngày."
        raise BadInput(sentence, {"quiet_to": sentence})


def check_can_see_outbox(actor: Actor, *, at: datetime) -> None:
    """The outbox is that of the whole installation: for those who see to it that notices leave."""
    actor.check_may("outbox:see", _NOT_YOUR_OUTBOX)


def check_can_retry(actor: Actor, notice: Notice, *, at: datetime) -> None:
    """What could not be sent may be tried again."""
    check_can_see_outbox(actor, at=at)
    NOTICE.target("retry", notice.status)


def check_can_cancel(actor: Actor, notice: Notice, *, at: datetime) -> None:
    """What has not been sent may be stopped, unless it leaves inside the mail of the day."""
    check_can_see_outbox(actor, at=at)
    NOTICE.target("cancel", notice.status)
    if notice.gathered_in_id is not None:
        raise NotNow("Tin này đã gộp vào thư trong ngày. Hãy hủy thư gộp nếu cần.")


def check_can_send_waiting(actor: Actor, *, at: datetime) -> None:
    """Only the timed job sends."""
    if not actor.is_machine:
        raise NotYours(_ONLY_THE_MACHINE)


def check_can_gather_waiting(actor: Actor, *, at: datetime) -> None:
    """Only the timed job gathers."""
    check_can_send_waiting(actor, at=at)


def check_can_send(notice: Notice, *, at: datetime) -> None:
    """What waits, or was given up while its mail was on the way, counts as sent once it has left."""
    _check_leaves(notice)
    NOTICE.target("send", notice.status)


def check_can_fail(notice: Notice, *, at: datetime) -> None:
    """What waits may turn out not to be deliverable."""
    _check_leaves(notice)
    NOTICE.target("fail", notice.status)


def check_can_postpone(notice: Notice, *, at: datetime) -> None:
    """Only what waits can wait longer, or have anything else become of it."""
    _check_leaves(notice)
    if notice.status != NoticeStatus.WAITING:
        raise NotNow(f"Tin này {NOTICE.label(notice.status).lower()} nên không còn chờ gửi.")


def check_can_keep(notice: Notice, *, at: datetime) -> None:
    """What waits is kept where there is no way out."""
    _check_leaves(notice)
    NOTICE.target("keep", notice.status)


def _check_leaves(notice: Notice) -> None:
    if notice.channel == Channel.INBOX:
        raise NotNow("Tin trong hộp tin không gửi đi đâu nữa.")
