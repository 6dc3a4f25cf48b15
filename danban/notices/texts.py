"""The words of this room: what notices are about, letters and text messages, its sentences in the diary."""

from danban.kit.vietnamese import squeeze

EVENTS: dict[str, str] = {
    "notice.sent": "Gửi một lượt tin nhắc đang chờ.",
    "notice.gathered": "Gộp tin trong ngày của những người chọn nhận một lần.",
    "notice.retried": "Cho gửi lại một tin không gửi được.",
    "notice.cancelled": "Hủy một tin chưa gửi được.",
    "preference.set": "Đổi cách nhận tin của mình.",
}

TOPICS: dict[str, str] = {
    "reminder": "Đôn đốc",
    "escalation": "Báo cấp trên",
    "plan": "Kế hoạch",
    "amendment": "Sửa đổi kế hoạch",
    "assignment": "Nhiệm vụ",
    "difficulty": "Khó khăn, vướng mắc",
    "document": "Văn bản",
    "account": "Tài khoản",
    "digest": "Gộp tin trong ngày",
}
"""What a notice is about, as the inbox and the outbox name it."""

INBOX_PATH = "/hop-tin/"
PREFERENCE_PATH = "/tai-khoan/cach-nhan-tin/"
SMS_LENGTH = 300
"""Letters of a text message before its link: four parts of 70 with diacritics, and a little."""


def path_of(notice_id: int) -> str:
    """Where a notice is opened at the desk."""
    return f"{INBOX_PATH}{notice_id}/"


def mail_subject(*, unit: str, subject: str) -> str:
    """The unit first: whoever holds several offices sees at once for which one."""
    return f"[{unit}] {subject}" if unit else subject


def mail_body(*, name: str, title: str, body: str, path: str, public_url: str) -> str:
    """A plain letter: to whom, what, where to go on, and how to be told otherwise."""
    to = f"{name} ({title})" if title else name
    return (
        f"Kính gửi: {to}\n\n{body}\n\nXem và thực hiện tại: {public_url}{path}\n\n-- \n"
        f"Thư do hệ thống Dân Bàn gửi tự động, không cần trả lời.\n"
        f"Đổi cách nhận tin: {public_url}{PREFERENCE_PATH}\n"
    )


def mailbox_body(*, body: str, path: str, public_url: str) -> str:
    """A plain letter to a mailbox: the words, and where anybody may look; there is nobody who could sign in."""
    way = f"\n\nKiểm tra tại: {public_url}{path}" if path else ""
    return f"{body}{way}\n\n-- \nThư do hệ thống Dân Bàn gửi tự động, không cần trả lời.\n"


def sms_text(*, unit: str, subject: str, path: str, public_url: str) -> str:
    """One short message: the unit, the subject, the link whole however long the rest is."""
    words = squeeze(f"{unit}: {subject}" if unit else subject)
    if len(words) > SMS_LENGTH:
        words = f"{words[: SMS_LENGTH - 1].rsplit(' ', 1)[0]}…"
    return f"{words}. {public_url}{path}"


def digest_subject(count: int, day: str) -> str:
    """ "4 tin đến sáng 10/02/2023"."""
    return f"{count} tin đến sáng {day}"


def digest_body(tellings: list[tuple[str, str]]) -> str:
    """Each notice with its number, subject and words."""
    return "\n\n".join(f"{number}. {subject}\n{body}" for number, (subject, body) in enumerate(tellings, start=1))
