"""Addresses of official papers."""

from django.urls import path

from danban.web.desk.documents.views import checking, gallery, incoming, papers, register, sending, signers

app_name = "documents"
urlpatterns = [
    path("van-ban/", papers.index, name="index"),
    path("van-ban/soan/", papers.draft, name="draft"),
    path("van-ban/nguoi-ky/", signers.signers, name="signers"),
    path("van-ban/nguoi-ky/<int:pk>/ket-thuc/", signers.end_signer, name="end_signer"),
    path("van-ban/<int:pk>/", papers.show, name="show"),
    path("van-ban/<int:pk>/sua/", papers.edit, name="edit"),
    path("van-ban/<int:pk>/bo/", papers.drop, name="drop"),
    path("van-ban/<int:pk>/trinh/", papers.submit, name="submit"),
    path("van-ban/<int:pk>/kiem-tra-noi-dung/", papers.pass_content, name="check_content"),
    path("van-ban/<int:pk>/kiem-tra-the-thuc/", papers.pass_form, name="check_form"),
    path("van-ban/<int:pk>/tra-lai/", papers.send_back, name="return"),
    path("van-ban/<int:pk>/ky/<int:signature>/", papers.sign, name="sign"),
    path("van-ban/<int:pk>/ban-hanh/", papers.issue, name="issue"),
    path("van-ban/<int:pk>/thu-hoi/", papers.revoke, name="revoke"),
    path("van-ban/<int:pk>/thay-the/", papers.replace, name="replace"),
    path("van-ban/<int:pk>/ban-ky/", papers.attach, name="attach"),
    path("van-ban/<int:pk>/tep/<slug:kind>/", papers.file, name="file"),
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
    path("van-ban/mau/", gallery.gallery, name="gallery"),
    path("van-ban/mau/<slug:kind>/", gallery.gallery_kind, name="gallery_kind"),
    path("van-ban/mau/<slug:kind>.<slug:ending>", gallery.gallery_file, name="gallery_file"),
    path("van-ban/kiem-tra-the-thuc/", checking.inspect_paper, name="check_paper"),
]
