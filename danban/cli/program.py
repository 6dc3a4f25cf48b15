"""One door for every command: what cannot be done is said by ``saying``.

Commands live one file each beside this one and are loaded only when called, so that ``danban --help``
and ``danban read-plan`` never pay for Django.
"""

import importlib
import io
import sys

import click

from danban.cli.saying import sentence_of

COMMANDS = {
    "run": ("danban.cli.run", "Chuẩn bị và phục vụ trang; --demo để thử với Hà Nội trình diễn."),
    "demo": ("danban.cli.demo", "Nạp Hà Nội trình diễn vào một cơ sở dữ liệu trống."),
    "check": ("danban.cli.check", "Kiểm tra bản cài đặt."),
    "open-tree": ("danban.cli.open_tree", "Mở một bản cơ cấu đơn vị mới theo một mô hình tổ chức."),
    "import-units": ("danban.cli.import_units", "Nạp bảng đơn vị; --dry-run để xem trước."),
    "export-units": ("danban.cli.export_units", "Xuất danh sách đơn vị ra XLSX hoặc CSV."),
    "import-people": ("danban.cli.import_people", "Xem trước bảng người và vị trí; --apply để nạp."),
    "check-units": ("danban.cli.check_units", "Soát cơ cấu đơn vị."),
    "assets": ("danban.cli.assets", "Tải phông chữ theo khóa băm."),
    "verify-diary": ("danban.cli.verify_diary", "Kiểm tra chuỗi niêm phong của nhật ký."),
    "seal-diary": ("danban.cli.seal_diary", "Niêm phong các mục nhật ký mới (chạy hằng ngày)."),
    "remind": ("danban.cli.remind", "Nhắc việc sắp đến hạn, quá hạn theo thang đôn đốc (chạy mỗi sáng)."),
    "send-notices": ("danban.cli.send_notices", "Gửi tin đang chờ qua thư, tin nhắn; --loop để gửi mỗi phút."),
    "add-person": ("danban.cli.add_person", "Thêm người đầu tiên (hoặc bất kỳ ai) và giao vị trí."),
    "reset-second-factor": (
        "danban.cli.reset_second_factor",
        "Gỡ xác thực hai lớp của một người, khi không còn ai khác gỡ được.",
    ),
    "docs": ("danban.cli.docs", "Sinh tài liệu tham chiếu từ mã."),
    "launch": ("danban.cli.launch", "Phát hành năm từ một văn bản kế hoạch hoặc một bản nháp; --dry-run để xem trước."),
    "check-paper": ("danban.cli.check_paper", "Kiểm tra thể thức của tệp .docx; --json cho máy đọc."),
    "read-petition": ("danban.cli.read_petition", "Đọc một kiến nghị: lĩnh vực, địa điểm, việc cần làm."),
    "compare-petitions": ("danban.cli.compare_petitions", "So hai kiến nghị có cùng một việc không."),
    "read-plan": ("danban.cli.read_plan", "Đọc một văn bản kế hoạch và in ra những gì đọc được."),
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name][0]).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Lệnh"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def program() -> None:
    """Dân Bàn: kế hoạch đi vào, cả năm đi ra."""


def main() -> None:
    """Run the program; what cannot be done is one sentence on stderr and an exit code that is not 0."""
    _speak_utf8()
    try:
        code = program(prog_name="danban", standalone_mode=False)
    except Exception as error:
        said = sentence_of(error)
        if said is None:
            raise
        sentence, code = said
        click.echo(sentence, err=True)
    sys.exit(code if isinstance(code, int) else 0)


def _speak_utf8() -> None:
    """Vietnamese in files and pipes is always UTF-8; a screen that has no such letters shows "?" instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
