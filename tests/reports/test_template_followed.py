"""What is followed beside the plans, written into the template and read back as it was."""

from datetime import date

from kmdash.domain.frames import records
from kmdash.domain.identity import office_code
from kmdash.domain.register import from_parts, from_records
from kmdash.ingest.account import Usage
from kmdash.ingest.files import read_grids
from kmdash.ingest.sheet import Sheet
from kmdash.ingest.template import read_template
from kmdash.reports.template import workbook

OF = {"office": "สำนักงานตัวอย่าง", "fiscal_year": 2562}
CODE = f"2562-{office_code('สำนักงานตัวอย่าง')}"
PLACED = {**OF, "position": 1, "unit": "กองคลัง", "constructed": True}
MONTH = {"start": date(2019, 5, 1), "end": date(2019, 5, 31), "period_text": "พ.ค. 2562"}
ROWS = {
    "submissions": {**PLACED, "submission_id": f"{CODE}-S1", "report": "ก", "month": MONTH["start"]}
    | {"month_text": "พ.ค. 2562", "due": date(2019, 6, 5), "received": date(2019, 6, 9), "told": "late", "score": 4.5},
    "series": {**PLACED, **MONTH, "series_id": f"{CODE}-Q1", "name": "เบิกจ่าย", "target": 9.0, "cumulative": True},
    "duties": {
        **OF,
        "position": 1,
        "duty_id": f"{CODE}-D1",
        "role": "หัวหน้า",
        "holders": "ปลัด\nรองปลัด",
        "duties": "ก\nข",
    },
    "summaries": {**OF, "summary_id": f"{CODE}-summary@", "progress": "ก้าวหน้า", "remedies": "แก้", "by": "เลขานุการ"}
    | {"written_on": date(2019, 6, 15)},
}


def test_a_filled_template_reads_back_as_it_was():
    register = from_records({name: [row] for name, row in ROWS.items()})
    grids = read_grids(workbook(register), "t.xlsx")
    usage = Usage(grids)
    parts, problems, _, kinds = read_template([Sheet(grid, usage) for grid in grids], "t.xlsx")
    assert problems == []
    assert kinds == ["submissions", "series", "committee"]
    for name in ROWS:
        one, other = (
            [
                {key: value for key, value in row.items() if not key.startswith("source_")}
                for row in records(frames[name])
            ]
            for frames in (register.frames, from_parts(parts).frames)
        )
        assert one == other
