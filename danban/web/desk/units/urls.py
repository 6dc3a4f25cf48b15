"""Addresses of units."""

from django.urls import path

from danban.web.desk.units import views

app_name = "units"
urlpatterns = [
    path("don-vi/", views.index, name="index"),
    path("don-vi/tim/", views.find, name="find"),
    path("co-cau/", views.structure, name="structure"),
    path("co-cau/mo/", views.open_tree, name="open"),
    path("co-cau/<int:pk>/ket-thuc/", views.close_tree, name="close"),
    path("co-cau/<int:pk>/lap-co-quan/", views.establish_bodies, name="establish"),
    path("co-cau/nap/", views.upload, name="import"),
    path("co-cau/nap/<str:digest>/", views.import_units, name="plan_import"),
    path("co-cau/xuat/", views.export, name="export"),
]
