"""Addresses of sign-in, offices and people."""

from django.urls import path

from danban.web.desk.accounts.views import authority, codes, demo, entry, own, people, second_factor, sessions

urlpatterns = [
    path("dang-nhap/", entry.sign_in, name="sign_in"),
    path("dang-nhap/gui-ma/", codes.send_code, name="send_code"),
    path("dang-nhap/ma/", codes.enter_by_code, name="enter_by_code"),
    path("dang-nhap/quen-mat-khau/", codes.forgotten, name="forgotten"),
    path("dang-nhap/mat-khau-moi/", codes.new_password, name="new_password"),
    path("dang-nhap/lop-thu-hai/", second_factor.second_factor, name="second_factor"),
    path("dang-nhap/lien-thong/", authority.enter_by_authority, name="enter_by_authority"),
    path("dang-nhap/trinh-dien/", demo.enter_demo, name="enter_demo"),
    path("dang-xuat/", entry.sign_out, name="sign_out"),
    path("vi-tri/doi/", entry.switch_office, name="switch_office"),
    path("tai-khoan/", own.account, name="account"),
    path("tai-khoan/mat-khau/", own.change_password, name="change_password"),
    path("tai-khoan/hai-lop/", second_factor.set_up_second_factor, name="set_up_second_factor"),
    path("tai-khoan/hai-lop/go/", second_factor.remove_second_factor, name="remove_second_factor"),
    path("tai-khoan/ma-du-phong/", second_factor.recovery_codes, name="recovery_codes"),
    path("tai-khoan/ma-du-phong/moi/", second_factor.renew_recovery_codes, name="renew_recovery_codes"),
    path("tai-khoan/may/<int:pk>/dang-xuat/", sessions.end_session, name="end_session"),
    path("tai-khoan/may-khac/dang-xuat/", sessions.end_other_sessions, name="end_other_sessions"),
    path("nguoi/", people.people, name="people"),
    path("nguoi/them/", people.enter, name="enter"),
    path("nguoi/<int:pk>/", people.person, name="person"),
    path("nguoi/<int:pk>/giao/", people.appoint, name="appoint"),
    path("nguoi/<int:pk>/khoa/", people.deactivate, name="deactivate"),
    path("nguoi/<int:pk>/mo-lai/", people.reactivate, name="reactivate"),
    path("nguoi/<int:pk>/go-hai-lop/", second_factor.reset_second_factor, name="reset_second_factor"),
    path("vi-tri/<int:pk>/thoi/", people.end, name="end"),
]
