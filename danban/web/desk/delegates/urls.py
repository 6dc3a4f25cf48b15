"""Addresses of delegates."""

from django.urls import URLPattern, path

from danban.web.desk.delegates.views import inviting, listed

app_name = "delegates"
urlpatterns: list[URLPattern] = [
    path("hoi-nghi/<int:pk>/dai-bieu/", listed.index, name="index"),
    path("hoi-nghi/<int:pk>/dai-bieu/co-cau/", listed.structure, name="set_structure"),
    path("hoi-nghi/<int:pk>/dai-bieu/thong-nhat/", listed.agree, name="agree_structure"),
    path("hoi-nghi/<int:pk>/dai-bieu/them/", listed.name, name="name"),
    path("hoi-nghi/<int:pk>/dai-bieu/moi-ho-mot-nguoi/", listed.households, name="name_households"),
    path("hoi-nghi/<int:pk>/dai-bieu/cu/", listed.elect, name="elect"),
    path("hoi-nghi/<int:pk>/dai-bieu/moi/", inviting.invite, name="invite"),
    path("hoi-nghi/<int:pk>/dai-bieu/moi-lai/", inviting.tell_again, name="tell_again"),
    path("hoi-nghi/<int:pk>/dai-bieu/ban-in/", inviting.printed, name="printed"),
    path("hoi-nghi/<int:pk>/dai-bieu/mau-giay/", inviting.blank, name="blank"),
    path("dai-bieu/<int:delegate>/rut/", listed.drop, name="drop"),
    path("dai-bieu/<int:delegate>/moi-lai/", inviting.invite_again, name="invite_again"),
]
