"""Choose how to be told: ways, quiet hours, one by one or gathered."""

from datetime import datetime, time

from django.db import transaction

from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.notices import rules
from danban.notices.models import Notice, Preference
from danban.notices.queries.reaching import own_reach
from danban.notices.rules.timing import leaves_at
from danban.notices.states import NOTICE, Channel, Digest, NoticeStatus


@transaction.atomic
def set_preference(
    *, by_email: bool, by_sms: bool, digest: str, quiet_from: time, quiet_to: time, actor: Actor, at: datetime
) -> Preference:
    """Set how the actor is told from now on; what waits for them is dated anew, or stopped with its way.

    Raises ``NotYours`` (nobody), or ``BadInput`` for a way without an address and for too long quiet hours.
    """
    rules.check_can_set_preference(actor, at=at)
    account = Account.objects.select_for_update(of=("self",)).get(pk=actor.user_id or 0)
    reach = own_reach(account.pk, on=clock.day_of(at))
    rules.check_ways(by_email=by_email, has_email=bool(reach.email), by_sms=by_sms, has_mobile=bool(reach.phone))
    rules.check_quiet_hours(quiet_from, quiet_to)
    if digest not in Digest.values:
        raise BadInput("Hãy chọn nhận từng tin hoặc gộp một lần mỗi ngày.", {"digest": "Hãy chọn một cách."})
    wanted = {
        "by_email": by_email, "by_sms": by_sms, "digest": digest, "quiet_from": quiet_from, "quiet_to": quiet_to,
    }  # fmt: skip
    preference, _ = Preference.objects.update_or_create(account=account, defaults=wanted)
    _date_anew(preference, at=at)
    record(
        actor=actor, event="preference.set", subject="account", subject_id=account.pk, at=at, unit_id=actor.unit_id,
        changes=wanted,
    )  # fmt: skip
    return preference


def _date_anew(preference: Preference, *, at: datetime) -> None:
    waiting = Notice.objects.select_for_update(of=("self",)).filter(
        account_id=preference.account_id, status=NoticeStatus.WAITING, tries=0, gathered_in__isnull=True
    )
    wanted = {Channel.EMAIL: preference.by_email, Channel.SMS: preference.by_sms}
    for notice in waiting.exclude(topic="digest").order_by("pk"):
        if wanted[Channel(notice.channel)]:
            notice.not_before = leaves_at(preference, is_urgent=notice.is_urgent, at=at)
            notice.save(update_fields=["not_before"])
        else:
            notice.status = NOTICE.target("cancel", notice.status)
            notice.save(update_fields=["status"])
