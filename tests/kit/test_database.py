"""Where the two engines differ, each says the same in its own words."""

import pytest
from django.db import DatabaseError, connection, transaction

from danban.kit.database import folded_index, gather_statistics, insert_rows, refuse_changes
from danban.units.models import Scheme


@pytest.mark.parametrize("vendor", ["sqlite", "postgresql"])
def test_refusing_changes_names_both_verbs_and_may_be_said_again(vendor: str) -> None:
    statements = list(refuse_changes(vendor, "audit_entry"))

    words = " ".join(statements)
    assert "BEFORE UPDATE" in words
    assert "DELETE" in words
    assert "append-only" in words
    made = [s for s in statements if s.startswith("CREATE TRIGGER")]
    dropped = [s for s in statements if s.startswith("DROP TRIGGER IF EXISTS")]
    assert len(made) == len(dropped)
    assert all(statements.index(drop) < statements.index(make) for drop, make in zip(dropped, made, strict=True))


def test_a_table_refuses_on_this_engine_however_often_it_is_told(db: None) -> None:
    for _ in range(2):
        for statement in refuse_changes(connection.vendor, "units_scheme"):
            with connection.cursor() as cursor:
                cursor.execute(statement)
    scheme = Scheme.objects.create(code="thu", name="Thử")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Scheme.objects.filter(pk=scheme.pk).update(name="Khác")


def test_only_postgresql_has_an_index_for_parts_of_words() -> None:
    assert list(folded_index("sqlite", "units_placement", "folded")) == []
    made = list(folded_index("postgresql", "units_placement", "folded"))
    assert [("IF NOT EXISTS" in statement) for statement in made] == [True, True]
    assert "gin_trgm_ops" in made[1]


def test_many_rows_are_written_as_they_are_with_their_marks_and_quotes(db: None) -> None:
    rows = [(f"ma-{number}", 'Tên "có dấu", \\ và\tchỗ trống', "{}") for number in range(3)]

    insert_rows("units_scheme", ("code", "name", "hands"), rows)

    written = Scheme.objects.filter(code__startswith="ma-").order_by("code").values_list("code", "name")
    assert list(written) == [(code, name) for code, name, _ in rows]


def test_rows_known_already_are_passed_over_where_that_is_asked_for(db: None) -> None:
    columns = ("code", "name", "hands")
    insert_rows("units_scheme", columns, [("ma-1", "Trước", "{}")])

    insert_rows("units_scheme", columns, [("ma-1", "Sau", "{}"), ("ma-2", "Mới", "{}")], skips_known=True)

    written = Scheme.objects.filter(code__startswith="ma-").order_by("code").values_list("name", flat=True)
    assert list(written) == ["Trước", "Mới"]
    with pytest.raises(DatabaseError), transaction.atomic():
        insert_rows("units_scheme", columns, [("ma-1", "Sau", "{}")])


def test_statistics_are_gathered_inside_a_transaction_however_often(db: None) -> None:
    with transaction.atomic():
        gather_statistics()
        gather_statistics()

    assert Scheme.objects.count() == 0
