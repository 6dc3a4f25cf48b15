"""Addresses of the inbox, the outbox and reminders."""

from django.urls import URLPattern

app_name = "notices"
urlpatterns: list[URLPattern] = []
