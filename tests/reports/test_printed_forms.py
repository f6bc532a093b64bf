"""The forms for paper as an office program prints them: whole, in an embedded font, their heading on every page."""

import subprocess
from datetime import date

import pytest

from kmdash.domain.reading import Part, from_plain
from kmdash.domain.register import from_parts
from kmdash.domain.words import in_language
from kmdash.ingest.read import read_here
from kmdash.measures.briefing import briefing
from kmdash.reports.forms import offered

DAY = date(2019, 6, 15)
LONG = "การพัฒนาระบบบริหารจัดการองค์ความรู้เพื่อยกระดับคุณภาพการให้บริการประชาชนขององค์กรปกครองส่วนท้องถิ่น " * 3


@pytest.fixture(scope="module")
def register(repo):
    """The sample of 2562 with long names, and so many candidates that the count runs over a page."""
    files = [repo / "sample_data" / f"{name}-2562.xlsx" for name in ("plans", "results")]
    parts = [part for file in files for part in from_plain(read_here(file.read_bytes(), file.name, {})).parts]
    plan, ballot = (next(part for part in parts if part.kind == kind) for kind in ("plan", "ballot"))
    kpi, candidate = plan.records["kpis"][0], ballot.records["candidates"][-1]
    more = [
        {**candidate, "candidate_id": f"{candidate['ballot_id']}/{at}", "position": at, "process": LONG}
        for at in range(17, 32)
    ]
    long = {**plan.records, "kpis": [{**kpi, "name": LONG}]}
    voted = {**ballot.records, "candidates": [*ballot.records["candidates"], *more]}
    own = Part("plan", "1", plan.office, plan.fiscal_year, long), Part("ballot", "1", plan.office, 2562, voted)
    return from_parts([*own, *(part for part in parts if part not in (plan, ballot))])


def test_a_form_is_thai_in_whatever_language_the_page_is(register):
    def made():
        writers = offered.writers(register, lambda: briefing(register, 2562, DAY), as_of=DAY, over_vote="invalid")
        return {name: writers[name]("arabic") for name in ("sar", "ballots", "progress-report")}

    in_thai = made()
    with in_language("en"):
        assert made() == in_thai


def pages_of(path):
    """The text of each page, without spaces."""
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    return ["".join(page.split()) for page in told.split("\f")[:-1]]


@pytest.mark.office
def test_cards_and_counts_are_printed_whole_with_their_heading_on_every_page(register, tmp_path):
    forms = offered.writers(register, lambda: briefing(register, 2562, DAY), as_of=DAY, over_vote="invalid")
    for name in ("sar", "ballots"):
        (tmp_path / f"{name}.xlsx").write_bytes(forms[name]("th"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    order = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    told = subprocess.run(
        [*order, tmp_path / "sar.xlsx", tmp_path / "ballots.xlsx"], capture_output=True, check=True, text=True
    )
    assert [line for line in told.stderr.splitlines() if "javaldx" not in line] == []
    cards, count = pages_of(tmp_path / "sar.pdf"), pages_of(tmp_path / "ballots.pdf")
    assert len(cards) == 6, "the summary, and a page a card"
    assert all("SARCard" in page for page in cards[1:])
    assert "๔.๔๘๐๐" in cards[1] and "N/A" in cards[3]
    assert len(count) > 1
    assert all("หน่วยงานที่เสนอ" in page for page in count)
    assert "เส้นตัด:คัดเลือก๕" in count[0]
    for name in ("sar", "ballots"):
        fonts = subprocess.run(["pdffonts", tmp_path / f"{name}.pdf"], capture_output=True, check=True, text=True)
        assert {line.split()[-5] for line in fonts.stdout.splitlines()[2:]} == {"yes"}
