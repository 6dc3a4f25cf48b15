"""Addresses of delegates."""

from django.urls import URLPattern, path

from danban.web.desk.delegates.views import check_in, inviting, listed

app_name = "delegates"
_CHECK_IN = "hoi-nghi/<int:pk>/diem-danh/"
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
    path(_CHECK_IN, check_in.check_in, name="check_in"),
    path(f"{_CHECK_IN}so-lieu/", check_in.counts, name="counts"),
    path(f"{_CHECK_IN}co-mat/", check_in.tick, name="tick"),
    path(f"{_CHECK_IN}ghi/", check_in.walk_in, name="walk_in"),
    path(f"{_CHECK_IN}so-luong/", check_in.tallies, name="tallies"),
    path(f"{_CHECK_IN}in/", check_in.sheet, name="attendance_sheet"),
    path(f"{_CHECK_IN}may/them/", check_in.add_device, name="add_device"),
    path(f"{_CHECK_IN}may/<int:device>/", check_in.device, name="device"),
    path(f"{_CHECK_IN}may/<int:device>/ngung/", check_in.revoke_device, name="revoke_device"),
    path(f"{_CHECK_IN}<int:presence>/rut-lai/", check_in.take_back, name="take_back"),
]
