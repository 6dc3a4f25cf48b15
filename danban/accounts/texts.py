"""What the diary says about people. Sentences name no person: the diary holds ids only."""

EVENTS: dict[str, str] = {
    "account.created": "Tạo tài khoản",
    "account.entered": "Tạo tài khoản và giao vị trí đầu tiên",
    "account.appointed": "Giao vị trí cho một người",
    "appointment.ended": "Cho một người thôi giữ vị trí",
    "account.signed_in": "Đăng nhập",
    "password.changed": "Đổi mật khẩu",
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
