"""What is worth a second look before a day is set, and refuses nothing: seats, leaders, the place's own wish."""

from danban.conferences.models import Hall
from danban.kit.vietnamese import number


def seats_warning(hall: Hall | None, households: int | None) -> str:
    """Too few seats for one person of each household; "" where there are enough or nobody has counted."""
    if hall is None or hall.seats is None or not households or hall.seats >= households:
        return ""
    return f"{hall.name} có {number(hall.seats)} chỗ, ít hơn {number(households)} hộ được mời."


def leaders_warning(meetings: int, leaders: int) -> str:
    """More conferences of a commune in one session than leaders who can attend; "" where there are enough."""
    if meetings <= leaders:
        return ""
    return f"{meetings} hội nghị cùng buổi, {leaders} lãnh đạo: {meetings - leaders} nơi chưa có người dự."
