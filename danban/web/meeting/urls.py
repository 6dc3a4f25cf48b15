"""Addresses phones and projectors open at a conference."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "meeting"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("danban.web.meeting.checkin.urls")),
    path("", include("danban.web.meeting.sittings.urls")),
]
