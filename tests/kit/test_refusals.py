"""A refusal carries its sentence, and a button asks the rule it stands for."""

import pytest

from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours, is_allowed


@pytest.mark.parametrize("refusal", [NotFound(), NotYours("Không."), NotNow("Chưa."), BadInput("Sai.")])
def test_whatever_a_rule_refuses_is_not_allowed(refusal: Exception) -> None:
    def check(number: int, *, limit: int) -> None:
        if number > limit:
            raise refusal

    assert is_allowed(check, 1, limit=1)
    assert not is_allowed(check, 2, limit=1)


def test_a_mistake_of_ours_is_never_taken_for_a_refusal() -> None:
    def broken() -> None:
        raise KeyError("trees")

    with pytest.raises(KeyError):
        is_allowed(broken)


def test_bad_input_names_its_fields_and_absence_looks_like_outside() -> None:
    assert BadInput("Chưa đúng.", {"email": "Thiếu."}).problems == {"email": "Thiếu."}
    assert BadInput("Chưa đúng.").problems == {}
    assert "trong phạm vi" in NotFound().sentence
