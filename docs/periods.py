"""Write ``docs/periods.md``: every form of a period that is read, with what it becomes."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from kmdash.ingest.normalise.periods import PERIOD_FORMS, parse_period  # noqa: E402

INTRO = """# ระยะเวลาที่อ่านได้ · Periods that are read

เขียนอย่างที่เคยเขียน เลขไทยหรือเลขอารบิกก็ได้ สิ่งที่ไม่อยู่ในตารางและอ่านได้ไม่แน่จะถามพร้อมตัวเลือก ไม่เดา
Thai or Arabic digits; what is not certain is asked. `python -m kmdash period "ข้อความ"` tells what a text means.
Where the text names no year, the dates are those of a plan of fiscal year 2562.

| เขียนว่า | คือ | เริ่ม | ถึง |
|-|-|-|-|
"""


def table() -> str:
    """The page as Markdown."""
    lines = []
    for text, meaning in PERIOD_FORMS:
        alone = parse_period(text)
        period = alone if alone.start or alone.end else parse_period(text, fiscal_years=(2562, 2562))
        dates = [day.isoformat() if day else "" for day in (period.start, period.end)]
        lines.append(f"| {text.replace('|', '/')} | {meaning} | {dates[0]} | {dates[1]} |")
    return INTRO + "\n".join(lines) + "\n"


if __name__ == "__main__":
    (HERE / "periods.md").write_text(table(), encoding="utf-8")
