"""Addresses of the library."""

from django.urls import path

from danban.web.desk.library.views import outlines, presentations, references, versions

app_name = "library"
urlpatterns = [
    path("thu-vien/", outlines.index, name="index"),
    path("thu-vien/can-cu/", references.index, name="references"),
    path("thu-vien/can-cu/nhap/", references.enter, name="enter_reference"),
    path("thu-vien/can-cu/tu-ke-hoach/<int:pk>/", references.gather, name="gather_references"),
    path("thu-vien/can-cu/<int:pk>/", references.show, name="reference"),
    path("thu-vien/can-cu/<int:pk>/sua/", references.edit, name="edit_reference"),
    path("thu-vien/de-cuong/soan/", outlines.begin, name="begin_outline"),
    path("thu-vien/de-cuong/<int:pk>/", outlines.show, name="outline"),
    path("thu-vien/de-cuong/<int:pk>/cac-ban/", versions.index, name="versions"),
    path("thu-vien/de-cuong/<int:pk>/soan-ban-moi/", versions.begin, name="begin_version"),
    path("thu-vien/de-cuong/<int:pk>/noi-trinh-bay/", presentations.coverage, name="coverage"),
    path("thu-vien/ban/<int:pk>/doc/", versions.read_aloud, name="read_aloud"),
    path("thu-vien/ban/<int:pk>/bai-phat-thanh.<str:ending>", versions.script, name="script"),
    path("thu-vien/ban/<int:pk>/sua/", versions.edit, name="edit_version"),
    path("thu-vien/ban/<int:pk>/dua-ra-dung/", versions.publish, name="publish_version"),
    path("thu-vien/ban/<int:pk>/rut/", versions.withdraw, name="withdraw_version"),
    path("thu-vien/ban/<int:pk>/trinh-bay/", presentations.present, name="present"),
    path("thu-vien/da-trinh-bay/", presentations.index, name="presentations"),
    path("thu-vien/da-trinh-bay/<int:pk>/bo/", presentations.remove, name="remove_presentation"),
]
