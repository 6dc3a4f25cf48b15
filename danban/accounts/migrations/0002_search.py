"""The index for search by name without accents, where the engine has one."""

from django.db import migrations

from danban.kit.database import folded_index


def install(apps, schema_editor):
    for statement in folded_index(schema_editor.connection.vendor, "accounts_account", "folded"):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
