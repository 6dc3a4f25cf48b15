"""The bodies of the samples and the frames they write in: an invented commune of nine villages and 2.236 households."""

from collections.abc import Iterable
from datetime import date

from danban.papers.kinds.desk import Desk
from danban.papers.paper import CheckCode, Issuer, Profile, Signature

COMMITTEE = "Ủy ban nhân dân xã An Lạc"
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam xã An Lạc"
VILLAGES = (
    "Thượng", "Trung", "Hạ", "Đoài", "Đông", "Phú Cường", "Tân Tiến", "Hòa Bình", "Cầu Mới",
)  # fmt: skip
FAMILY_NAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLE_NAMES = ("Văn", "Thị", "Đức", "Thu", "Quang", "Ngọc", "Xuân")
GIVEN_NAMES = ("Bình", "Hạnh", "Dũng", "Lan", "Sơn", "Thủy", "Khôi", "Mai", "Tuấn", "Yến", "Phúc")
FRONT_SIGNS = Signature(("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "Phạm Thị Thu Hạnh")
COMMITTEE_SIGNS = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Đỗ Quang Khôi")
VILLAGE_HEAD = Signature(("TRƯỞNG THÔN",), "Trần Văn Bình", "(Ký, ghi rõ họ tên)")
FRONT_GROUP_HEAD = Signature(("TRƯỞNG BAN CÔNG TÁC MẶT TRẬN",), "Lê Thị Ngọc Mai", "(Ký, ghi rõ họ tên)")


def people(count: int) -> Iterable[str]:
    """Invented names, no two alike within 700."""
    for at in range(count):
        family, middle = FAMILY_NAMES[at % 10], MIDDLE_NAMES[at % 7]
        yield f"{family} {middle} {GIVEN_NAMES[(at + at // 70) % 11]}"


def of_committee(day: date, number: int, symbol: str, *, recipients: tuple[str, ...] = ()) -> Desk:
    """A paper of the People's Committee of the commune."""
    to = recipients or ("Như trên", "Thường trực Đảng ủy, HĐND xã", "Các thôn", "Lưu: VT, VHXH")
    return Desk(Profile.STATE, (Issuer(COMMITTEE),), "An Lạc", day, number, symbol, (COMMITTEE_SIGNS,), to)


def of_front(day: date, number: int, symbol: str, *, recipients: tuple[str, ...] = ()) -> Desk:
    """A paper of the standing board of the Front's committee of the commune."""
    to = recipients or ("Như trên", "Thường trực Đảng ủy xã", "Lưu: VT, MTTQ")
    issuer = Issuer(FRONT, "Ủy ban MTTQ Việt Nam huyện Thanh Bình")
    return Desk(Profile.FRONT, (issuer,), "An Lạc", day, number, symbol, (FRONT_SIGNS,), to)


def of_both(
    day: date, number: int, symbol: str, *, recipients: tuple[str, ...] = (), code: CheckCode | None = None
) -> Desk:
    """A joint paper of both, each signing."""
    to = recipients or ("Thường trực Đảng ủy xã", "Các ban, ngành, đoàn thể xã", "9/9 thôn", "Lưu: VT, MTTQ")
    issuers, signed = (Issuer(COMMITTEE), Issuer(FRONT)), (FRONT_SIGNS, COMMITTEE_SIGNS)
    return Desk(Profile.JOINT, issuers, "An Lạc", day, number, symbol, signed, to, code)


def of_party(day: date, number: int, symbol: str) -> Desk:
    """A paper of the commune's Party committee."""
    signed = Signature(("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"), "Vũ Xuân Phúc")
    to = ("Như trên", "Các đồng chí Đảng ủy viên", "Lưu Văn phòng Đảng ủy")
    issuer = Issuer("Đảng ủy xã An Lạc", "Đảng bộ huyện Thanh Bình")
    return Desk(Profile.PARTY, (issuer,), "An Lạc", day, number, symbol, (signed,), to)


def of_village(day: date) -> Desk:
    """A paper of a village: no number, signed by both heads."""
    signed = (FRONT_GROUP_HEAD, VILLAGE_HEAD)
    return Desk(Profile.VILLAGE, (Issuer("Thôn Hạ", "Xã An Lạc"),), "An Lạc", day, signatures=signed)


def of_conference(day: date, number: int, symbol: str, signed: tuple[Signature, ...]) -> Desk:
    """A paper of the delegates' conference of the commune."""
    to = ("Thường trực Đảng ủy, HĐND xã", "UBND, Ủy ban MTTQ Việt Nam xã", "9/9 thôn", "Lưu: VT, Hồ sơ hội nghị")
    issuer = Issuer("Hội nghị đại biểu Nhân dân", "Xã An Lạc")
    return Desk(Profile.STATE, (issuer,), "An Lạc", day, number, symbol, signed, to)
