"""The words of this room: its events in the diary, what people are told."""

from danban.conferences.models import Conference
from danban.conferences.texts import Words

EVENTS: dict[str, str] = {
    "minutes.drafted": "Lập dự thảo biên bản hội nghị.",
    "minutes.edited": "Ghi thêm vào dự thảo biên bản.",
    "minutes.submitted": "Trình chủ tọa xác nhận biên bản.",
    "minutes.returned": "Trả biên bản để ghi lại.",
    "minutes.confirmed": "Xác nhận và ban hành biên bản.",
    "minutes.corrected": "Lập bản sửa của biên bản đã xác nhận.",
    "resolution.drafted": "Lập dự thảo nghị quyết hội nghị.",
    "resolution.edited": "Sửa dự thảo nghị quyết.",
    "resolution.issued": "Ban hành nghị quyết hội nghị.",
    "resolution.replaced": "Lập bản thay thế nghị quyết đã ban hành.",
}
ORIGIN = "resolutions"
MINUTES_KIND, RESOLUTION_KIND = "minutes", "resolution"
"""What the papers are among the documents, what units owe, and the series of official numbers."""


def words_for_submission(conference: Conference) -> Words:
    """What the unit is told of minutes that wait for their confirmation."""
    return Words(
        f"Biên bản hội nghị {conference.placement.name} chờ xác nhận",
        "Mở trang Biên bản của hội nghị, đọc lại rồi xác nhận hoặc trả để ghi lại.",
    )


def words_for_return(conference: Conference, reason: str) -> Words:
    """What the unit is told of minutes given back."""
    return Words(f"Biên bản hội nghị {conference.placement.name} cần ghi lại", f"Lý do: {reason}")


def words_for_minutes(conference: Conference, revision: int) -> Words:
    """What the commune is told of confirmed minutes."""
    again = "" if revision == 1 else f" (bản sửa lần {revision - 1})"
    body = "Biên bản đã được xác nhận và khóa; mở trang Biên bản để đọc."
    return Words(f"Đã có biên bản hội nghị {conference.placement.name}{again}", body)


def words_for_resolution(conference: Conference, revision: int) -> Words:
    """What the commune is told of an issued resolution."""
    again = "" if revision == 1 else f" (bản thay thế lần {revision - 1})"
    body = "Mở trang Nghị quyết của hội nghị để đọc các chỉ tiêu và cam kết."
    return Words(f"Đã có nghị quyết hội nghị {conference.placement.name}{again}", body)
