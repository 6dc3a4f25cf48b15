"""Addresses of petitions."""

from django.urls import path

from danban.web.desk.petitions import views

app_name = "petitions"
urlpatterns = [
    path("kien-nghi/", views.index, name="index"),
    path("kien-nghi/ghi/", views.record, name="record"),
    path("kien-nghi/giong/", views.likes, name="likes"),
    path("kien-nghi/phan-loai/", views.sort, name="sort"),
    path("kien-nghi/gop/", views.group, name="group"),
    path("kien-nghi/so-lieu/", views.figures, name="figures"),
    path("kien-nghi/doc-lai/", views.sheet, name="sheet"),
    path("kien-nghi/tong-hop/", views.synthesis, name="synthesis"),
    path("kien-nghi/tong-hop/bang.xlsx", views.synthesis_table, name="synthesis_table"),
    path("kien-nghi/tong-hop/<int:pk>/", views.sent_sheet, name="sent_sheet"),
    path("kien-nghi/quy-dinh/", views.settings, name="settings"),
    path("kien-nghi/quy-dinh/thoi-han/", views.set_terms, name="set_terms"),
    path("kien-nghi/quy-dinh/ngay-nghi/", views.set_closed_day, name="set_closed_day"),
    path("kien-nghi/quy-dinh/ngay-nghi/bo/", views.drop_closed_day, name="drop_closed_day"),
    path("kien-nghi/quy-dinh/tham-quyen/", views.set_route, name="set_route"),
    path("kien-nghi/quy-dinh/tham-quyen/<int:pk>/bo/", views.drop_route, name="drop_route"),
    path("kien-nghi/nhom/<int:pk>/", views.show_group, name="show_group"),
    path("kien-nghi/nhom/<int:pk>/tra-loi/", views.answer_group, name="answer_group"),
    path("kien-nghi/<int:pk>/", views.show, name="show"),
    path("kien-nghi/<int:pk>/chuyen/", views.route, name="route"),
    path("kien-nghi/<int:pk>/tiep-nhan/", views.acknowledge, name="acknowledge"),
    path("kien-nghi/<int:pk>/chuyen-tiep/", views.forward, name="forward"),
    path("kien-nghi/<int:pk>/tra-lai/", views.give_back, name="give_back"),
    path("kien-nghi/<int:pk>/tra-loi/", views.answer, name="answer"),
    path("kien-nghi/<int:pk>/xac-nhan/", views.confirm, name="confirm"),
    path("kien-nghi/<int:pk>/chua-dong-y/", views.dispute, name="dispute"),
    path("kien-nghi/<int:pk>/mo-lai/", views.reopen, name="reopen"),
    path("kien-nghi/<int:pk>/thu-tuc-rieng/", views.turn_away, name="turn_away"),
    path("kien-nghi/<int:pk>/dua-lai/", views.restore, name="restore"),
    path("kien-nghi/<int:pk>/tach/", views.split, name="split"),
    path("kien-nghi/<int:pk>/nhap/", views.merge, name="merge"),
    path("kien-nghi/<int:pk>/tach-lai/", views.unmerge, name="unmerge"),
    path("kien-nghi/<int:pk>/ra-nhom/", views.leave_group, name="leave_group"),
    path("kien-nghi/<int:pk>/tam-dung/", views.pause, name="pause"),
    path("kien-nghi/<int:pk>/tinh-tiep/", views.resume, name="resume"),
    path("kien-nghi/<int:pk>/cong-khai/", views.publish, name="publish"),
    path("kien-nghi/<int:pk>/bang-chung/<int:answer>/", views.evidence, name="evidence"),
]
