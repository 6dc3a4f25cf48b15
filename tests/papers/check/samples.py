"""Papers of ours of several kinds and profiles, which must pass the checker without a fault."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from danban.papers import kinds
from danban.papers.kinds import Desk
from danban.papers.paper import Annex, CheckCode, Issuer, Paper, Paragraph, Profile, Run, Signature

DAY = date(2023, 1, 5)
MEETING = datetime(2023, 2, 12, 19, 30)
_UBND = Issuer("Ủy ban nhân dân xã Hạ")
_FRONT = Issuer("Ủy ban MTTQ Việt Nam phường Phúc Xá", superior="Ủy ban MTTQ Việt Nam quận Ba Đình")
_CHAIR = Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Văn Bình")
_DEPUTY = Signature(("TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Hà")
_RECIPIENTS = ("UBND quận Ba Đình", "Các tổ dân phố", "Lưu: VT")


def desk(profile: Profile = Profile.STATE, symbol: str = "KH-UBND", number: int | None = 7) -> Desk:
    """A frame of the profile, numbered and signed as it should be."""
    issuers, signatures = {
        Profile.STATE: ((_UBND,), (_CHAIR,)),
        Profile.FRONT: ((_FRONT,), (_DEPUTY,)),
        Profile.JOINT: ((_UBND, Issuer(_FRONT.name)), (_CHAIR, _DEPUTY)),
        Profile.PARTY: ((Issuer("Đảng ủy phường Phúc Xá"),), (Signature(("T/M ĐẢNG ỦY", "BÍ THƯ"), "Lê Văn Cường"),)),
        Profile.VILLAGE: (
            (Issuer("Thôn Đông"), Issuer("Ban công tác Mặt trận thôn Đông")),
            (Signature(("TRƯỞNG THÔN",), "Phạm Văn Đức"), Signature(("TRƯỞNG BAN CÔNG TÁC MẶT TRẬN",), "Vũ Thị Én")),
        ),
    }[profile]
    return Desk(
        profile=profile,
        issuers=issuers,
        place="Phúc Xá",
        issued_on=DAY,
        number=number,
        symbol=symbol,
        signatures=signatures,
        recipients=_RECIPIENTS,
    )


def plan(profile: Profile = Profile.STATE, symbol: str = "KH-UBND") -> Paper:
    """A plan with căn cứ, headings, a table and money."""
    text = kinds.PlanText(
        purposes=(
            "Phát huy dân chủ, huy động sự tham gia của các tầng lớp Nhân dân vào việc xây dựng đời sống văn hóa.",
            "Hội nghị được tổ chức thiết thực, tiết kiệm, đúng thời gian.",
        ),
        contents=("Báo cáo kết quả năm trước.", "Bàn việc của năm nay."),
        dates=(("Hội nghị ở tổ dân phố", "trước ngày 10/02/2023"), ("Hội nghị ở phường", "ngày 25/02/2023")),
        tasks=(
            ("Ủy ban nhân dân phường", ("Bố trí kinh phí;", "Chuẩn bị hội trường.")),
            ("Công an phường", ("Giữ gìn trật tự.",)),
        ),
        funding=15_000_000,
        basis=("Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Kế hoạch số 03/KH-UBND của quận Ba Đình"),
    )
    return kinds.unit_plan(desk(profile, symbol), "Tổ chức Hội nghị đại biểu Nhân dân năm 2023", text)


def with_annex() -> Paper:
    """A plan with two annexes."""
    said = (Paragraph((Run("Chương trình gồm báo cáo, thảo luận và biểu quyết nghị quyết của hội nghị."),)),)
    annexes = (Annex("I", "Chương trình hội nghị", said), Annex("II", "Danh sách đại biểu", said))
    return replace(plan(), annexes=annexes, check_code=CheckCode("https://danban.example/kiem-tra/abc/", "abc"))


def dispatch() -> Paper:
    """A công văn."""
    return kinds.dispatch(
        desk(symbol="UBND-VHXH"),
        "chuẩn bị hội nghị",
        addressed_to=("Các tổ dân phố",),
        paragraphs=("Đề nghị chuẩn bị.",),
    )


def invitation() -> Paper:
    """A giấy mời."""
    call = kinds.Invitation(
        "các hộ dân tổ 5", "Hội nghị đại biểu Nhân dân", "Ông Trần Văn Bình", MEETING, "Nhà văn hóa"
    )
    return kinds.invitation(desk(symbol="GM-UBND"), call)


def minutes() -> Paper:
    """A biên bản of a village, signed by both heads."""
    held = kinds.Minutes(
        meeting="Hội nghị đại biểu Nhân dân", starts_at=MEETING, ends_at=MEETING.replace(hour=21), venue="Nhà văn hóa",
        chair="Bà Én", secretary="Ông Đức", present="50 hộ", course=(("Khai mạc", ("Chào cờ;", "Giới thiệu.")),),
        votes=(kinds.Vote("Vệ sinh", 50, 48, 1, 1),),
    )  # fmt: skip
    return kinds.minutes(desk(Profile.VILLAGE), held)


def party_report() -> Paper:
    """A báo cáo to a Party committee, from the Party's own desk."""
    return kinds.party_report(
        desk(Profile.PARTY, "BC/ĐU"), "kết quả hội nghị", addressed_to=("Quận ủy Ba Đình",), results=("Đã họp.",),
        asks=("Cho ý kiến.",),
    )  # fmt: skip


def report() -> Paper:
    """A báo cáo of a Front with figures and a table."""
    section = kinds.reports.Section(
        "Kết quả", ("Đã tổ chức xong.",), (kinds.reports.Tallied("Đã họp", 5, 6), kinds.reports.Tallied("Dự", 50))
    )
    return kinds.report(desk(Profile.FRONT, "BC-MTTQ-BTT"), "Tổ chức hội nghị", (section,), addressed_to=("Quận",))


def resolution() -> Paper:
    """A nghị quyết with articles."""
    articles = (
        ("Vệ sinh môi trường", ("Mỗi nhà một buổi tổng vệ sinh.",)),
        ("Hiệu lực", ("Từ ngày ký.", "Mọi hộ thi hành.")),
    )
    return kinds.resolution(desk(symbol="NQ-HNND"), "Hội nghị đại biểu Nhân dân", articles, basis=("Căn cứ Luật X",))


SAMPLES: dict[str, Callable[[], Paper]] = {
    "kế hoạch": plan,
    "kế hoạch liên tịch": lambda: plan(Profile.JOINT, "KHLT-UBND-UBMTTQ"),
    "kế hoạch của Mặt trận": lambda: plan(Profile.FRONT, "KH-MTTQ-BTT"),
    "kế hoạch có phụ lục": with_annex,
    "công văn": dispatch,
    "giấy mời": invitation,
    "biên bản của thôn": minutes,
    "báo cáo gửi cấp ủy": party_report,
    "báo cáo": report,
    "nghị quyết": resolution,
}
