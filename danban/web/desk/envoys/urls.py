"""Addresses of those sent to conferences."""

from django.urls import URLPattern, path

from danban.web.desk.envoys import views

app_name = "envoys"
urlpatterns: list[URLPattern] = [
    path("hoi-nghi/lanh-dao-du/", views.index, name="index"),
    path("hoi-nghi/lanh-dao-du/dia-ban/", views.charge, name="charge_area"),
    path("hoi-nghi/lanh-dao-du/dia-ban/<int:charge>/thoi/", views.end_charge, name="end_area_charge"),
    path("hoi-nghi/lich-du/", views.mine, name="mine"),
    path("hoi-nghi/lich-du/lich.ics", views.calendar, name="calendar"),
    path("hoi-nghi/<int:pk>/lanh-dao-du/", views.of_conference, name="of_conference"),
    path("hoi-nghi/<int:pk>/lanh-dao-du/de-xuat/", views.propose, name="propose"),
    path("hoi-nghi/<int:pk>/kiem-tra/", views.note, name="note_inspection"),
    path("nguoi-du/<int:envoy>/duyet/", views.approve, name="approve"),
    path("nguoi-du/<int:envoy>/khong-duyet/", views.decline, name="decline"),
    path("nguoi-du/<int:envoy>/rut/", views.withdraw, name="withdraw"),
    path("nguoi-du/<int:envoy>/da-du/", views.confirm, name="confirm"),
    path("nguoi-du/<int:envoy>/vang/", views.miss, name="miss"),
]
