"""Every address a person may open."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("danban.web.desk.urls")),
    path("", include("danban.web.ui.gallery.urls")),
]
