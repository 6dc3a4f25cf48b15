"""Addresses of sign-in, offices and people."""

from django.urls import path

from danban.web.desk.accounts.views import entry, own, people

urlpatterns = [
    path("dang-nhap/", entry.sign_in, name="sign_in"),
    path("dang-nhap/trinh-dien/", entry.enter_demo, name="enter_demo"),
    path("dang-xuat/", entry.sign_out, name="sign_out"),
    path("vi-tri/doi/", entry.switch_office, name="switch_office"),
    path("tai-khoan/", own.account, name="account"),
    path("tai-khoan/mat-khau/", own.change_password, name="change_password"),
    path("nguoi/", people.people, name="people"),
    path("nguoi/them/", people.enter, name="enter"),
    path("nguoi/<int:pk>/", people.person, name="person"),
    path("nguoi/<int:pk>/giao/", people.appoint, name="appoint"),
    path("nguoi/<int:pk>/khoa/", people.deactivate, name="deactivate"),
    path("nguoi/<int:pk>/mo-lai/", people.reactivate, name="reactivate"),
    path("vi-tri/<int:pk>/thoi/", people.end, name="end"),
]
