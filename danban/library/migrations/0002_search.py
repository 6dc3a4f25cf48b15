"""The indexes for search without accents, where the engine has them."""

from django.db import migrations

from danban.kit.database import folded_index


def install(apps, schema_editor):
    for table in ("library_reference", "library_outlineversion"):
        for statement in folded_index(schema_editor.connection.vendor, table, "folded"):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]
    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
