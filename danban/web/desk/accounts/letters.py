"""What one-time codes say when they leave: a letter and a message of one part (70 characters)."""

from dataclasses import dataclass

_FOR = {"sign_in": "đăng nhập", "new_password": "đặt lại mật khẩu"}


@dataclass(frozen=True)
class Letter:
    """A mail with its subject, and the same as a short message."""

    subject: str
    body: str
    message: str


def code_letter(code: str, *, purpose: str) -> Letter:
    """The letter of a code to sign in (``sign_in``) or to set a new password (``new_password``)."""
    deed = _FOR[purpose]
    return Letter(
        subject=f"Mã {deed} Dân Bàn",
        body=(
            f"Mã {deed} của bạn: {code[:3]} {code[3:]}\n\n"
            "Mã dùng được một lần, trong 10 phút, trên đúng máy vừa xin mã.\n"
            "Không đưa mã cho bất kỳ ai, kể cả người tự xưng là cán bộ hay kỹ thuật viên.\n\n"
            "Nếu bạn không xin mã này, hãy bỏ qua thư: không có mã thì không ai vào được tài khoản của bạn.\n"
        ),
        message=f"Dân Bàn: mã {deed} {code}, dùng trong 10 phút. Không đưa ai.",
    )
