"""What search compares of a post is written with every post."""

import ast
from dataclasses import replace

from danban.accounts.actions import load_people
from danban.accounts.models import Appointment, post_text
from tests.accounts.test_load import LOADER, people_rows
from tests.cast import AT, Cast
from tests.house.walk import name_of, piece_files, tree_of


def test_a_post_is_found_by_its_title_and_by_what_its_role_is_called() -> None:
    assert post_text("Công chức văn hóa", "commune_committee_officer") == "cong chuc van hoa | ubnd cap xa"
    assert len(post_text("ơ" * 160, "x" * 400)) == 400


def test_every_action_that_writes_a_post_writes_what_it_is_found_by() -> None:
    loose = [
        f"{name_of(path)}:{node.lineno}"
        for path in piece_files("accounts", "actions")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"Appointment", "Appointment.objects.create"}
        and "folded" not in {keyword.arg for keyword in node.keywords}
    ]

    assert not loose


def test_posts_are_loaded_with_what_they_are_found_and_reached_by(cast: Cast) -> None:
    first, *_ = people_rows(cast)

    load_people([replace(first, work_phone="024 0123 4567", work_email="A@example.vn")], actor=LOADER, at=AT)

    office = Appointment.objects.get(account__email="bon@example.vn")
    assert office.folded == "truong ban | truong ban cong tac mat tran"
    assert (office.work_phone, office.work_email) == ("+842401234567", "a@example.vn")
