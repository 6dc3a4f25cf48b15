"""Addresses of clean-ups."""

from django.urls import URLPattern

app_name = "culture"
urlpatterns: list[URLPattern] = []
