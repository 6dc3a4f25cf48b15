"""The database of the installation, nothing else of it."""

from danban.config.settings import DATABASES, SECRET_KEY

__all__ = ["DATABASES", "SECRET_KEY"]
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "benchmarks.bare_insert.door"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
