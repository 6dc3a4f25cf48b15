"""LibreOffice for the tests that compare its pages with ours: the machine's, never a download."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from danban.papers.kinds.catalogue import KINDS
from danban.papers.word import write_docx


@pytest.fixture(scope="session")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of every kind's .docx, each turned to PDF; without LibreOffice the test is skipped."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("DANBAN_NEED_OFFICE"):
            pytest.fail("LibreOffice is missing on this machine")
        pytest.skip("no LibreOffice on this machine")
    folder = tmp_path_factory.mktemp("office")
    for kind in KINDS:
        (folder / f"{kind.code}.docx").write_bytes(write_docx(kind.sample()))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    return folder
