"""Where kept files lie: by the SHA-256 of their content, outside any served folder."""

from pathlib import Path

from django.conf import settings


def path_of(digest: str) -> Path:
    """Where the bytes of a hash lie."""
    return Path(settings.FILES_ROOT) / digest[:2] / digest
