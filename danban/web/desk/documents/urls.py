"""Addresses of official papers."""

from django.urls import path

from danban.web.desk.documents.views import register

app_name = "documents"
urlpatterns = [
    path("so-van-ban/", register.register, name="register"),
    path("so-van-ban/xuat/", register.export_register, name="export_register"),
]
