"""Addresses of the public check of papers."""

from django.urls import URLPattern

app_name = "documents"
urlpatterns: list[URLPattern] = []
