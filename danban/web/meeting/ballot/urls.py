"""Address of a person's own ballot."""

from django.urls import path

from danban.web.meeting.ballot import views

app_name = "ballot"
urlpatterns = [path("phieu/<str:token>/", views.show, name="show")]
