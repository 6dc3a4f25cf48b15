"""Addresses of the public check of papers."""

from django.urls import path

from danban.web.portal.documents import views

app_name = "documents"
urlpatterns = [
    path("kiem-tra/", views.find, name="find"),
    path("kiem-tra/<slug:code>/", views.check, name="check"),
    path("kiem-tra/<slug:code>/so-tep/", views.compare, name="compare"),
    path("kiem-tra/<slug:code>/<slug:kind>/", views.file, name="file"),
]
