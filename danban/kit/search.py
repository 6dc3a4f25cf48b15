"""Search without accents: every word asked for stands somewhere in a row's folded column."""

from django.db.models import Q

from danban.kit.vietnamese import fold


def has_every_word(text: str, *, of: str = "") -> Q:
    """Rows whose ``folded`` column holds every word of ``text``; every row where there is no word.

    ``of`` names the related row whose column is meant, with its two underscores: ``account__``.
    """
    wanted = Q()
    for word in fold(text).split():
        wanted &= Q(**{f"{of}folded__contains": word})
    return wanted
