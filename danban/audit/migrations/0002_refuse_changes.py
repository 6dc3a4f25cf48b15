"""The diary and its seals refuse UPDATE and DELETE, on both engines.

Every later migration that alters these tables must install the triggers again: SQLite drops them
silently when it rebuilds a table. A test proves them present.
"""

from django.db import migrations

from danban.kit.database import refuse_changes


def install(apps, schema_editor):
    for table in ("audit_entry", "audit_seal"):
        for statement in refuse_changes(schema_editor.connection.vendor, table):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
