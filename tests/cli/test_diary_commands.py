"""``danban seal-diary`` and ``danban verify-diary``."""

import json

from click.testing import CliRunner
from django.db import connection

from danban.audit.actions import record
from danban.cli.seal_diary import command as seal
from danban.cli.verify_diary import command as verify
from danban.kit.actor import Actor
from danban.kit.database import refuse_changes
from tests.cast import AT


def test_a_sound_diary_is_said_to_be_sound(db: None, runner: CliRunner) -> None:
    record(actor=Actor(), event="people.loaded", subject="account", subject_id=None, at=AT)

    sealed = runner.invoke(seal)
    checked = runner.invoke(verify, ["--json"])

    assert sealed.exit_code == 0
    assert "Đã niêm phong thêm 1 mục. Nhật ký nguyên vẹn: 1 mục" in sealed.output
    found = json.loads(checked.output)
    assert (found["holds"], found["checked"], found["unsealed"]) == (True, 1, 1)
    assert len(found["last_link"]) == 64


def test_a_changed_entry_is_named_and_the_exit_code_is_one(db: None, runner: CliRunner) -> None:
    entry = record(actor=Actor(), event="people.loaded", subject="account", subject_id=None, at=AT)
    runner.invoke(seal)
    with connection.cursor() as cursor:
        for statement in refuse_changes(connection.vendor, "audit_entry"):
            if statement.startswith("DROP"):
                cursor.execute(statement)
        cursor.execute("UPDATE audit_entry SET role = 'x' WHERE id = %s", [entry.pk])

    for command in (seal, verify):
        answer = runner.invoke(command)
        assert answer.exit_code == 1
        assert f"mục {entry.pk} không khớp" in answer.output
