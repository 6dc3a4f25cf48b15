"""Addresses of the wall and of ballots; each carries a signed link."""

from django.urls import path

from danban.web.meeting.sittings import views

urlpatterns = [
    path("man-chieu/<str:token>/", views.projector, name="projector"),
    path("phieu/<str:token>/", views.ballot, name="ballot"),
]
