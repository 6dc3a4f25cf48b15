"""Addresses of the year: plans and drafts under ``ke-hoach``, years under ``nam``."""

from django.urls import path

from danban.web.desk.campaigns.views import campaigns, drafts, lines, plans, reminders

app_name = "campaigns"
urlpatterns = [
    path("ke-hoach/", plans.index, name="index"),
    path("ke-hoach/nap/", plans.read_plan, name="read_plan"),
    path("ke-hoach/ban-nhap/<int:pk>/", drafts.review, name="review"),
    path("ke-hoach/ban-nhap/<int:pk>/ten/", drafts.retitle, name="retitle"),
    path("ke-hoach/ban-nhap/<int:pk>/them/<slug:slug>/", lines.add, name="add"),
    path("ke-hoach/ban-nhap/<int:pk>/dong/<int:item>/", lines.correct, name="correct"),
    path("ke-hoach/ban-nhap/<int:pk>/dong/<int:item>/bo/", lines.drop, name="drop"),
    path("ke-hoach/ban-nhap/<int:pk>/dong/<int:item>/khoi-phuc/", lines.restore, name="restore"),
    path("ke-hoach/ban-nhap/<int:pk>/phat-hanh/", drafts.launch, name="launch"),
    path("ke-hoach/ban-nhap/<int:pk>/khac-biet/", drafts.apply, name="apply"),
    path("ke-hoach/ban-nhap/<int:pk>/bo/", drafts.discard, name="discard"),
    path("nam/<int:pk>/", campaigns.show, name="show"),
    path("nam/<int:pk>/van-ban/", campaigns.show_plan, name="show_plan"),
    path("nam/<int:pk>/don-doc/", reminders.remind_late, name="remind_late"),
    path("nam/<int:pk>/sua-doi/", campaigns.draft_amendment, name="draft_amendment"),
    path("nam/<int:pk>/nhan-ban/", campaigns.clone, name="clone"),
    path("nam/<int:pk>/khep-lai/", campaigns.close, name="close"),
    path("nam/<int:pk>/mo-lai/", campaigns.reopen, name="reopen"),
]
