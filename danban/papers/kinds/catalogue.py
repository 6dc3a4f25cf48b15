"""Every kind of paper of the cycle: its name, whose form it follows, when and by whom it is written, a sample."""

from collections.abc import Callable
from dataclasses import dataclass

from danban.papers.paper import Paper, Profile
from danban.papers.samples import letters, lists, meetings, plans, reports

BEFORE, AT, AFTER = "Trước hội nghị", "Tại hội nghị", "Sau hội nghị"
_STATE, _FRONT, _JOINT = Profile.STATE, Profile.FRONT, Profile.JOINT
_PARTY, _VILLAGE = Profile.PARTY, Profile.VILLAGE


@dataclass(frozen=True)
class Kind:
    """A kind: ``code`` as in addresses, ``abbreviation`` as in numbers ("" where it has none), what it is for.

    ``group`` says when in the year it is written, ``writers`` by whom.
    """

    code: str
    name: str
    group: str
    profiles: tuple[Profile, ...]
    abbreviation: str
    purpose: str
    writers: str
    sample: Callable[[], Paper]


KINDS: tuple[Kind, ...] = (
    Kind("ke-hoach-lien-tich", "Kế hoạch liên tịch", BEFORE, (_JOINT,), "KHLT",
         "Mở đầu chu trình: mục đích, nội dung, thời gian, phân công, kinh phí.", "UBND và Ủy ban MTTQ mỗi cấp",
         plans.joint_plan),
    Kind("ke-hoach", "Kế hoạch", BEFORE, (_STATE, _FRONT), "KH",
         "Kế hoạch riêng của một cơ quan, như giám sát hay tổng vệ sinh.", "UBND hoặc Ủy ban MTTQ", plans.front_plan),
    Kind("bao-cao-cap-uy", "Báo cáo cấp ủy", BEFORE, (_PARTY,), "BC",
         "Báo cáo và xin ý kiến chỉ đạo của cấp ủy trước khi triển khai.", "Đảng ủy, chi bộ", letters.party_report),
    Kind("cong-van", "Công văn", BEFORE, (_STATE, _FRONT, _JOINT), "",
         "Đôn đốc, hướng dẫn, trả lời một việc cụ thể.", "UBND hoặc Ủy ban MTTQ", letters.dispatch),
    Kind("giay-moi", "Giấy mời", BEFORE, (_STATE, _FRONT, _JOINT, _VILLAGE), "GM",
         "Mời đại biểu, khách mời dự hội nghị.", "Cơ quan, thôn tổ chức hội nghị", meetings.invitation),
    Kind("chuong-trinh", "Chương trình hội nghị", BEFORE, (_STATE, _FRONT, _JOINT, _VILLAGE), "CTr",
         "Thứ tự, thời gian từng việc và người thực hiện.", "Ban tổ chức hội nghị", meetings.agenda),
    Kind("bai-phat-thanh", "Bài phát thanh", BEFORE, (_VILLAGE,), "",
         "Câu ngắn để đọc trên loa truyền thanh.", "Thôn, tổ dân phố", lists.loudspeaker),
    Kind("bao-cao-thuc-hien-nghi-quyet", "Báo cáo thực hiện nghị quyết", AT, (_STATE, _JOINT), "BC",
         "Từng chỉ tiêu của nghị quyết năm trước: kết quả, nguyên nhân.", "UBND xã, thôn", reports.implementation),
    Kind("bao-cao-kinh-te-xa-hoi", "Báo cáo kinh tế - xã hội", AT, (_STATE,), "BC",
         "Tóm tắt ba cấp Thành phố, huyện, xã để đọc tại hội nghị thôn.", "UBND xã", reports.socio_economic),
    Kind("phieu-tra-loi-kien-nghi", "Phiếu trả lời kiến nghị", AT, (_VILLAGE, _STATE), "",
         "Đọc lại cho người dân: kiến nghị năm trước đã được giải quyết thế nào.", "Thôn, tổ dân phố", lists.answers),
    Kind("danh-sach-dai-bieu", "Danh sách đại biểu", AT, (_FRONT, _JOINT, _VILLAGE), "",
         "Đại biểu được mời, có cột ký nhận khi đến.", "Ban tổ chức hội nghị", lists.attendance),
    Kind("danh-sach-dang-ky", "Danh sách hộ đăng ký Gia đình văn hóa", AT, (_VILLAGE,), "",
         "Các hộ đăng ký danh hiệu ngay tại hội nghị.", "Thôn, tổ dân phố", lists.families),
    Kind("bien-ban", "Biên bản hội nghị", AT, (_STATE, _VILLAGE), "BB",
         "Diễn biến, ý kiến, kết quả biểu quyết.", "Thư ký hội nghị", meetings.minutes),
    Kind("nghi-quyet", "Nghị quyết hội nghị", AT, (_STATE,), "NQ",
         "Đánh giá năm qua, chỉ tiêu năm nay; ký thay mặt Đoàn Chủ tịch.", "Hội nghị cấp xã", meetings.resolution),
    Kind("nghi-quyet-thon", "Nghị quyết hội nghị thôn", AT, (_VILLAGE,), "",
         "Không ghi số, Trưởng thôn và Trưởng ban công tác Mặt trận cùng ký.", "Hội nghị thôn",
         meetings.village_resolution),
    Kind("chuong-trinh-hanh-dong", "Chương trình hành động", AT, (_JOINT,), "CTr",
         "Chỉ tiêu và giải pháp được hội nghị thông qua.", "UBND và Ủy ban MTTQ xã", plans.programme),
    Kind("nghi-quyet-lien-tich", "Nghị quyết liên tịch", AFTER, (_JOINT,), "NQLT",
         "Quy định việc phối hợp giữa hai cơ quan.", "UBND và Ủy ban MTTQ", meetings.joint_resolution),
    Kind("tong-hop-kien-nghi", "Báo cáo tổng hợp kiến nghị", AFTER, (_FRONT, _JOINT), "BC",
         "Ý kiến, kiến nghị của các hội nghị cấp dưới, theo lĩnh vực.", "Ủy ban MTTQ xã, huyện", reports.petitions),
    Kind("bao-cao-kho-khan", "Báo cáo khó khăn, vướng mắc", AFTER, (_STATE, _FRONT, _JOINT), "BC",
         "Việc vượt thẩm quyền, xin cấp trên tháo gỡ.", "Mọi cấp", reports.difficulties),
    Kind("bao-cao-ket-qua", "Báo cáo kết quả", AFTER, (_JOINT,), "BC",
         "Khép lại chu trình: chỉ đạo, kết quả, đánh giá, đề xuất.", "UBND và Ủy ban MTTQ mỗi cấp", reports.final),
    Kind("quyet-dinh-cong-nhan", "Quyết định công nhận", AFTER, (_STATE,), "QĐ",
         "Công nhận danh hiệu, danh sách kèm theo.", "Chủ tịch UBND xã", lists.recognition),
    Kind("bang-quyet-toan", "Bảng quyết toán kinh phí", AFTER, (_STATE,), "",
         "Kinh phí đã nhận, đã chi, còn lại.", "UBND xã", lists.settlement),
    Kind("to-trinh-khen-thuong", "Tờ trình khen thưởng", AFTER, (_STATE, _FRONT, _JOINT), "TTr",
         "Đề nghị khen tập thể, cá nhân có thành tích.", "UBND và Ủy ban MTTQ", letters.proposal),
)  # fmt: skip
BY_CODE = {kind.code: kind for kind in KINDS}
