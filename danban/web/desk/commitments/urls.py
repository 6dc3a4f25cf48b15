"""Addresses of promises."""

from django.urls import path

from danban.web.desk.commitments import views

app_name = "commitments"
urlpatterns = [
    path("chi-tieu/", views.index, name="index"),
    path("chi-tieu/don-vi/", views.unit, name="unit"),
    path("chi-tieu/nhap/", views.enter, name="enter"),
    path("chi-tieu/danh-muc/", views.catalogue, name="catalogue"),
    path("chi-tieu/<int:pk>/", views.show, name="show"),
    path("chi-tieu/<int:pk>/danh-gia/", views.settle, name="settle"),
    path("chi-tieu/<int:pk>/chua-dong-y/", views.dispute, name="dispute"),
    path("chi-tieu/<int:pk>/thoi/", views.cancel, name="cancel"),
]
