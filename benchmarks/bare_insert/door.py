"""``gunicorn benchmarks.bare_insert.door``: one address, one row."""

# ruff: noqa: E402  Django is set up before anything of it is imported
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.bare_insert.settings"

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import path


class Row(models.Model):
    """What a scan leaves, and nothing of what makes it safe."""

    name = models.CharField(max_length=80)

    class Meta:
        app_label = "bare"
        db_table = "bare_insert"

    def __str__(self) -> str:
        return self.name


def insert(request: HttpRequest) -> HttpResponse:
    """One row."""
    Row(name=request.body.decode()[:80]).save(force_insert=True)
    return HttpResponse(b"{}")


urlpatterns = [path("", insert)]
