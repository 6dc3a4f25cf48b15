"""Signers of many bodies named at once: by a machine alone, with words that stand on paper."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.documents.actions import SignerRow, load_signers
from danban.documents.models import Signer
from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotYours
from tests.cast import AT, Cast

FROM = date(2022, 1, 1)


def test_they_stand_with_one_line_in_the_diary(cast: Cast) -> None:
    rows = [SignerRow(cast.bodies["00001", kind].pk, "Đỗ Văn Lâm", "Chủ tịch", FROM)
            for kind in ("front_committee", "peoples_committee")]  # fmt: skip

    assert load_signers(rows, actor=machine("test"), at=AT) == 2
    assert Signer.objects.count() == 2
    assert Entry.objects.filter(event="signers.loaded").count() == 1


def test_a_person_and_words_without_a_position_are_refused_and_nothing_is_written(cast: Cast) -> None:
    body = cast.bodies["00001", "front_committee"].pk

    with pytest.raises(NotYours):
        load_signers([SignerRow(body, "Đỗ Văn Lâm", "Chủ tịch", FROM)], actor=cast.actors["phuc_xa"], at=AT)
    with pytest.raises(BadInput):
        load_signers([SignerRow(body, "Đỗ Văn Lâm", "", FROM)], actor=machine("test"), at=AT)
    assert not Signer.objects.exists()
