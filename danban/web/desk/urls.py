"""Addresses for officials; each room brings its own list."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "desk"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(("danban.web.desk.accounts.urls", "accounts"))),
    path("", include(("danban.web.desk.audit.urls", "audit"))),
    path("", include("danban.web.desk.overviews.urls")),
    path("", include("danban.web.desk.units.urls")),
    path("", include("danban.web.desk.campaigns.urls")),
    path("", include("danban.web.desk.notices.urls")),
    path("", include("danban.web.desk.plans.urls")),
    path("", include("danban.web.desk.documents.urls")),
    path("", include("danban.web.desk.assignments.urls")),
    path("", include("danban.web.desk.difficulties.urls")),
    path("", include("danban.web.desk.petitions.urls")),
    path("", include("danban.web.desk.commitments.urls")),
    path("", include("danban.web.desk.evaluations.urls")),
    path("", include("danban.web.desk.library.urls")),
    path("", include("danban.web.desk.conferences.urls")),
    path("", include("danban.web.desk.delegates.urls")),
    path("", include("danban.web.desk.envoys.urls")),
    path("", include("danban.web.desk.sittings.urls")),
    path("", include("danban.web.desk.resolutions.urls")),
    path("", include("danban.web.desk.culture.urls")),
    path("", include("danban.web.desk.directory.urls")),
]
