"""Addresses of minutes, resolutions and syntheses."""

from django.urls import path

from danban.web.desk.resolutions.views import minutes, paper_entry, resolutions, synthesis

app_name = "resolutions"
urlpatterns = [
    path("hoi-nghi/<int:pk>/bien-ban/", minutes.minutes, name="minutes"),
    path("hoi-nghi/<int:pk>/bien-ban/lap/", minutes.draft_minutes, name="draft_minutes"),
    path("hoi-nghi/<int:pk>/bien-ban/ghi-them/", minutes.edit_minutes, name="edit_minutes"),
    path("hoi-nghi/<int:pk>/bien-ban/trinh/", minutes.submit_minutes, name="submit_minutes"),
    path("hoi-nghi/<int:pk>/bien-ban/tra-lai/", minutes.return_minutes, name="return_minutes"),
    path("hoi-nghi/<int:pk>/bien-ban/xac-nhan/", minutes.confirm_minutes, name="confirm_minutes"),
    path("hoi-nghi/<int:pk>/bien-ban/ban-sua/", minutes.correct_minutes, name="correct_minutes"),
    path("hoi-nghi/<int:pk>/bien-ban/tep/<slug:ending>/", minutes.minutes_file, name="minutes_file"),
    path("hoi-nghi/<int:pk>/nghi-quyet/", resolutions.resolution, name="resolution"),
    path("hoi-nghi/<int:pk>/nghi-quyet/lap/", resolutions.draft_resolution, name="draft_resolution"),
    path("hoi-nghi/<int:pk>/nghi-quyet/sua/", resolutions.edit_resolution, name="edit_resolution"),
    path("hoi-nghi/<int:pk>/nghi-quyet/ban-hanh/", resolutions.issue_resolution, name="issue_resolution"),
    path("hoi-nghi/<int:pk>/nghi-quyet/thay-the/", resolutions.replace_resolution, name="replace_resolution"),
    path("hoi-nghi/<int:pk>/nghi-quyet/tep/<slug:ending>/", resolutions.resolution_file, name="resolution_file"),
    path("hoi-nghi/<int:pk>/tong-hop/", synthesis.synthesis, name="synthesis"),
    path("hoi-nghi/<int:pk>/tong-hop/tep/<slug:ending>/", synthesis.synthesis_file, name="synthesis_file"),
    path("hoi-nghi/<int:pk>/nhap-tu-giay/", paper_entry.enter, name="paper_entry"),
    path("hoi-nghi/<int:pk>/mau-giay/", paper_entry.blank_forms, name="blank_forms"),
    path("hoi-nghi/<int:pk>/mau-giay/bien-ban/", paper_entry.blank_minutes, name="blank_minutes"),
    path("hoi-nghi/viec/<int:pk>/", minutes.of_obligation, name="of_obligation"),
    path("tong-hop-hoi-nghi/", synthesis.area, name="area"),
]
