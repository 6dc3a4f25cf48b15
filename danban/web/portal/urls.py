"""Addresses for everyone; each room brings its own list."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("danban.web.portal.documents.urls")),
    path("", include("danban.web.portal.delegates.urls")),
]
