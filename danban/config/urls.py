"""Root addresses."""

from django.urls import URLResolver, include, path

urlpatterns: list[URLResolver] = [
    path("", include("danban.web.urls")),
]
handler400 = "danban.web.ui.errors.bad_request"
handler404 = "danban.web.ui.errors.not_found"
handler500 = "danban.web.ui.errors.server_error"
