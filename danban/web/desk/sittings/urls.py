"""Addresses of a conference that meets."""

from django.urls import path, register_converter

from danban.web.desk.sittings.views import floor, running, voting


class _OneOf:
    """One of a few words."""

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


class _TurnStep(_OneOf):
    regex = "moi|xong|rut"


class _Enough(_OneOf):
    regex = "du|chua-du"


register_converter(_TurnStep, "turn_step")
register_converter(_Enough, "enough")

app_name = "sittings"
urlpatterns = [
    path("hoi-nghi/<int:pk>/dieu-hanh/", running.run, name="run"),
    path("hoi-nghi/<int:pk>/dieu-hanh/mau-giay/", running.blanks, name="blanks"),
    path("hoi-nghi/<int:pk>/khai-mac/", running.open_it, name="open"),
    path("hoi-nghi/<int:pk>/chuyen-toi/<int:entry>/", running.step, name="step"),
    path("hoi-nghi/<int:pk>/ghi-chu/<int:entry>/", running.explain, name="explain"),
    path("hoi-nghi/<int:pk>/be-mac/", running.close, name="close"),
    path("hoi-nghi/<int:pk>/y-kien/", floor.record, name="record_opinion"),
    path("y-kien/<int:opinion>/sua/", floor.edit, name="edit_opinion"),
    path("y-kien/<int:opinion>/tra-loi/", floor.answer, name="answer_opinion"),
    path("y-kien/<int:opinion>/hoi-lai/<enough:enough>/", floor.settle, name="settle_opinion"),
    path("y-kien/<int:opinion>/kien-nghi/", floor.petition, name="mark_petition"),
    path("hoi-nghi/<int:pk>/phat-bieu/", floor.ask_to_speak, name="ask_to_speak"),
    path("hoi-nghi/<int:pk>/phat-bieu/<int:turn>/<turn_step:step>/", floor.turn, name="turn"),
    path("hoi-nghi/<int:pk>/chi-tieu/", floor.put_target, name="put_target"),
    path("chi-tieu/<int:target>/sua/", floor.change_target, name="change_target"),
    path("chi-tieu/<int:target>/bo/", floor.drop_target, name="drop_target"),
    path("hoi-nghi/<int:pk>/bieu-quyet/", voting.hands, name="count_hands"),
    path("bieu-quyet/<int:count>/sua/", voting.correct, name="correct_count"),
    path("hoi-nghi/<int:pk>/bo-phieu/", voting.prepare, name="prepare_poll"),
    path("bo-phieu/<int:poll>/mo/", voting.open_poll, name="open_poll"),
    path("bo-phieu/<int:poll>/kiem-phieu/", voting.close_poll, name="close_poll"),
    path("bo-phieu/<int:poll>/huy/", voting.cancel_poll, name="cancel_poll"),
    path("bo-phieu/<int:poll>/", voting.station, name="station"),
    path("bo-phieu/<int:poll>/<int:attendance>/", voting.ballot, name="ballot"),
]
