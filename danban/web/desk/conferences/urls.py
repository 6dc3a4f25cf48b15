"""Addresses of conferences, their timetable and their halls."""

from django.urls import path

from danban.web.desk.conferences.views import deciding, halls, reading, timetable

app_name = "conferences"
urlpatterns = [
    path("hoi-nghi/", reading.index, name="index"),
    path("hoi-nghi/lich/", reading.board, name="board"),
    path("hoi-nghi/lich/de-xuat/", timetable.proposer, name="proposer"),
    path("hoi-nghi/lich/lap/", timetable.plan, name="plan"),
    path("hoi-nghi/lich/gui/", timetable.send, name="send"),
    path("hoi-nghi/hop-chung/", deciding.join, name="join"),
    path("hoi-nghi/hoi-truong/", halls.index, name="halls"),
    path("hoi-nghi/hoi-truong/them/", halls.add, name="add_hall"),
    path("hoi-nghi/hoi-truong/<int:pk>/", halls.edit, name="edit_hall"),
    path("hoi-nghi/hoi-truong/<int:pk>/ngung/", halls.close, name="close_hall"),
    path("hoi-nghi/<int:pk>/", reading.show, name="show"),
    path("hoi-nghi/<int:pk>/de-xuat-ngay/", deciding.propose, name="propose"),
    path("hoi-nghi/<int:pk>/xep-lich/", deciding.schedule, name="schedule"),
    path("hoi-nghi/<int:pk>/bo-lich/", deciding.unschedule, name="unschedule"),
    path("hoi-nghi/<int:pk>/thong-bao/", deciding.announce, name="announce"),
    path("hoi-nghi/<int:pk>/doi-lich/", deciding.move, name="move"),
    path("hoi-nghi/<int:pk>/hoan/", deciding.postpone, name="postpone"),
    path("hoi-nghi/<int:pk>/khong-to-chuc/", deciding.give_up, name="give_up"),
    path("hoi-nghi/<int:pk>/chap-nhan/", deciding.excuse, name="excuse"),
    path("hoi-nghi/<int:pk>/chon-diem/", deciding.choose_pilot, name="choose_pilot"),
    path("hoi-nghi/<int:pk>/tach/<int:place>/", deciding.part, name="part"),
]
