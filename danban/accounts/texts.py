"""What the diary says about people. Sentences name no person: the diary holds ids only."""

EVENTS: dict[str, str] = {
    "account.created": "Tạo tài khoản",
    "account.entered": "Tạo tài khoản và giao vị trí đầu tiên",
    "account.appointed": "Giao vị trí cho một người",
    "appointment.ended": "Cho một người thôi giữ vị trí",
    "account.signed_in": "Đăng nhập",
    "password.changed": "Đổi mật khẩu",
    "password.reset": "Đặt lại mật khẩu bằng mã một lần",
    "second_factor.set_up": "Thiết lập xác thực hai lớp",
    "second_factor.removed": "Gỡ xác thực hai lớp của mình",
    "second_factor.reset": "Gỡ xác thực hai lớp cho người khác",
    "recovery_code.used": "Dùng một mã dự phòng",
    "recovery_codes.renewed": "Tạo bộ mã dự phòng mới",
    "session.ended": "Đăng xuất một máy khác",
    "sessions.ended": "Đăng xuất mọi máy khác",
    "account.deactivated": "Khóa tài khoản",
    "account.reactivated": "Mở lại tài khoản",
    "people.loaded": "Nạp danh sách người hàng loạt",
    "appointment.contacts_set": "Ghi điện thoại, thư công vụ của một vị trí",
    "feed.created": "Mở địa chỉ lịch của một vị trí",
    "feed.revoked": "Thu hồi địa chỉ lịch của một vị trí",
}

LEVELS: dict[str, str] = {
    "city": "Thành phố",
    "district": "Quận, huyện, thị xã",
    "commune": "Xã, phường, thị trấn",
    "village": "Thôn, tổ dân phố",
}
"""What the level of a role is called where people choose among roles."""

LOST_SECOND_FACTOR: dict[str, str] = {
    "lost_phone": "Mất điện thoại",
    "new_phone": "Đã đổi điện thoại",
    "broken": "Máy hỏng hoặc xóa nhầm ứng dụng",
    "suspected": "Nghi có người khác biết mã",
}
"""Why a superior takes somebody's second factor off."""
