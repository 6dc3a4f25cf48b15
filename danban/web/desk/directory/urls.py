"""Addresses of the directory and of calendars. A calendar program reads its own without signing in."""

from django.urls import path

from danban.web.desk.directory.views import calendars, contacts, lists

app_name = "directory"
urlpatterns = [
    path("danh-ba/", lists.index, name="index"),
    path("danh-ba/<int:pk>/", lists.show, name="show"),
    path("danh-ba/<int:pk>/in/", lists.print_sheet, name="print"),
    path("danh-ba/<int:pk>/tai-ve.<str:ending>", lists.export, name="export"),
    path("danh-ba/co-quan/<int:pk>/lien-he/", contacts.set_body_contacts, name="set_body_contacts"),
    path("danh-ba/vi-tri/<int:pk>/lien-he/", contacts.set_work_contacts, name="set_work_contacts"),
    path("viec-cua-toi/lich/", calendars.feed, name="feed"),
    path("viec-cua-toi/lich/mo/", calendars.create_feed, name="create_feed"),
    path("viec-cua-toi/lich/thu-hoi/", calendars.revoke_feed, name="revoke_feed"),
    path("viec-cua-toi/lich.ics", calendars.download, name="download"),
    path("lich/<str:secret>.ics", calendars.subscribe, name="subscribe"),
]
