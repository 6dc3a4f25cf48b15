"""A plan is an untrusted file: refused by its size here, read in a child process (``kit.sandbox``)."""

from pathlib import Path

from danban.kit.refusals import BadInput
from danban.kit.sandbox import MAX_BYTES, ask
from danban.planreader.reading import Reading, from_json


def read_file(path: str | Path) -> Reading:
    """Read a file from the disk; refuse by size before reading it."""
    path = Path(path)
    try:
        if not path.exists():
            raise BadInput(f"Không có tệp “{path}”. Hãy kiểm tra lại đường dẫn.")
        if not path.is_file():
            raise BadInput(f"“{path}” không phải là tệp. Hãy chỉ tới một tệp .docx, .odt, .pdf, .html hoặc .txt.")
        _check_size(path.stat().st_size)
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise BadInput(f"Không mở được tệp “{path}”. Hãy kiểm tra lại quyền đọc.") from error
    return read_bytes(content, file_name=path.name)


def read_bytes(content: bytes, *, file_name: str = "") -> Reading:
    """Read the bytes of a file in a child process. Raises ``BadInput`` with one sentence if it cannot be read."""
    _check_size(len(content))
    if not content.strip(b"\x00 \t\r\n"):
        raise BadInput("Tệp rỗng. Hãy chọn lại tệp có nội dung kế hoạch.")
    said = ask("danban.planreader.child", content, Path(file_name).suffix[:10].lower())
    return from_json(said["reading"])


def _check_size(size: int) -> None:
    if size > MAX_BYTES:
        raise BadInput("Tệp lớn quá 20 MB. Hãy bỏ bớt hình ảnh hoặc chỉ tải phần lời của kế hoạch.")
