"""Addresses of the cascade: a unit's own plan, its editions, the plans of the units below."""

from django.urls import path

from danban.web.desk.plans.views import below, changes, drafting, issued, own, papers

app_name = "plans"
_UNIT, _PLAN, _EDITION = "ke-hoach-don-vi/", "ke-hoach-don-vi/<int:pk>/", "ke-hoach-don-vi/ban/<int:pk>/"
urlpatterns = [
    path(_UNIT, own.own, name="own"),
    path(f"{_UNIT}nam/<int:campaign>/don-vi/<int:place>/", own.show, name="show"),
    path(f"{_UNIT}nam/<int:campaign>/don-vi/<int:place>/lap/", drafting.derive, name="derive"),
    path(f"{_UNIT}viec/<int:pk>/", own.of_obligation, name="of_obligation"),
    path(_PLAN, own.of_plan, name="of_plan"),
    path(f"{_PLAN}soan/", drafting.edit, name="edit"),
    path(f"{_PLAN}trinh/", drafting.submit, name="submit"),
    path(f"{_PLAN}rut/", drafting.withdraw, name="withdraw"),
    path(f"{_PLAN}duyet/", drafting.approve, name="approve"),
    path(f"{_PLAN}khong-duyet/", drafting.decline, name="decline"),
    path(f"{_PLAN}xem-truoc/<slug:kind>/", papers.preview, name="preview"),
    path(f"{_PLAN}ban-hanh/", issued.issue, name="issue"),
    path(f"{_PLAN}trien-khai/", issued.record_kickoff, name="record_kickoff"),
    path(f"{_PLAN}sua-doi/", issued.revise, name="revise"),
    path(f"{_PLAN}tra-lai/", issued.send_back, name="send_back"),
    path(f"{_PLAN}thay-doi/", changes.confirm_change, name="confirm_change"),
    path(_EDITION, issued.show_edition, name="show_edition"),
    path(f"{_EDITION}noi-nhan/", below.receipts, name="receipts"),
    path(f"{_UNIT}nam/<int:campaign>/da-nhan/", issued.receive, name="receive"),
    path(f"{_UNIT}nam/<int:campaign>/noi-nhan/", below.receipts_of_year, name="receipts_of_year"),
    path("ke-hoach-cap-duoi/", below.below, name="below"),
]
