"""Addresses of the component page."""

from django.urls import path

from danban.web.ui.gallery import views

app_name = "gallery"
urlpatterns = [
    path("thanh-phan/", views.show, name="show"),
    path("thanh-phan/trang-don/", views.show_plain, name="plain"),
    path("thanh-phan/tu-choi/<int:status>/", views.show_refusal, name="refusal"),
]
