"""The words of this room: what its diary entries say, how a rhythm is said."""

EVENTS: dict[str, str] = {
    "plan.read": "Đưa một văn bản kế hoạch vào thành bản nháp.",
    "item.corrected": "Chỉnh một dòng của bản nháp.",
    "item.dropped": "Bỏ một dòng của bản nháp.",
    "item.restored": "Khôi phục một dòng của bản nháp.",
    "item.added": "Thêm một dòng vào bản nháp.",
    "draft.retitled": "Đổi năm, tên hoặc chủ đề của bản nháp.",
    "draft.discarded": "Bỏ một bản nháp.",
    "draft.launched": "Phát hành năm: giao việc cho mọi đơn vị.",
    "draft.applied": "Áp dụng bản sửa đổi vào năm đang thực hiện.",
    "amendment.drafted": "Lập bản sửa đổi từ năm đang thực hiện.",
    "campaign.cloned": "Chép một năm thành bản nháp của năm khác.",
    "campaign.closed": "Khép lại một năm.",
    "campaign.reopened": "Mở lại một năm đã khép.",
    "obligation.fulfilled": "Ghi nhận một việc đã hoàn thành.",
    "obligation.excused": "Chấp nhận lý do của một việc chậm hoặc không làm.",
    "obligation.reopened": "Mở lại một việc đã ghi nhận hoàn thành.",
    "local_dates.set": "Đặt thời gian riêng theo kế hoạch của đơn vị.",
    "local_dates.loaded": "Nạp thời gian riêng của các đơn vị hàng loạt.",
    "obligation.reminded": "Đôn đốc việc sắp đến hạn hoặc quá hạn.",
    "deeds.loaded": "Nạp kết quả thực hiện hàng loạt.",
}

_WEEKDAYS = {
    "MO": "thứ Hai", "TU": "thứ Ba", "WE": "thứ Tư", "TH": "thứ Năm", "FR": "thứ Sáu", "SA": "thứ Bảy",
    "SU": "Chủ nhật",
}  # fmt: skip
_RHYTHMS = {"DAILY": "Hằng ngày", "WEEKLY": "Hằng tuần", "MONTHLY": "Hằng tháng", "YEARLY": "Hằng năm"}


def rhythm(rrule: str) -> str:
    """ "FREQ=WEEKLY;BYDAY=FR,SA" → "Hằng tuần: thứ Sáu, thứ Bảy"; "" for work done once."""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    how_often = _RHYTHMS.get(parts.get("FREQ", ""), "Lặp lại" if rrule else "")
    days = ", ".join(_WEEKDAYS[day] for day in parts.get("BYDAY", "").split(",") if day in _WEEKDAYS)
    return f"{how_often}: {days}" if days else how_often
