"""The ways out of this installation. In a demonstration there is none: nothing leaves, ever.

Two marks each suffice to keep everything on the screen: the setting DANBAN_DEMO and the mark in the
database (``installation``), so that demonstration people are never written to by a server set up as real.
"""

from django.conf import settings

from danban.installation.queries import is_demo
from danban.notices.channels.carrier import Carrier, Fate, Outcome
from danban.notices.channels.email import Email
from danban.notices.channels.http_gateway import HttpGateway
from danban.notices.channels.screen import DEMO, NO_MAIL, NO_SMS, Screen
from danban.notices.channels.sms import Sms, SmsGateway, Undelivered
from danban.notices.states import Channel

__all__ = ["Carrier", "Fate", "Outcome", "SmsGateway", "Undelivered", "carrier_of", "sms_gateway"]


def carrier_of(channel: str) -> Carrier:
    """Who carries letters of a channel now; a screen that keeps them where there is no way out."""
    if _is_demo():
        return Screen(DEMO)
    if channel == Channel.SMS:
        gateway = sms_gateway()
        return Sms(gateway, public_url=settings.PUBLIC_URL) if gateway else Screen(NO_SMS)
    if settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        return Screen(NO_MAIL)
    return Email(sender=settings.DEFAULT_FROM_EMAIL, public_url=settings.PUBLIC_URL)


def sms_gateway() -> SmsGateway | None:
    """The service of text messages of this installation; None where none may be used."""
    if _is_demo() or not settings.SMS_URL:
        return None
    return HttpGateway(url=settings.SMS_URL, token=settings.SMS_TOKEN, body=settings.SMS_BODY)


def _is_demo() -> bool:
    return settings.DEMO or is_demo()
