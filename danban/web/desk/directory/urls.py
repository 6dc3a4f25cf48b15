"""Addresses of the directory and calendar feeds."""

from django.urls import URLPattern

app_name = "directory"
urlpatterns: list[URLPattern] = []
