"""Addresses of the projector page."""

from django.urls import path

from danban.web.meeting.projector import views

app_name = "projector"
urlpatterns = [path("man-chieu/<str:signed>/", views.show, name="show")]
