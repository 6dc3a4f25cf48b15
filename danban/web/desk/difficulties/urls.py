"""Addresses of difficulties."""

from django.urls import URLPattern

app_name = "difficulties"
urlpatterns: list[URLPattern] = []
