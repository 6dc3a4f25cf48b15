"""Files kept by their SHA-256, outside any served folder."""

from django.db import models


class StoredFile(models.Model):
    """One file's content, kept once; ``size`` in bytes. The bytes lie under ``FILES_ROOT/ab/abcd…``."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} ({self.sha256[:8]})"
