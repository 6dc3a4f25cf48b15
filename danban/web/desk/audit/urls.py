"""Addresses of the diary."""

from django.urls import path

from danban.web.desk.audit import views

urlpatterns = [
    path("nhat-ky/", views.diary, name="diary"),
    path("nhat-ky/kiem-tra/", views.verify, name="verify"),
]
