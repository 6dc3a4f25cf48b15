"""Addresses of a conference as it runs."""

from django.urls import path

from danban.web.desk.sittings.views import deciding, floor, running, voting

app_name = "sittings"
_AT = "hoi-nghi/<int:pk>/dieu-hanh/"
urlpatterns = [
    path(_AT, running.run, name="run"),
    path(f"{_AT}khai-mac/", running.open_conference, name="open_conference"),
    path(f"{_AT}be-mac/", running.close_conference, name="close_conference"),
    path(f"{_AT}mau-giay/", running.blank, name="blank"),
    path(f"{_AT}muc/<int:entry>/", running.step_agenda, name="step_agenda"),
    path(f"{_AT}muc/<int:entry>/ghi-chu/", running.explain_entry, name="explain_entry"),
    path(f"{_AT}y-kien/", floor.record_opinion, name="record_opinion"),
    path(f"{_AT}y-kien/<int:opinion>/sua/", floor.edit_opinion, name="edit_opinion"),
    path(f"{_AT}y-kien/<int:opinion>/tra-loi/", floor.answer_opinion, name="answer_opinion"),
    path(f"{_AT}y-kien/<int:opinion>/nguoi-neu/", floor.settle_opinion, name="settle_opinion"),
    path(f"{_AT}y-kien/<int:opinion>/kien-nghi/", floor.mark_petition, name="mark_petition"),
    path(f"{_AT}phat-bieu/", floor.ask_to_speak, name="ask_to_speak"),
    path(f"{_AT}phat-bieu/<int:turn>/moi/", floor.begin_turn, name="begin_turn"),
    path(f"{_AT}phat-bieu/<int:turn>/xong/", floor.end_turn, name="end_turn"),
    path(f"{_AT}phat-bieu/<int:turn>/rut/", floor.leave_queue, name="leave_queue"),
    path(f"{_AT}bieu-quyet/", deciding.count_hands, name="count_hands"),
    path(f"{_AT}bieu-quyet/<int:count>/sua/", deciding.correct_count, name="correct_count"),
    path(f"{_AT}chi-tieu/", deciding.put_target, name="put_target"),
    path(f"{_AT}chi-tieu/<int:target>/sua/", deciding.change_target, name="change_target"),
    path(f"{_AT}chi-tieu/<int:target>/bo/", deciding.drop_target, name="drop_target"),
    path(f"{_AT}phieu-kin/", voting.prepare_poll, name="prepare_poll"),
    path(f"{_AT}phieu-kin/<int:poll>/mo/", voting.open_poll, name="open_poll"),
    path(f"{_AT}phieu-kin/<int:poll>/kiem/", voting.close_poll, name="close_poll"),
    path(f"{_AT}phieu-kin/<int:poll>/huy/", voting.cancel_poll, name="cancel_poll"),
    path(f"{_AT}phieu-kin/<int:poll>/ban/", voting.station, name="station"),
    path(f"{_AT}phieu-kin/<int:poll>/ban/<int:person>/", voting.station_ballot, name="station_ballot"),
]
