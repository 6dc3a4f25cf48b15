"""The words of this room in the diary."""

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
    "obligation.reopened": "Mở lại một việc đã ghi nhận hoàn thành.",
    "local_dates.set": "Đặt thời gian riêng theo kế hoạch của đơn vị.",
    "local_dates.loaded": "Nạp thời gian riêng của các đơn vị hàng loạt.",
    "deeds.loaded": "Nạp kết quả thực hiện hàng loạt.",
}
