"""What is read from one sentence, however it is written."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danban.petitionreader import Kind, Place, read
from danban.petitionreader.lexicon import asks, subjects
from danban.sittings.fields import FIELDS

_SAID = "Ngõ 12 Văn Miếu tối, đèn đường hỏng từ tháng 11, đề nghị sửa"


def _fields(text: str) -> str:
    return read(text).fields[0].code if read(text).fields else ""


def test_every_field_of_the_lexicon_is_one_of_the_list() -> None:
    found = {meaning.field for many in subjects().many.values() for _, meaning in many} - {"-"}

    assert found <= set(FIELDS)
    assert set(FIELDS) - found <= {"other"}
    assert asks().single


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (_SAID, "lighting"),
        ("den duong ngo 12 hong", "lighting"),
        ("Đèn tín hiệu ở ngã tư hỏng", "traffic"),
        ("Đường ống nước vỡ tràn ra đường", "water_supply"),
        ("Cống tắc, mưa là ngập", "drainage_flooding"),
        ("Rác thải để cạnh trường học", "waste"),
        ("Hàng quán lấn chiếm vỉa hè trước cổng trường", "urban_order"),
        ("Đề nghị tu bổ đình làng", "heritage_worship"),
        ("Công tác mặt trận cần thêm phụ cấp cán bộ", "social_policy"),
        ("Sông Tô Lịch bốc mùi hôi thối", "environment"),
        ("Xin làm sổ đỏ cho đất giãn dân", "land"),
        ("Phường có hộ xây dựng sai phép", "construction_violation"),
    ],
)
def test_the_field_is_read_from_the_words_and_their_company(text: str, field: str) -> None:
    assert _fields(text) == field


def test_places_and_numbers_are_read_as_they_are_written_or_spoken() -> None:
    assert Place("ngo", "van mieu", "12") in read(_SAID).places
    assert read("ngách 34 ngõ 12").places == read("ngách 12/34").places
    assert read("Ngõ mười hai tối").places == (Place("ngo", "", "12"),)
    assert Place("ho", "kim lien", "") in read("Nước hồ Kim Liên bẩn").places
    assert read("Hộ gia đình khó khăn").places == ()


def test_accents_composed_otherwise_or_left_out_make_no_difference() -> None:
    plain = read(_SAID)
    loose = read(unicodedata.normalize("NFD", _SAID))
    bare = read("Ngo 12 Van Mieu toi, den duong hong tu thang 11, de nghi sua")

    assert loose == plain
    assert (bare.places, bare.subjects, bare.keys) == (plain.places, plain.subjects, plain.keys)
    assert read("Nhà văn hoá xuống cấp").subjects == read("Nhà văn hóa xuống cấp").subjects


@pytest.mark.parametrize(
    "text",
    [
        "Tôi khiếu nại quyết định thu hồi đất của UBND quận",
        "Tố cáo ông tổ trưởng nhận tiền của dân",
        "Cán bộ địa chính nhận hối lộ mới làm giấy",
    ],
)
def test_a_complaint_or_denunciation_shows_by_its_words(text: str) -> None:
    assert read(text).is_complaint
    assert all(word in text.lower() for word in read(text).complaint_words[0].lower().split())


@pytest.mark.parametrize("text", [_SAID, "Đề nghị xử lý nghiêm hộ xả rác", "Phản ánh cán bộ trả hồ sơ chậm"])
def test_a_request_is_no_complaint(text: str) -> None:
    assert not read(text).is_complaint


def test_the_three_kinds_show_by_their_words() -> None:
    assert read(_SAID).kind is Kind.PETITION
    assert read("Tôi xin góp ý: báo cáo nên nêu rõ số hộ").kind is Kind.COMMENT
    assert read("Tôi xin hiến kế lắp đèn năng lượng mặt trời").kind is Kind.IDEA


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_reading_never_fails_whatever_the_text(text: str) -> None:
    assert len(read(text).keys) >= 1


def test_a_text_without_end_is_read_in_no_time() -> None:
    assert read("ngõ 12 " * 5_000).keys
