"""Addresses phones and projectors open at a conference."""

from django.urls import URLPattern, URLResolver

app_name = "meeting"
urlpatterns: list[URLPattern | URLResolver] = []
