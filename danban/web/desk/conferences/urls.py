"""Addresses of conferences, their timetable and their halls."""

from django.urls import path

from danban.web.desk.conferences.views import deciding, halls, people, preparing, reading, summary, timetable

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
    path("hoi-nghi/chuong-trinh/viec/<int:pk>/", preparing.agenda_of_duty, name="agenda_of_duty"),
    path("hoi-nghi/tom-tat/", summary.summary, name="summary"),
    path("hoi-nghi/<int:pk>/tom-tat/", summary.summary_copy, name="summary_copy"),
    path("hoi-nghi/<int:pk>/tom-tat/<slug:kind>/", summary.summary_file, name="summary_file"),
    path("hoi-nghi/<int:pk>/chuong-trinh/", preparing.agenda, name="agenda"),
    path("hoi-nghi/<int:pk>/chuong-trinh/lap/", preparing.draft_agenda, name="draft_agenda"),
    path("hoi-nghi/<int:pk>/chuong-trinh/sua/", preparing.edit_agenda, name="edit_agenda"),
    path("hoi-nghi/<int:pk>/chuong-trinh/thong-nhat/", preparing.agree_agenda, name="agree_agenda"),
    path("hoi-nghi/<int:pk>/chuong-trinh/muc/<int:entry>/", preparing.note_entry, name="note_entry"),
    path("hoi-nghi/<int:pk>/chuong-trinh/in/", preparing.print_agenda, name="print_agenda"),
    path("hoi-nghi/<int:pk>/chuong-trinh/mau-giay/", preparing.blank_agenda, name="blank_agenda"),
    path("hoi-nghi/<int:pk>/chuong-trinh/tai/<slug:kind>/", preparing.agenda_file, name="agenda_file"),
    path("hoi-nghi/<int:pk>/chu-toa/", people.name_officers, name="name_officers"),
    path("hoi-nghi/<int:pk>/khach-moi/", people.list_guests, name="list_guests"),
    path("hoi-nghi/<int:pk>/tham-luan/", people.ask_paper, name="ask_paper"),
    path("hoi-nghi/<int:pk>/tham-luan/<int:paper>/nop/", people.hand_in_paper, name="hand_in_paper"),
    path("hoi-nghi/<int:pk>/tham-luan/<int:paper>/bo/", people.drop_paper, name="drop_paper"),
    path("hoi-nghi/<int:pk>/tham-luan/<int:paper>/tai/", people.paper_file, name="paper_file"),
]
