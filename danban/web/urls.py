"""Every address a person may open."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from danban.web.desk.accounts.views.authority import come_back

# allauth asks for this address by its own name, outside our namespaces.
_AUTHORITY = {"provider_id": settings.OIDC.provider}

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("danban.web.desk.urls")),
    path("dang-nhap/lien-thong/ve/", come_back, _AUTHORITY, name="openid_connect_callback"),
    path("", include("danban.web.portal.urls")),
    path("", include("danban.web.meeting.urls")),
    path("", include("danban.web.ui.gallery.urls")),
]
