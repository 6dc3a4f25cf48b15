"""The shape of what is typed when a post passes on or somebody stands in. Nothing is saved here."""

from django import forms

from danban.web.ui.fields import MOST_SECRET, day_field, text_field


class NewcomerForm(forms.Form):
    """Who somebody new is: whatever takes a post may be taken by one."""

    full_name = text_field("Họ và tên", most=120, autocomplete="off")
    email = text_field("E-mail", most=254, required=False, autocomplete="off", inputmode="email")
    phone = text_field(
        "Số điện thoại", most=30, required=False, help_text="Cần ít nhất một trong hai: e-mail hoặc số điện thoại.",
        autocomplete="off", inputmode="tel",
    )  # fmt: skip
    password = text_field(
        "Mật khẩu ban đầu", most=MOST_SECRET, autocomplete="off",
        help_text="Chỉ hiện ở đây, một lần. Hãy ghi lại để trao tận tay; người nhận đổi lại sau khi đăng nhập.",
    )  # fmt: skip


class HandOverForm(forms.Form):
    """The last day of the old holder and what else is to be written down."""

    last_day = day_field(
        "Ngày cuối của người bàn giao", help_text="Người nhận giữ vị trí từ ngày liền sau, làm tiếp mọi việc đang mở."
    )
    note = forms.CharField(
        label="Nội dung bàn giao khác", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Ví dụ: con dấu, sổ sách, chìa khóa nhà văn hóa. Được in vào biên bản.",
    )  # fmt: skip


class HandOverToNewForm(NewcomerForm, HandOverForm):
    """A handover to somebody new."""


class DeputyForm(forms.Form):
    """From when to when somebody stands in."""

    starts_on = day_field("Thay từ ngày")
    ends_on = day_field("Đến hết ngày", help_text="Hết ngày này việc thay tự kết thúc, không phải làm gì thêm.")


class NewDeputyForm(NewcomerForm, DeputyForm):
    """Somebody new stands in."""


class LastDayForm(forms.Form):
    """The last day of a deputy."""

    last_day = day_field("Ngày thay cuối cùng", help_text="Ngày trước hôm nay: thôi thay ngay bây giờ.")
