"""The child process that meets untrusted bytes: what it says comes back, what it cannot do is one sentence."""

from pathlib import Path

import pytest

from danban.kit import sandbox
from danban.kit.refusals import BadInput

CHILD = """
import os, sys
from danban.kit.refusals import BadInput
from danban.kit.sandbox import answer

def read(content, arguments):
    if content == b"refuse":
        raise BadInput("Không đọc được.")
    if content == b"eat":
        return {"said": len([b"x" * 1_000_000 for _ in range(1_000)])}
    if content == b"die":
        os._exit(3)
    if content == b"sleep":
        import time
        time.sleep(60)
    return {"said": content.decode(), "with": list(arguments), "secrets": os.environ.get("DANBAN_SECRET", "")}

answer(read)
"""


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module of the child's own, found through its working path."""
    monkeypatch.setenv("DANBAN_SECRET", "khóa")
    package = tmp_path / "reading_child.py"
    package.write_text(CHILD, encoding="utf-8")
    monkeypatch.setattr(sandbox, "_ROOT", f"{sandbox._ROOT}:{tmp_path}")
    return package.stem


def test_bytes_and_words_go_in_and_an_answer_comes_out_without_secrets(child: str) -> None:
    assert sandbox.ask(child, "Hà Nội".encode(), "một", "") == {"said": "Hà Nội", "with": ["một", ""], "secrets": ""}


@pytest.mark.parametrize(
    ("content", "words"), [(b"refuse", "Không đọc được."), (b"eat", "quá nặng"), (b"die", "hỏng hoặc quá nặng")]
)
def test_a_refusal_too_much_memory_and_a_death_are_each_one_sentence(child: str, content: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        sandbox.ask(child, content)


def test_a_child_that_is_slow_is_stopped(child: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MAX_SECONDS", 1)

    with pytest.raises(BadInput, match="quá lâu"):
        sandbox.ask(child, b"sleep")
