"""Addresses of self-evaluations."""

from django.urls import path

from danban.web.desk.evaluations import views

app_name = "evaluations"
urlpatterns = [
    path("tu-danh-gia/", views.index, name="index"),
    path("tu-danh-gia/lap/<slug:code>/", views.write, name="write"),
    path("tu-danh-gia/mau/<slug:code>/", views.form_list, name="form_list"),
    path("tu-danh-gia/<int:pk>/", views.show, name="show"),
    path("tu-danh-gia/<int:pk>/gui/", views.submit, name="submit"),
    path("tu-danh-gia/<int:pk>/tra-lai/", views.give_back, name="give_back"),
]
