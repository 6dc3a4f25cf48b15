"""Addresses of an invitation."""

from django.urls import path

from danban.web.portal.delegates import views

app_name = "delegates"
urlpatterns = [
    path("moi/<str:token>/", views.show, name="show"),
    path("moi/<str:token>/nhan-loi/", views.accept, name="accept"),
    path("moi/<str:token>/ban/", views.decline, name="decline"),
    path("moi/<str:token>/cu-nguoi/", views.replace, name="replace"),
    path("moi/<str:token>/lich.ics", views.calendar, name="calendar"),
]
