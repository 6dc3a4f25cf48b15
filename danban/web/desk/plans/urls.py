"""Addresses of plans of units: the cascade."""

from django.urls import URLPattern

app_name = "plans"
urlpatterns: list[URLPattern] = []
