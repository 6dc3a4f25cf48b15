"""Addresses of difficulties."""

from django.urls import path

from danban.web.desk.difficulties import views

app_name = "difficulties"
urlpatterns = [
    path("kho-khan/", views.index, name="index"),
    path("kho-khan/bao/", views.ask, name="ask"),
    path("kho-khan/tong-hop/", views.summary, name="summary"),
    path("kho-khan/<int:pk>/", views.show, name="show"),
    path("kho-khan/<int:pk>/tiep-nhan/", views.acknowledge, name="acknowledge"),
    path("kho-khan/<int:pk>/tra-loi/", views.answer, name="answer"),
    path("kho-khan/<int:pk>/chuyen-len/", views.pass_up, name="pass_up"),
    path("kho-khan/<int:pk>/khep-lai/", views.close, name="close"),
    path("kho-khan/<int:pk>/hoi-lai/", views.reopen, name="reopen"),
]
