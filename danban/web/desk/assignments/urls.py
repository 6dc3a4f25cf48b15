"""Addresses of assignments, briefings and joint events."""

from django.urls import path

from danban.web.desk.assignments.views import briefings, events, files, lists, work

app_name = "assignments"
urlpatterns = [
    path("phan-cong/", lists.index, name="index"),
    path("phan-cong/<int:pk>/", work.show, name="show"),
    path("phan-cong/<int:pk>/nhan/", work.accept, name="accept"),
    path("phan-cong/<int:pk>/tien-do/", work.note, name="note"),
    path("phan-cong/<int:pk>/hoan-thanh/", work.finish, name="finish"),
    path("phan-cong/<int:pk>/mo-lai/", work.reopen, name="reopen"),
    path("phan-cong/<int:pk>/chiu-trach-nhiem/", work.name_body, name="name_body"),
    path("phan-cong/<int:pk>/phoi-hop/", work.add_partner, name="add_partner"),
    path("phan-cong/<int:pk>/phoi-hop/<int:body>/bo/", work.remove_partner, name="remove_partner"),
    path("phan-cong/<int:pk>/tai-lieu/", files.attach, name="attach"),
    path("phan-cong/tep/<int:pk>/", files.send, name="file"),
    path("phan-cong/tep/<int:pk>/rut/", files.withdraw, name="withdraw_file"),
    path("phan-cong/viec/<int:pk>/", work.of_obligation, name="of_obligation"),
    path("phan-cong/co-quan/<int:pk>/", lists.body, name="body"),
    path("phan-cong/tai-lieu/", lists.library, name="library"),
    path("phan-cong/huong-dan/", briefings.index, name="briefings"),
    path("phan-cong/huong-dan/ghi/", briefings.hold, name="hold"),
    path("phan-cong/huong-dan/<int:pk>/", briefings.show, name="briefing"),
    path("phan-cong/huong-dan/viec/<int:pk>/", briefings.of_obligation, name="brief"),
    path("phan-cong/huong-dan/lan/<int:pk>/tai-lieu/", briefings.attach, name="attach_to_briefing"),
    path("phan-cong/huong-dan/lan/<int:pk>/rut/", briefings.withdraw, name="withdraw_briefing"),
    path("phan-cong/hoat-dong/", events.index, name="events"),
    path("phan-cong/hoat-dong/ghi/", events.record, name="record"),
    path("phan-cong/hoat-dong/<int:pk>/rut/", events.withdraw, name="withdraw_event"),
]
