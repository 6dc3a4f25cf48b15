"""The .docx of minutes and resolution of a village and a commune open in LibreOffice with every word of theirs."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from danban.campaigns.models import Campaign
from danban.documents.queries import content_paper
from danban.papers.word import write_docx
from danban.resolutions import actions
from danban.resolutions.models import Minutes, Resolution
from danban.resolutions.rules.differences import lines_of
from tests.cast import AT, Cast
from tests.papers.reading import pages_of
from tests.resolutions.factories import confirmed, full, two_heads

pytestmark = [pytest.mark.office, pytest.mark.xdist_group("office")]


def test_libreoffice_prints_every_line_of_them(cast: Cast, campaign: Campaign, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("DANBAN_NEED_OFFICE"):
            pytest.fail("LibreOffice is missing on this machine")
        pytest.skip("no LibreOffice on this machine")
    papers = {}
    for code in ("00001.01", "00001"):
        heads = two_heads(cast) if "." in code else (cast.actors["phuc_xa"], cast.actors["phuc_xa_committee"])
        one = full(cast, campaign, code)
        confirmed(one, *heads, AT)
        actions.draft_resolution(one.pk, actor=heads[0], at=AT)
        actions.issue_resolution(one.pk, actor=heads[1], at=AT)
        for row in (Minutes.objects.get(conference=one), Resolution.objects.get(conference=one)):
            assert row.document
            papers[f"{type(row).__name__}-{code}"] = content_paper(row.document)
    for name, paper in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(write_docx(paper))

    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=110)

    for name, paper in papers.items():
        printed = _words(" ".join(pages_of((tmp_path / f"{name}.pdf").read_bytes())))
        assert not [word for line in lines_of(paper) for word in _words(line) if word not in printed]


def _words(text: str) -> set[str]:
    return {word.strip(":;,./") for word in text.replace("\ufffe", "").replace("\u200b", "").split()} - {""}
