"""A page printed by the browser: what its finding names stands on the first sheet, in a meeting too."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from browsing import drawn, settled
from conftest import running_app
from stores import fill_sample

pytestmark = [pytest.mark.browser, pytest.mark.office]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The app on the sample."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no poppler on this machine")
    folder = tmp_path_factory.mktemp("sample")
    fill_sample(f"sqlite:///{(folder / 'kmdash.db').as_posix()}")
    with running_app(folder) as server:
        yield server


def first_sheet(page, folder: Path) -> str:
    """The text of the first sheet of the page on paper, without its blanks."""
    sheet = folder / "sheet.pdf"
    page.pdf(path=sheet, prefer_css_page_size=True)
    told = subprocess.run(["pdftotext", "-l", "1", "-layout", sheet, "-"], capture_output=True, check=True)
    return re.sub(r"\s", "", told.stdout.decode())


@pytest.mark.parametrize("size", [(1366, 768, ""), (1920, 1080, ""), (1920, 1080, "?meet=1")])
@pytest.mark.parametrize(
    ("name", "whole"),
    [("", ["แผนที่5", "กม.", "ตามแผน39"]), ("coverage", ["การเรียนรู้", "7/9"]), ("attainment", ["4.4800", "แผนที่5"])],
)
def test_the_first_sheet_of_a_printed_page_holds_its_whole_chart(sample, new_page, tmp_path, name, whole, size):
    width, height, meeting = size
    page = new_page(width, height)
    page.goto(sample.at(f"/{name}{meeting}"))
    settled(page, re.compile(".+"))
    drawn(page)
    told = first_sheet(page, tmp_path)
    assert [text for text in whole if text not in told] == []
