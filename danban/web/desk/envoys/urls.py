"""Addresses of envoys."""

from django.urls import URLPattern

app_name = "envoys"
urlpatterns: list[URLPattern] = []
