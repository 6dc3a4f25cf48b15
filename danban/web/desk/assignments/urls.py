"""Addresses of assignments, briefings and joint events."""

from django.urls import URLPattern

app_name = "assignments"
urlpatterns: list[URLPattern] = []
