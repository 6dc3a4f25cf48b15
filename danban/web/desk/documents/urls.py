"""Addresses of official papers."""

from django.urls import path

from danban.web.desk.documents.views import checking, gallery, incoming, register, sending

app_name = "documents"
urlpatterns = [
    path("so-van-ban/", register.register, name="register"),
    path("so-van-ban/xuat/", register.export_register, name="export_register"),
    path("so-van-ban/in/", register.print_register, name="print_register"),
    path("van-ban/den/", sending.inbox, name="inbox"),
    path("van-ban/<int:pk>/da-nhan/", sending.read, name="read"),
    path("van-ban/<int:pk>/gui/", sending.send, name="send"),
    path("van-ban/<int:pk>/noi-nhan/", sending.deliveries, name="deliveries"),
    path("van-ban/<int:pk>/noi-nhan/xuat/", sending.export_deliveries, name="export_deliveries"),
    path("van-ban/<int:pk>/nhac/", sending.remind, name="remind"),
    path("van-ban/so-den/", incoming.incoming, name="incoming"),
    path("van-ban/so-den/xuat/", incoming.export_incoming, name="export_incoming"),
    path("van-ban/so-den/in/", incoming.print_incoming, name="print_incoming"),
    path("van-ban/so-den/ghi/", incoming.enter_incoming, name="enter_incoming"),
    path("van-ban/so-den/<int:pk>/tep/", incoming.incoming_file, name="incoming_file"),
    path("van-ban/kiem-tra-the-thuc/", checking.check_paper, name="check_paper"),
    path("van-ban/mau/", gallery.gallery, name="gallery"),
    path("van-ban/mau/<slug:kind>.<slug:ending>", gallery.gallery_file, name="gallery_file"),
]
