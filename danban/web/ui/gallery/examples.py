"""Made-up values for the component page: enough to see every state, no row of the database."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict

from danban.web.ui.charts import bars, matrix, tile_map, timeline, year_heat
from danban.web.ui.navigation import Place
from danban.web.ui.pieces import LegendItem, Link, Point, Segment, Step, Tab, Term

TODAY = date(2023, 2, 10)
LONG_NAME = "Tổ dân phố Khu đô thị mới Nam Thăng Long và các nhà chung cư cán bộ, chiến sĩ số 15 phường Xuân Đỉnh"
_DISTRICTS = (
    ("Đống Đa", 21), ("Hoàn Kiếm", 18), ("Hai Bà Trưng", 18), ("Hà Đông", 17), ("Ba Đình", 14), ("Long Biên", 14),
    ("Hoàng Mai", 14), ("Bắc Từ Liêm", 13), ("Thanh Xuân", 11), ("Nam Từ Liêm", 10), ("Tây Hồ", 8), ("Cầu Giấy", 8),
    ("Thị xã Sơn Tây", 15), ("Chương Mỹ", 32), ("Ba Vì", 31), ("Thường Tín", 29), ("Ứng Hòa", 29), ("Phú Xuyên", 27),
    ("Sóc Sơn", 26), ("Đông Anh", 24), ("Thạch Thất", 23), ("Gia Lâm", 22), ("Mỹ Đức", 22), ("Phúc Thọ", 21),
    ("Quốc Oai", 21), ("Thanh Oai", 21), ("Hoài Đức", 20), ("Mê Linh", 18), ("Thanh Trì", 16), ("Đan Phượng", 16),
)  # fmt: skip
_MONDAYS = [date(2022, 1, 3) + timedelta(days=7 * week) for week in range(52)]
_HEAT = {
    monday + timedelta(days=5 - week % 2): year_heat.Day(week * 7 % 41 + 1, f"{week * 7 % 41 + 1} buổi", "#")
    for week, monday in enumerate(_MONDAYS[2:48])
}


@dataclass(frozen=True)
class Named:
    """A unit or a body by its name only."""

    name: str


@dataclass(frozen=True)
class Office:
    """An office as the shell sees it."""

    pk: int
    title: str
    unit: Named
    body: Named | None


class SignInForm(forms.Form):
    """The look of a sign-in."""

    login = forms.CharField(
        label="Thư điện tử hoặc số điện thoại", help_text="Ví dụ: ha.nguyen@example.vn hoặc 0912 345 678"
    )
    password = forms.CharField(label="Mật khẩu", widget=forms.PasswordInput)


class ExampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="Nơi họp", help_text="Ghi như người dân vẫn gọi.", max_length=40)
    held_on = forms.DateField(label="Ngày họp", widget=forms.DateInput(attrs={"type": "date"}))
    level = forms.ChoiceField(label="Cấp", choices=[("xa", "Xã, phường, thị trấn"), ("thon", "Thôn, tổ dân phố")])
    chair = forms.ChoiceField(
        label="Người chủ trì",
        choices=[("ban", "Trưởng ban công tác Mặt trận"), ("to", "Tổ trưởng tổ dân phố")],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label="Nội dung bàn",
        choices=[("ve-sinh", "Vệ sinh môi trường"), ("an-ninh", "An ninh trật tự"), ("quy", "Các khoản quỹ")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_pilot = forms.BooleanField(label="Chọn làm hội nghị điểm", required=False)
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea, required=False)
    paper = forms.FileField(label="Tệp đính kèm", required=False, help_text="Tối đa 20 MB.")


def page(query: QueryDict) -> dict[str, Any]:
    """Everything the component page shows."""
    office = Office(
        1, "Cán bộ Ban Phong trào", Named("Thành phố Hà Nội"), Named("Ban Phong trào, Ủy ban MTTQ Thành phố")
    )
    wrong = ExampleForm(
        {"name": "Nhà văn hóa " * 5, "held_on": "30/02", "level": "xa", "topics": ["quy"]}, auto_id="sai_%s"
    )
    wrong.is_valid()
    return {
        "office": office, "offices": [office], "places": _places(), "today": TODAY, "is_demo": True,
        "crumbs": [Link("Kiến nghị", "#"), Link("Chiếu sáng", "#"), Link("KN-2023-00812")],
        "tabs_of_city": [Tab("Kế hoạch", "#", is_current=True, count=609), Tab("Báo cáo", "#")],
        "steps_now": [Step("Chuẩn bị", "ok", "#"), Step("Mời", "now", "#"), Step("Họp"), Step("Gửi")],
        "steps_done": [Step("Chuẩn bị", "ok"), Step("Mời", "ok"), Step("Họp", "ok"), Step("Gửi", "ok")],
        "points": _points(), "terms_of_plan": _terms(), "long_name": LONG_NAME,
        "form": ExampleForm(), "wrong_form": wrong,
        "page_of_units": Paginator(range(5412), 50).get_page(query.get("trang", 3)),
        "one_page": Paginator(range(12), 50).get_page(1),
        "why_lines": ["Kế hoạch ghi “trước ngày 20/12/2022”.", "Ngày 20/12 không còn kịp, nên ngày cuối là 19/12."],
        **_due_days(), **_figures(), **_charts(),
    }  # fmt: skip


def _places() -> list[Place]:
    wanted = (
        ("Việc của tôi", "home", True), ("Toàn thành phố", "squares-2x2", True),
        ("Ma trận tiến độ", "table-cells", False),
        ("Kế hoạch và năm", "calendar-days", True), ("Đơn vị", "building-library", False),
        ("Người và vị trí", "user-group", False), ("Nhật ký", "book-open", False),
    )  # fmt: skip
    return [
        Place(label, "#", icon, label == "Toàn thành phố", phone, label.removesuffix(" và năm"))
        for label, icon, phone in wanted
    ]


def _points() -> list[Point]:
    return [
        Point("Nêu ra khi thảo luận ở Tổ dân phố số 5", "16/02", text="“Ngõ 12 tối, đèn hỏng từ tháng 11.”"),
        Point("Phường nhận, xếp lĩnh vực Chiếu sáng", "17/02", text="Gộp với 2 kiến nghị cùng việc", href="#"),
        Point("Chuyển UBND quận", "20/02", text="Lý do: hạ tầng do quận quản lý", state="late"),
        Point("Tổ dân phố xác nhận", "15/03", text="Chờ số 5 và số 7", state="now"),
        Point("Đọc lại tại hội nghị năm sau", state="later"),
    ]  # fmt: skip


def _terms() -> list[Term]:
    return [
        Term("Số, ký hiệu", ""),
        Term("Cơ quan ban hành", "Ủy ban nhân dân Thành phố và Ban Thường trực Ủy ban MTTQ Việt Nam Thành phố"),
        Term("Ngày ban hành", "16/12/2022"),
        Term("Nơi nhận báo cáo", "banphongtrao@example.vn", "#"),
        Term("Tên đơn vị dài nhất", LONG_NAME),
    ]


def _due_days() -> dict[str, Any]:
    return {
        "due_soon": date(2023, 2, 13), "due_far": date(2023, 3, 7), "due_late": date(2023, 2, 5),
        "done_on": date(2023, 1, 12),
        "done_late_on": date(2023, 2, 7), "opens_on": date(2023, 3, 1), "no_day": None,
    }  # fmt: skip


def _figures() -> dict[str, Any]:
    return {
        "plan_parts": [Segment(604 / 609, "s4", "604 đã ban hành"), Segment(5 / 609, "s-late", "5 quá hạn")],
        "plan_links": [Link("5 đơn vị chưa có", "#"), Link("18 ban hành muộn", "#")],
        "village_parts": [Segment(0.356, "s4", "1.926 đã họp"), Segment(0.46, "s2", "2.488 đã có lịch")],
        "village_links": [Link("2.488 đã có lịch", "#"), Link("998 chưa có lịch", "#")],
        "voice_parts": [Segment(0.672, "s4")],
        "voice_links": [Link("4,0 ý kiến mỗi hội nghị"), Link("5.180 thành kiến nghị", "#")],
        "goal_parts": [Segment(0.61, "s4"), Segment(0.09, "s-soon")],
        "goal_links": [Link("52.310 / 85.752", "#"), Link("7.718 không đạt", "#")],
        "nothing_links": [Link("Chưa tới kỳ, mở từ 01/03")],
        "reply_parts": [Segment(51 / 72, "s4", "51 sẽ đến"), Segment(7 / 72, "s-soon", "7 bận")],
        "scale": [
            LegendItem("s0", "Chưa làm"), LegendItem("s1", "Dưới 30 %"), LegendItem("s2", "30–59 %"),
            LegendItem("s3", "60–99 %"), LegendItem("s4", "Đã xong"), LegendItem("s-none", "Không có việc"),
        ],
    }  # fmt: skip


def _charts() -> dict[str, Any]:
    tet = (date(2023, 1, 20), date(2023, 1, 26), "Nghỉ Tết")
    marks = [
        timeline.Mark("Kế hoạch của Thành phố", date(2022, 12, 19), is_done=True, href="#"),
        timeline.Mark("Kế hoạch của quận, huyện, xã, phường", date(2022, 12, 30), is_late=True, href="#"),
        timeline.Mark("Hội nghị thôn, tổ dân phố", date(2023, 2, 28), date(2023, 1, 2), href="#"),
        timeline.Mark("Hội nghị xã, phường", date(2023, 3, 10), date(2023, 3, 1), href="#"),
        timeline.Mark("Báo cáo về Thành phố", date(2023, 3, 19), href="#"),
    ]
    crowded = [
        *marks,
        timeline.Mark("Duyệt danh sách hội nghị điểm của quận, huyện, thị xã", date(2023, 1, 5), is_done=True),
        timeline.Mark(
            "Tập huấn cho Trưởng ban công tác Mặt trận và Tổ trưởng tổ dân phố", date(2023, 1, 5), date(2022, 12, 26)
        ),
        timeline.Mark("Gửi giấy mời", date(2023, 1, 9), is_late=True),
        timeline.Mark("Họp rút kinh nghiệm", date(2023, 1, 12)),
        timeline.Mark("Nộp dự toán", date(2023, 1, 13)),
        timeline.Mark("Giao kinh phí", date(2023, 1, 16)),
    ]
    return {
        "year_line": timeline.draw(marks, today=TODAY, shaded=[tet]),
        "crowded_line": timeline.draw(crowded, today=TODAY, shaded=[tet]),
        "tiles": tile_map.draw([_group(name, count, place) for place, (name, count) in enumerate(_DISTRICTS)]),
        "one_group": tile_map.draw([_group("Thành phố Hà Nội, 126 xã, phường", 126, 4)]),
        "matrix_table": _matrix(),
        **_heat(),
        "bar_list": bars.draw(
            [
                bars.Bar("Vệ sinh môi trường", [Segment(0.42)], "2.176", "#"),
                bars.Bar("Hạ tầng, chiếu sáng, thoát nước trong ngõ xóm", [Segment(0.31)], "1.606", "#"),
                bars.Bar("Lĩnh vực khác", [Segment(0.02)], "104"),
            ],
            caption="Kiến nghị theo lĩnh vực",
        ),
    }  # fmt: skip


def _heat() -> dict[str, Any]:
    return {
        "heat": year_heat.draw(_HEAT, mondays=_MONDAYS, today=TODAY, caption="Tổng vệ sinh trong năm"),
        "heat_scale": year_heat.legend(max(one.count for one in _HEAT.values())),
    }


def _group(name: str, count: int, place: int) -> tile_map.Group:
    tiles = [_tile(place * 7 + index * 5 + index * index % 11, place, index) for index in range(count)]
    return tile_map.Group(name, "#", tiles)


def _tile(seed: int, place: int, index: int) -> tile_map.Tile:
    share = min(max((seed * 37 % 101 + (place * 13 % 60) - 20) / 100, 0.0), 1.0)
    owes_nothing = place == 10 and index == 3
    return tile_map.Tile(
        f"Phường số {index + 1}", None if owes_nothing else share, "#", is_late=share < 0.06 and not owes_nothing
    )


def _matrix() -> str:
    columns = [
        matrix.Column("Kế hoạch", "Ban hành kế hoạch"),
        matrix.Column("Hội nghị thôn", "Hội nghị thôn, tổ dân phố"),
        matrix.Column("Hội nghị xã", "Hội nghị xã, phường, thị trấn"),
        matrix.Column("Kiến nghị", "Tổng hợp kiến nghị"),
        matrix.Column("Báo cáo", "Báo cáo kết quả về Thành phố"),
    ]
    rows = [
        matrix.Row("Quận Hai Bà Trưng", "#", [_cell(17, 19, 2), _cell(25, 156), _cell(0, 18), _cell(0, 19), None]),
        matrix.Row("Huyện Sóc Sơn", "#", [_cell(26, 27, 1), _cell(51, 251), _cell(0, 26), _cell(0, 27), _cell(0, 1)]),
        matrix.Row("Thị xã Sơn Tây", "#", [_cell(16, 16), _cell(21, 144), _cell(0, 15), _cell(0, 16), _cell(0, 1)]),
        matrix.Row(LONG_NAME, "#", [_cell(1, 1), _cell(1, 1), None, _cell(0, 1, 1), None]),
    ]
    return matrix.draw(columns, rows, caption="Đã làm trên số phải làm, tính đến hết 10/02/2023")


def _cell(done: int, total: int, late: int = 0) -> matrix.Cell:
    return matrix.Cell(done, total, late, "#")
