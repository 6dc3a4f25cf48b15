"""Addresses of clean-ups."""

from django.urls import path

from danban.web.desk.culture import views

app_name = "culture"
urlpatterns = [
    path("tong-ve-sinh/", views.clean_ups, name="clean_ups"),
    path("tong-ve-sinh/cac-buoi/", views.records, name="records"),
    path("tong-ve-sinh/xuat.<str:ending>", views.export, name="export"),
    path("tong-ve-sinh/ghi/", views.log, name="log"),
    path("tong-ve-sinh/<int:pk>/", views.show, name="show"),
    path("tong-ve-sinh/<int:pk>/sua/", views.correct, name="correct"),
    path("tong-ve-sinh/<int:pk>/rut/", views.withdraw, name="withdraw"),
]
