"""``danban remind`` and ``danban send-notices``."""

import os
from typing import Any

import pytest
from click.testing import CliRunner
from django.db import OperationalError

from danban.cli import send_notices as sending
from danban.cli.check import command as check
from danban.cli.remind import command as remind
from danban.cli.send_notices import command as send
from danban.jobs import send_notices as job
from danban.kit import clock
from danban.notices.models import Notice
from tests.cast import Cast, run_campaign
from tests.notices.factories import make_notice, wish


def test_reminding_says_how_much_it_did_and_the_second_time_that_it_did_nothing(cast: Cast, runner: CliRunner) -> None:
    run_campaign(cast)

    first, second = runner.invoke(remind), runner.invoke(remind)

    assert first.exit_code == second.exit_code == 0
    assert first.output != second.output == "Đã nhắc 0 việc bằng 0 tin.\n"


def test_sending_says_what_became_of_everything(cast: Cast, runner: CliRunner, settings: Any) -> None:
    settings.DEMO = True
    make_notice(cast.people["phuc_xa"], is_urgent=True)

    answer = runner.invoke(send)

    assert answer.exit_code == 0
    assert answer.output == "Đã gửi 0 tin, giữ lại trên màn hình 1, sẽ thử lại 0, không gửi được 0.\n"


def test_sending_may_climb_the_ladder_first(cast: Cast, runner: CliRunner, settings: Any) -> None:
    settings.DEMO = True
    run_campaign(cast)
    for account in cast.people.values():
        wish(account, quiet_from="00:00", quiet_to="00:00")

    answer = runner.invoke(send, ["--remind"])

    assert answer.exit_code == 0
    assert Notice.objects.filter(channel="email").count() == Notice.objects.filter(status="kept").count() > 0


@pytest.mark.django_db(transaction=True)  # the loop lets go of its connection
def test_the_loop_goes_on_when_a_round_fails_and_ends_with_its_parent(
    city: Cast, runner: CliRunner, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.DEMO = True
    notice = make_notice(city.people["phuc_xa"], is_urgent=True, at=clock.now())
    rounds = iter((True, False))
    really = job.run

    def first_fails(**asked: Any) -> Any:
        if next(rounds, False):
            raise OperationalError("away")
        return really(**asked)

    parents = iter((7, 7, 7, 8))
    monkeypatch.setattr(job, "run", first_fails)
    monkeypatch.setattr(sending, "PERIOD", 0)
    monkeypatch.setattr(os, "getppid", lambda: next(parents))

    answer = runner.invoke(send, ["--loop"])

    assert answer.exit_code == 0
    assert "sẽ làm lại sau một phút: away" in answer.output
    notice.refresh_from_db()
    assert notice.status == "kept"


def test_the_check_says_what_leaves_and_what_could_not(cast: Cast, runner: CliRunner, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.SMS_URL = "thu.example.vn", ""
    well = runner.invoke(check).output
    make_notice(cast.people["phuc_xa"], status="failed")
    stuck = runner.invoke(check).output
    settings.SMS_URL, settings.SMS_BODY = "https://tin.example.vn", "{to}"
    wrong = runner.invoke(check).output

    assert "✓ Gửi tin: Thư đi qua thu.example.vn. Chưa đặt dịch vụ tin nhắn" in well
    assert "✗ Gửi tin: Thư đi qua thu.example.vn." in stuck
    assert "1 tin không gửi được" in stuck
    assert "✗ Gửi tin: DANBAN_SMS_BODY phải" in wrong
