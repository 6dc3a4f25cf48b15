"""Addresses of official papers."""

from django.urls import path

from danban.web.desk.documents import views

app_name = "documents"
urlpatterns = [
    path("so-van-ban/", views.register, name="register"),
    path("so-van-ban/xuat/", views.export_register, name="export_register"),
]
