"""What leaves the program, opened by LibreOffice and read by poppler: no warning, fonts inside, no lost letters."""

import re
import subprocess
from datetime import date

import pytest

from kmdash.domain.about import About
from kmdash.measures.calendar import calendar, load
from kmdash.reports import tables, template
from kmdash.reports.book.content import pages_of
from kmdash.reports.book.pdf import pdf
from kmdash.reports.book.pptx import pptx
from kmdash.reports.forms import action_plan, knowledge, progress_report, unit_form
from kmdash.reports.wall_calendar import wall_calendar
from kmdash.ui import columns
from kmdash.ui.tables import headed

pytestmark = pytest.mark.office

DAY = date(2019, 6, 15)
STAMP = ("ข้อมูล ณ 15 มิ.ย. 2562", "ฉบับที่ 7")
CONVERTED = (
    *("table.xlsx", "table-th.xlsx", "form1.xlsx", "form2.xlsx", "form2-th.xlsx", "progress.xlsx"),
    *("units.xlsx", "template.xlsx", "book.pptx"),
)


@pytest.fixture(scope="module")
def subject(register, subject_of):
    return subject_of(register, register.plans["office"].iloc[0])


@pytest.fixture(scope="module")
def pages(subject):
    return pages_of(subject)


@pytest.fixture(scope="module")
def made(tmp_path_factory, register, subject, pages):
    """A folder with every file, and what LibreOffice told on making PDFs of them: once for all, and for the CSV."""
    shown, facts = headed(subject.brief.warnings, columns.WARNINGS), [subject.office, "ปีงบประมาณ พ.ศ. 2562"]
    months = calendar(register, 2562, DAY)
    about = About("ปฏิทิน ปีงบประมาณ พ.ศ. 2562", (*facts, *STAMP), DAY, 7)
    files = {
        "table.xlsx": tables.xlsx(shown, title="งานที่ต้องติดตาม", facts=facts, stamp=STAMP),
        "table-th.xlsx": tables.xlsx(shown, title="งานที่ต้องติดตาม", facts=facts, stamp=STAMP, digits="th"),
        "text.csv": tables.csv(shown),
        "form1.xlsx": knowledge.workbook(register),
        "form2.xlsx": action_plan.workbook(register, as_of=DAY),
        "form2-th.xlsx": action_plan.workbook(register, digits="th"),
        "progress.xlsx": progress_report.workbook(register, as_of=DAY),
        "units.xlsx": unit_form.workbook(register),
        "template.xlsx": template.workbook(),
        "book.pptx": pptx(pages),
        "written.pdf": pdf(pages),
        "wall.pdf": wall_calendar(months, load(months, 2562), register.plans, 2562, about),
    }
    folder = tmp_path_factory.mktemp("office")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder, converted(folder, CONVERTED) + converted(folder, ("text.csv",), "--infilter=CSV:44,34,UTF8")


def converted(folder, names, *more):
    """Make PDFs of files of a folder, in ``out``; what LibreOffice says of it, but for the Java it can do without."""
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    order = ["soffice", home, "--headless", *more, "--convert-to", "pdf", "--outdir", folder / "out"]
    done = subprocess.run([*order, *(folder / name for name in names)], capture_output=True, check=True, text=True)
    return [line for line in done.stderr.splitlines() if "javaldx" not in line]


def pdf_of(folder, name):
    return folder / "out" / f"{name.rpartition('.')[0]}.pdf"


def fonts_of(path):
    """The fonts of a PDF by name, and whether each is inside."""
    told = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True).stdout.splitlines()
    place = told[0].index("emb")
    return {line.split()[0].partition("+")[2]: line[place : place + 3].strip() == "yes" for line in told[2:]}


def texts_of(path):
    """The text of each page, without blanks."""
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    return ["".join(page.split()) for page in told.removesuffix("\f").split("\f")]


def test_libreoffice_warns_of_nothing(made):
    assert made[1] == []


@pytest.mark.parametrize("name", [*CONVERTED, "text.csv"])
def test_a_file_becomes_a_pdf_with_its_letters_and_fonts(made, name):
    folder, _ = made
    path = pdf_of(folder, name)
    fonts, texts = fonts_of(path), texts_of(path)
    assert fonts and all(fonts.values())
    assert all(texts) and not any("\ufffd" in text for text in texts)


@pytest.mark.parametrize("name", ["table.xlsx", "table-th.xlsx"])
def test_every_printed_page_of_a_table_tells_its_day_and_version(made, name):
    folder, _ = made
    texts = texts_of(pdf_of(folder, name))
    for text in texts[:-1]:  # the last is the second sheet
        assert all("".join(part.split()) in text for part in STAMP)
    assert all("".join(part.split()) in texts[-1] for part in STAMP)


@pytest.mark.parametrize("name", ["written.pdf", "wall.pdf"])
def test_what_is_written_as_pdf_has_our_font_and_tells_day_and_version_on_every_page(made, name):
    folder, _ = made
    fonts = fonts_of(folder / name)
    assert set(fonts) <= {"Sarabun-Regular", "Sarabun-Bold"} and all(fonts.values())
    for text in texts_of(folder / name):
        assert "15มิ.ย.2562" in text and "ฉบับที่7" in text and "\ufffd" not in text


@pytest.mark.parametrize("name", ["out/book.pdf", "written.pdf"])
def test_the_book_tells_every_finding_on_its_page(made, pages, name):
    """Marks above letters may come in another order, numbers and words do not."""
    folder, _ = made
    texts = texts_of(folder / name)
    assert len(texts) == len(pages)
    for page, text in zip(pages, texts, strict=True):
        assert all(figure in text for figure in re.findall(r"\d+(?:\.\d+)?", page.title))
        assert set(re.sub(r"\s", "", page.title)) <= set(text)
