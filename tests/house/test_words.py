"""What others wrote and people read is Vietnamese too: one catalogue beside Django's own, compiled and complete."""

from collections.abc import Iterator
from pathlib import Path

import django
import polib
from django.conf import settings
from django.template import engines
from django.utils.translation import gettext, ngettext, override

from tests.house.walk import HOUSE
from tests.web.access import known_addresses

CATALOGUE = HOUSE / "web/locale/vi/LC_MESSAGES/django.po"
DJANGO = Path(django.__file__).parent
# What of Django can reach a person here: sentences of forms, of validators and of passwords.
REACHES_PEOPLE = ("forms/", "core/validators.py", "contrib/auth/password_validation.py")


def _entries() -> Iterator[polib.POEntry]:
    for app in ("conf", "contrib/auth"):
        for entry in polib.pofile(str(DJANGO / app / "locale/en/LC_MESSAGES/django.po")):
            if any(place.startswith(REACHES_PEOPLE) for place, _ in entry.occurrences) and any(
                map(str.isalpha, entry.msgid)
            ):
                yield entry


def test_the_compiled_catalogue_is_that_of_the_written_one() -> None:
    compiled = polib.pofile(str(CATALOGUE)).to_binary()

    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled, "hãy chạy: make words"


def test_every_sentence_of_django_that_reaches_people_is_vietnamese() -> None:
    english = []
    with override("vi"):
        for entry in _entries():
            said = ngettext(entry.msgid, entry.msgid_plural, 3) if entry.msgid_plural else gettext(entry.msgid)
            if said in (entry.msgid, entry.msgid_plural) and entry.msgid not in ("IPv4", "IPv6"):
                english.append(entry.msgid)

    assert len(list(_entries())) > 60
    assert english == []


def test_the_catalogue_holds_nothing_django_says_itself_or_nobody_says() -> None:
    said = {entry.msgid for entry in _entries()}
    own = {
        entry.msgid
        for app in ("conf", "contrib/auth")
        for entry in polib.pofile(str(DJANGO / app / "locale/vi/LC_MESSAGES/django.po"))
        if entry.translated()
    }
    ours = [entry.msgid for entry in polib.pofile(str(CATALOGUE))]

    assert [msgid for msgid in ours if msgid not in said or msgid in own] == []


def test_no_page_no_mail_and_no_message_of_allauth_can_be_found() -> None:
    """Its templates lie in the application ``allauth``, which is not installed: what it would say stays unsaid."""
    found = [str(place) for place in engines["django"].template_dirs if "allauth" in str(place)]

    assert "allauth" not in settings.INSTALLED_APPS
    assert found == []


def test_no_address_of_allauth_is_mounted_but_the_way_back_of_an_authority() -> None:
    foreign = [address for address in known_addresses() if ":" not in address]

    assert foreign == ["openid_connect_callback"]
