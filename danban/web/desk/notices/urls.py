"""Addresses of what people are told: the inbox, how one wants to be told, what was sent."""

from django.urls import path

from danban.web.desk.notices.views import inbox, outbox, wishes

app_name = "notices"
urlpatterns = [
    path("hop-tin/", inbox.inbox, name="inbox"),
    path("hop-tin/doc-het/", inbox.mark_all_read, name="mark_all_read"),
    path("hop-tin/<int:pk>/", inbox.show, name="show"),
    path("hop-tin/<int:pk>/doc/", inbox.mark_read, name="mark_read"),
    path("tai-khoan/cach-nhan-tin/", wishes.set_preference, name="set_preference"),
    path("tin-da-gui/", outbox.outbox, name="outbox"),
    path("tin-da-gui/<int:pk>/", outbox.sent, name="sent"),
    path("tin-da-gui/<int:pk>/gui-lai/", outbox.retry, name="retry"),
    path("tin-da-gui/<int:pk>/huy/", outbox.cancel, name="cancel"),
]
