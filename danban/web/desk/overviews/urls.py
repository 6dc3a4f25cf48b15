"""Addresses of the overviews."""

from django.urls import path

from danban.web.desk.overviews import views

app_name = "overviews"
urlpatterns = [
    path("", views.root, name="root"),
    path("viec-cua-toi/", views.home, name="home"),
    path("hoi-nghi/cua-toi/", views.my_conference, name="my_conference"),
    path("tong-quan/", views.city, name="city"),
    path("ma-tran/", views.matrix, name="matrix"),
    path("ma-tran/<int:pk>/", views.matrix, name="matrix_of"),
    path("ma-tran/<int:pk>/tai-ve.<str:ending>", views.matrix_export, name="matrix_export"),
    path("viec/", views.obligations, name="obligations"),
    path("viec/<int:pk>/", views.obligation, name="obligation"),
    path("don-vi/<int:pk>/", views.unit, name="unit"),
    path("moc-thoi-gian/", views.timeline, name="timeline"),
    path("tim/", views.search, name="search"),
]
