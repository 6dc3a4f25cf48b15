"""Addresses of phones that record presences. None carries a secret: it comes after "#" or in what is sent."""

from django.urls import path

from danban.web.meeting.checkin import views
from danban.web.meeting.checkin.door import SHORT

app_name = "checkin"
urlpatterns = [
    path("diem-danh/", views.page, name="page"),
    path("diem-danh/danh-sach/", views.people, name="people"),
    path(SHORT, views.send, name="send"),
]
