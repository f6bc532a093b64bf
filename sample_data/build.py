"""Writes the sample files and the faulty ones, the same bytes each time; by hand: ``python sample_data/build.py``."""

import csv
import struct
import sys
import tomllib
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from kmdash.domain import template  # noqa: E402
from kmdash.reports.filling import Content  # noqa: E402
from kmdash.reports.template import written  # noqa: E402

Row = dict[str, Any]
FACTS = tomllib.loads((HERE / "dla-2562.toml").read_text(encoding="utf-8"))
OWNER = {"office": FACTS["office"], "fiscal_year": FACTS["fiscal_year"]}


def plans() -> list[Row]:
    """The five plans, as rows of the template."""
    names = ("no", "title", "unit", "issue", "critical_process", "knowledge", "outcome")
    return [{**dict(zip(names, plan, strict=True)), "process": "การจัดการความรู้"} for plan in FACTS["plans"]]


def activities() -> list[Row]:
    """The 42 activities."""
    names = ("plan", "no", "stage", "text", "period_text", "indicator", "target", "target_group", "owner")
    rows = [dict(zip(names, activity, strict=True)) for activity in FACTS["activities"]]
    return [{**row, "stage": template.STAGE_CHOICES[row["stage"] - 1]} for row in rows]


def kpis() -> list[Row]:
    """One KPI a plan; two have no thresholds, as in the public plan."""
    return [
        {
            "plan": plan,
            "kpi_no": 1,
            "name": name,
            "unit": unit,
            "direction": "ยิ่งมากยิ่งดี",
            "target": target,
            **{f"threshold_{level}": value for level, value in enumerate(thresholds, start=1)},
        }
        for plan, name, unit, thresholds, target in FACTS["kpis"]
    ]


def results() -> list[Row]:
    """The constructed KPI results."""
    names = {plan: name for plan, name, *_ in FACTS["kpis"]}
    return [
        {"plan": plan, "kpi_no": 1, "reads_as": names[plan], "actual": actual, "constructed": "ใช่"}
        for plan, actual in FACTS["results"]
    ]


def progress() -> list[Row]:
    """The constructed progress of every activity that was reported."""
    done = {(plan, no): day for plan, no, day in FACTS["done"]}
    under_way = {(plan, no): (percent, note) for plan, no, percent, note in FACTS["under_way"]}
    rows = []
    for plan, no, _, text, *_ in FACTS["activities"]:
        key = (plan, no)
        row = {"plan": plan, "activity_no": no, "reads_as": text, "constructed": "ใช่"}
        if key in done:
            rows.append({**row, "status_text": "ดำเนินการแล้ว", "percent": 100, "done_on": done[key]})
        elif key in under_way:
            percent, note = under_way[key]
            rows.append({**row, "status_text": "อยู่ระหว่างดำเนินการ", "percent": percent, "note": note})
        elif [plan, no] not in FACTS["unreported"]:
            rows.append({**row, "status_text": "ยังไม่ดำเนินการ", "percent": 0})
    return rows


def committee() -> dict[str, list[Row]]:
    """The vote and the committee's calendar."""
    return {
        "candidates": [
            {"candidate_no": place, "unit": unit, "process": process, "votes": votes}
            for place, (unit, process, votes) in enumerate(FACTS["candidates"], start=1)
        ],
        "events": [{"no": no, "text": text, "period_text": period} for no, text, period in FACTS["events"]],
    }


def knowledge() -> list[Row]:
    """Form 1, from the plans."""
    names = {plan: name for plan, name, *_ in FACTS["kpis"]}
    same = ("unit", "issue", "critical_process", "knowledge")
    return [{**{name: row[name] for name in same}, "plan": row["no"], "kpi": names[row["no"]]} for row in plans()]


def as_csv(sheet: template.Sheet, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """One sheet of the template as CSV, office and fiscal year above the headings."""
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerows([fact.heading, OWNER[fact.field]] for fact in template.OFFICE_FACTS)
    writer.writerow(column.heading for column in sheet.columns)
    writer.writerows([row.get(column.field) for column in sheet.columns] for row in rows)
    return ("\ufeff" + target.getvalue()).encode()


def filled(rows: Mapping[str, Sequence[Row]], **facts: Any) -> bytes:
    """The template's sheets that have rows, filled."""
    return written(Content({**OWNER, **facts}, rows), frames=set(rows))


def samples() -> dict[str, bytes]:
    """The sample files by name; together they hold every fact once."""
    plan_rows = {"plans": plans(), "activities": activities(), "kpis": kpis()}
    return {
        "plans-2562.xlsx": filled({**plan_rows, **committee()}, **FACTS["ballot"]),
        "progress-2562.xlsx": filled({"progress": progress()}, as_of=FACTS["as_of"]),
        "results-2562.xlsx": filled({"results": results()}, as_of=FACTS["as_of"]),
        "knowledge-2562.csv": as_csv(template.KNOWLEDGE, knowledge()),
    }


def duties() -> dict[str, bytes]:
    """What two other public plans ask for beside their activities: duties with a unit each, by file."""
    owners = tomllib.loads((HERE / "duties" / "duties.toml").read_text(encoding="utf-8"))
    names = ("no", "text", "period_text", "unit")
    return {
        f"{name}.xlsx": written(
            Content(
                {"office": facts["office"], "fiscal_year": facts["fiscal_year"]},
                {"events": [dict(zip(names, duty, strict=True)) for duty in facts["duties"]]},
            ),
            frames={"events"},
        )
        for name, facts in owners.items()
    }


def faulty() -> dict[str, bytes]:
    """Files with one fault each, by name: what is wrong is in the name and in the README."""
    whole = samples()["progress-2562.xlsx"]
    first = {"plans": plans()[:1], "activities": activities()[:3], "kpis": kpis()[:1]}
    report = {"plan": "1", "activity_no": "1.1", "status_text": "ดำเนินการแล้ว", "reported_on": FACTS["as_of"]}

    def changed(frame: str, **values: Any) -> bytes:
        return filled({**first, frame: [{**first[frame][0], **values}, *first[frame][1:]]})

    return {
        "wrong-type.xlsx": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n",
        "empty.xlsx": b"",
        "damaged.xlsx": whole[: len(whole) // 2],
        "locked.xlsx": locked(),
        "thresholds-mixed.xlsx": changed("kpis", threshold_3=60),
        "thresholds-incomplete.xlsx": changed("kpis", threshold_5=None),
        "number-unreadable.xlsx": changed("kpis", threshold_2="เจ็ดสิบ"),
        "plan-unknown.xlsx": changed("activities", plan="9"),
        "plan-twice.xlsx": filled({**first, "plans": [*first["plans"], *first["plans"]]}),
        "activity-number-twice.xlsx": changed("activities", no="2.1"),
        "stage-unknown.xlsx": changed("activities", stage="ขั้นเตรียมการ"),
        "period-ambiguous.xlsx": changed("activities", period_text="มี.ย. ๖๒"),
        "period-impossible.xlsx": changed("activities", period_text="31 ก.พ. 62"),
        "percent-out-of-range.xlsx": filled({"progress": [{**report, "percent": 140}]}),
        "status-unknown.xlsx": filled({"progress": [{**report, "status_text": "ใกล้เสร็จ"}]}),
        "date-unreadable.xlsx": filled({"progress": [{**report, "reported_on": "กลางเดือน"}]}),
        "kpi-unknown.xlsx": filled({**first, "results": [{"plan": "1", "kpi_no": 7, "actual": 80}]}),
        "office-missing.xlsx": written(Content({"fiscal_year": FACTS["fiscal_year"]}, first), frames=set(first)),
    }


def locked() -> bytes:
    """The smallest file that looks like a workbook with a password: an OLE container with ``EncryptionInfo``."""
    sector = 512
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = struct.pack("<8s16x5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9L", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109L", 0, *[free] * 108)
    chain = [table, end, *(place + 1 for place in range(2, 9)), end, *(place + 1 for place in range(10, 17)), end]
    fat = struct.pack("<128L", *chain, *[free] * (128 - len(chain)))
    entries = (
        _entry("Root Entry", kind=5, child=1, start=end, size=0),
        _entry("EncryptionInfo", kind=2, right=2, start=2, size=4096),
        _entry("EncryptedPackage", kind=2, start=10, size=4096),
        bytes(128),
    )
    info = struct.pack("<HHL", 4, 4, 0x40).ljust(8 * sector, b"\x00")
    return header + fat + b"".join(entries) + info + bytes(8 * sector)


def _entry(name: str, *, kind: int, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    label = (name + "\x00").encode("utf-16-le")
    tree = struct.pack("<64sHBB3L", label, len(label), kind, 1, 0xFFFFFFFF, right, child)
    return tree + bytes(36) + struct.pack("<LQ", start, size)


def main() -> None:
    """Write every file beside this one."""
    for folder, files in ((HERE, samples()), (HERE / "faulty", faulty()), (HERE / "duties", duties())):
        folder.mkdir(exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
