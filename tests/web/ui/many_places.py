"""Addresses of every place of the navigation but two, for tests of the bottom bar."""

from typing import Any

from django.urls import include, path


def _page(request: Any) -> Any:
    raise AssertionError("never called")


_rooms = {
    "overviews": [path("viec-cua-toi/", _page, name="home"), path("tong-quan/", _page, name="city")],
    "campaigns": [path("ke-hoach/", _page, name="index")],
    "units": [path("don-vi/", _page, name="index")],
    "audit": [path("nhat-ky/", _page, name="diary")],
}
urlpatterns = [path("", include(([path("", include((urls, room))) for room, urls in _rooms.items()], "desk")))]
