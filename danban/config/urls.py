"""Root addresses."""

from django.urls import URLResolver, include, path

urlpatterns: list[URLResolver] = [
    path("", include("danban.web.urls")),
]
handler404 = "danban.web.ui.errors.not_found"
handler500 = "danban.web.ui.errors.server_error"
