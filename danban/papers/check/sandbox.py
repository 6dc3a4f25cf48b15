"""Check an untrusted file: refused by its size and name here, read and judged in a child process."""

from pathlib import Path

from danban.kit.refusals import BadInput
from danban.kit.sandbox import ask
from danban.papers.check.report import Report, from_json
from danban.papers.check.word.opening import check_size
from danban.papers.paper import Profile

_BY_NAME = {
    ".doc": "Đây là tệp Word kiểu cũ (.doc). Hãy lưu lại thành .docx rồi thử lại.",
    ".docm": "Tệp có thể chứa macro (.docm) nên không được đọc. Hãy lưu lại thành .docx rồi thử lại.",
    ".dotm": "Tệp có thể chứa macro (.dotm) nên không được đọc. Hãy lưu lại thành .docx rồi thử lại.",
}


def inspect_file(path: str | Path, *, profile: Profile | None = None) -> Report:
    """Check a file on the disk; refused by its size before it is read."""
    path = Path(path)
    try:
        if not path.exists():
            raise BadInput(f"Không có tệp “{path}”. Hãy kiểm tra lại đường dẫn.")
        if not path.is_file():
            raise BadInput(f"“{path}” không phải là tệp. Hãy chỉ tới một tệp .docx.")
        check_size(path.stat().st_size)
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise BadInput(f"Không mở được tệp “{path}”. Hãy kiểm tra lại quyền đọc.") from error
    return inspect_bytes(content, profile=profile, file_name=path.name)


def inspect_bytes(content: bytes, *, profile: Profile | None = None, file_name: str = "") -> Report:
    """What of a .docx departs from the form of ``profile``, or of the one it looks like.

    Raises ``BadInput`` with one sentence for what cannot be read; nothing is kept.
    """
    check_size(len(content))
    named = _BY_NAME.get(Path(file_name).suffix.lower())
    if named:
        raise BadInput(named)
    said = ask("danban.papers.check.child", content, profile.value if profile else "")
    return from_json(said["report"])
