"""What the program says when it cannot go on: one Vietnamese sentence and an exit code, never a traceback."""

import sys

import click

from danban.kit.refusals import Refused

REFUSED = 2
FAILED = 1
_NO_TABLES = (
    "Cơ sở dữ liệu chưa dùng được: chưa có bảng, hoặc chưa nối được. Lần đầu hãy chạy “danban run” hoặc “danban demo”"
    " để lập bảng; nếu đã đặt DANBAN_DATABASE_URL, hãy xem lại địa chỉ ấy."
)
_EXPECTED: dict[type, str] = {
    click.types.IntRange: "một số nguyên trong khoảng cho phép",
    click.types.IntParamType: "một số nguyên",
    click.DateTime: "một ngày dạng năm-tháng-ngày, ví dụ 2023-02-10",
    click.Path: "đường dẫn của một tệp đọc, ghi được",
}


def sentence_of(error: BaseException) -> tuple[str, int] | None:
    """The sentence of an error and the exit code; None for an error of ours, which keeps its traceback."""
    if isinstance(error, Refused):
        return error.sentence, REFUSED
    if isinstance(error, click.ClickException):
        return _clicked(error), error.exit_code
    said = _stopped(error)
    return (said, FAILED) if said else None


def _clicked(error: click.ClickException) -> str:
    if isinstance(error, click.UsageError) and not isinstance(error, click.exceptions.NoArgsIsHelpError):
        return _usage_sentence(error)
    return error.format_message()


def _stopped(error: BaseException) -> str:
    if isinstance(error, click.Abort):
        return "Đã dừng."
    if _is_of_database(error):
        return _NO_TABLES
    if isinstance(error, OSError) and error.filename:
        return f"Không đọc, ghi được “{error.filename}”. Hãy kiểm tra đường dẫn và quyền của tệp."
    return ""


def _is_of_database(error: BaseException) -> bool:
    """Tables or the whole database are absent; Django is looked at only if it was loaded."""
    django = sys.modules.get("django.db.utils")
    return django is not None and isinstance(error, django.OperationalError | django.ProgrammingError)


def _usage_sentence(error: click.UsageError) -> str:
    name = error.ctx.command_path if error.ctx else "danban"
    return f"{_wrong(error)} Xem cách dùng: {name} --help"


def _wrong(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"Không có tùy chọn {error.option_name}."
    if isinstance(error, click.MissingParameter):
        return f"Thiếu {_called(error.param)}."
    if isinstance(error, click.BadParameter):
        called = _called(error.param)
        return f"{called[0].upper()}{called[1:]} chưa đúng; cần {_expected(error.param)}."
    command = getattr(error, "command_name", "") or (error.message.split("'")[1] if "'" in error.message else "")
    if error.message.startswith("No such command"):
        return f"Không có lệnh “{command}”."
    if error.message.startswith("Got unexpected extra argument"):
        return "Thừa chữ trong lệnh; tên có dấu cách phải đặt trong ngoặc kép."
    return "Lệnh viết chưa đúng."


def _called(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return f"tùy chọn {param.opts[0]}"
    return f"tham số {param.human_readable_name}" if param else "tham số"


def _expected(param: click.Parameter | None) -> str:
    if param is not None and isinstance(param.type, click.Choice):
        return f"một trong: {', '.join(str(choice) for choice in param.type.choices)}"
    return next((said for kind, said in _EXPECTED.items() if param and isinstance(param.type, kind)), "giá trị khác")
