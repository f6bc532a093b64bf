"""Writes the sample files and the faulty ones, the same bytes each time; by hand: ``python sample_data/build.py``."""

import csv
import struct
import sys
import tomllib
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import xlsxwriter

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from kmdash.domain import template  # noqa: E402
from kmdash.domain.fiscal import MONTHS_SHORT  # noqa: E402
from kmdash.reports.cells import OPTIONS, set_properties  # noqa: E402
from kmdash.reports.filling import Content  # noqa: E402
from kmdash.reports.template import written  # noqa: E402

Row = dict[str, Any]
FACTS = tomllib.loads((HERE / "dla-2562.toml").read_text(encoding="utf-8"))
FOLLOWED = tomllib.loads((HERE / "committee-2562.toml").read_text(encoding="utf-8"))
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


def submissions() -> list[Row]:
    """The constructed submissions of the monthly report; in the last month nobody's is due yet."""
    months = FOLLOWED["months"]
    rows = []
    for unit, days in FOLLOWED["received"]:
        for place, month in enumerate(months):
            following = _following(month)
            row = {"unit": unit, "report": FOLLOWED["report"], "month_text": month, "constructed": "ใช่"}
            row["due"] = f"{FOLLOWED['due_day']} {following}"
            came = days[place] if place < len(days) else 0
            rows.append(row | ({"received": f"{came} {following}"} if came else {}))
    return rows


def _following(month: str) -> str:
    """The month after one of the sample's."""
    name, year = month.split()
    place = MONTHS_SHORT.index(name) + 1
    return f"{MONTHS_SHORT[place % 12]} {int(year) + place // 12}"


def series() -> list[Row]:
    """The constructed spending by month and questionnaires by week."""
    rows = []
    for unit, targets, actuals in FOLLOWED["spent"]:
        same = {"name": FOLLOWED["spending"], "unit": unit, "measure_unit": "พันบาท"}
        rows += _periods(same, FOLLOWED["spending_months"], targets, actuals)
    for unit, targets, kinds in FOLLOWED["collected"]:
        for kind, actuals in kinds.items():
            same = {"name": FOLLOWED["questionnaires"], "kind": kind, "unit": unit, "measure_unit": "ชุด"}
            rows += _periods(same, FOLLOWED["weeks"], targets, actuals)
    return rows


def _periods(same: Row, periods: Sequence[str], targets: Sequence[int], actuals: Sequence[int]) -> list[Row]:
    told = {place: value for place, value in enumerate(actuals) if value >= 0}
    return [
        {**same, "period_text": period, "target": target, "actual": told.get(place), "constructed": "ใช่"}
        for place, (period, target) in enumerate(zip(periods, targets, strict=True))
    ]


def roles() -> list[Row]:
    """The committee's roles and duties."""
    return [
        {"role": role, "holders": "\n".join(holders), "duties": "\n".join(duties)}
        for role, holders, duties in FOLLOWED["duties"]
    ]


def summaries() -> list[Row]:
    """The constructed summaries of the secretary."""
    names = ("plan", "progress", "factors", "obstacles", "remedies")
    same = {"by": FOLLOWED["summarised_by"], "written_on": FACTS["as_of"], "constructed": "ใช่"}
    return [{**dict(zip(names, row, strict=True)), **same} for row in FOLLOWED["summaries"]]


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


def other_office(name: str) -> bytes:
    """The template filled with another office's facts: rows by sheet and field, as its file has them."""
    facts = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    owner = {field: facts.pop(field) for field in OWNER}
    rows: dict[str, list[Row]] = {**market(facts.pop("districts", {}), facts.pop("records", {}))}
    rows |= milestones(facts.pop("milestones", {}), facts.get("knowledge", []))
    rows |= facts
    for row in rows.get("activities", []):
        row |= {"plan": "1", "stage": template.STAGE_CHOICES[row["stage"] - 1]}
    return written(Content(owner, rows), frames=set(rows))


def milestones(found: Row, form1: Sequence[Row]) -> dict[str, list[Row]]:
    """A KPI of milestones for each line of Form 1, with the constructed results and evidence."""
    if not found:
        return {}
    same = {
        "plan": "1",
        "unit": "ระดับ",
        "direction": "ยิ่งมากยิ่งดี",
        "scale": "ขั้นความสำเร็จ",
        "level_texts": found["levels"],
    }
    told = {"plan": "1", "constructed": "ใช่"}
    names = ("kpi_no", "step", "evidence", "place")
    return {
        "kpis": [
            {**same, "kpi_no": place, "name": row["kpi"], "weight": row["weight"]}
            for place, row in enumerate(form1, start=1)
        ],
        "results": [{**told, "kpi_no": no, "actual": level} for no, level in found["results"]],
        "evidence": [{**told, **dict(zip(names, row, strict=True))} for row in found["evidence"]],
    }


def market(districts: Row, found: Row) -> dict[str, list[Row]]:
    """Targets, network and records of the districts of a province's knowledge market."""
    if not districts:
        return {}
    kind, counted = districts["kind"], (("กลุ่มเป้าหมาย", "คน"), ("จำนวนองค์ความรู้", "เรื่อง"))
    passed = dict.fromkeys(districts["trained"], "ใช่") | dict.fromkeys(districts["untrained"], "ไม่ใช่")
    province = {"unit": "สำนักงานพัฒนาชุมชนจังหวัดฉะเชิงเทรา", "role": "ผู้แทนเครือข่าย", "trained": "ใช่"}
    names = ("unit", "title", "category", "needed", "channel")
    return {
        "targets": [
            {"unit": unit, "unit_kind": kind, "measure": measure, "target": target, "counter": counter}
            for unit, target in districts["targets"]
            for measure, counter in counted
        ],
        "network": [
            province,
            *(
                {"unit": f"สำนักงานพัฒนาชุมชน{kind}{unit}", "role": "ผู้แทนเครือข่าย", "trained": passed.get(unit)}
                for unit, _ in districts["targets"]
            ),
        ],
        "knowledge_records": [{**dict(zip(names, row, strict=True)), "constructed": "ใช่"} for row in found["rows"]],
    }


def samples() -> dict[str, bytes]:
    """The sample files by name; together they hold every fact once."""
    plan_rows = {"plans": plans(), "activities": activities(), "kpis": kpis()}
    return {
        "plans-2562.xlsx": filled({**plan_rows, **committee()}, **FACTS["ballot"]),
        "progress-2562.xlsx": filled({"progress": progress()}, as_of=FACTS["as_of"]),
        "results-2562.xlsx": filled({"results": results()}, as_of=FACTS["as_of"]),
        "committee-2562.xlsx": filled({"duties": roles(), "summaries": summaries()}),
        "submissions-2562.xlsx": filled({"submissions": submissions(), "series": series()}),
        "knowledge-2562.csv": as_csv(template.KNOWLEDGE, knowledge()),
        "km-market-2564.xlsx": other_office("km-market-2564"),
        "warning-center-2561.xlsx": other_office("warning-center-2561"),
        **own_forms(),
    }


def own_forms() -> dict[str, bytes]:
    """Two plans in their offices' own forms, and what was learnt of one of them in the template."""
    samut, waen = (
        tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("samut-songkhram-2567", "ban-waen-2569")
    )
    return {
        "ban-waen-2569.xlsx": as_workbook(municipality(waen)),
        "samut-songkhram-2567.xlsx": as_workbook({sheet["name"]: sheet["rows"] for sheet in samut["sheets"]}),
        "samut-songkhram-lessons-2567.xlsx": written(
            Content({field: samut[field] for field in OWNER}, lessons(samut["lessons"])),
            frames={"aars", "activity_years"},
        ),
    }


def lessons(found: Row) -> dict[str, list[Row]]:
    """The constructed reviews and results by year."""
    told = {"by": "เลขานุการ", "constructed": "ใช่"}
    review = ("plan", "activity_no", "of_year", "intended", "happened", "reasons", "next_time", "told_on")
    year = ("plan", "activity_no", "of_year", "status_text", "ticked", "result", "told_on")
    return {
        "aars": [{**told, **dict(zip(review, row, strict=True))} for row in found["aars"]],
        "activity_years": [{**told, **dict(zip(year, row, strict=True))} for row in found["years"]],
    }


def municipality(found: Row) -> dict[str, list[list[str]]]:
    """The committees, Form 1 of each division, the scope of KM and the goals, as the municipality lays them out."""
    sheets = {"ประกาศ": [[line] for line in found["announced"]]}
    sheets["คณะกรรมการ"] = [line.split("|") for line in found["committee"].strip().split("\n")]
    sheets |= {
        f"แบบ ๑ {unit}"[:31]: [
            ["แบบฟอร์มที่ ๑ การจำแนกองค์ความรู้ที่จำเป็นต่อการผลักดันตามประเด็นยุทธศาสตร์"],
            [f"ชื่อส่วนราชการ : {unit}"],
            found["head"],
            *([issue, aim, found["kpi"], unit, needed] for issue, aim, needed in rows),
        ]
        for unit, rows in found["divisions"]
    }
    told = "ประโยชน์ที่ได้รับจากขอบเขต KM ที่มีต่อ"
    parties = [f"{told}{name}" for name in ("พนักงานเทศบาล/พนักงานจ้าง", "ผู้บริหาร", "นโยบายที่เกี่ยวข้อง")]
    sheets["ขอบเขต KM"] = [[f"ขอบเขต KM ของ{found['office']}"], ["ขอบเขต KM", *parties], *found["scopes"]]
    for place, (goal, measure, activities) in enumerate(found["goals"], start=1):
        rows = [
            [str(no), text, "", found["period"], "", "", "หัวหน้าส่วนราชการแต่ละสำนัก/กอง", ""]
            for no, text in enumerate(activities, start=1)
        ]
        sheets[f"เป้าหมาย {place}"] = [
            ["แผนการจัดการความรู้ (KM Action) : กระบวนการจัดการความรู้ (KM Process)"],
            [f"{found['office']} ปีงบประมาณ พ.ศ. {found['fiscal_year']}"],
            [f"เป้าหมาย KM : {goal}"],
            [f"หน่วยงานที่วัดผลได้เป็นรูปธรรม :\n๑. {measure}"],
            found["plan_head"],
            *rows,
        ]
    return sheets


def as_workbook(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """A plain workbook of texts, as an office might type it."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        set_properties(book, "แผนการจัดการความรู้")
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.set_column(0, 9, 26)
            for place, row in enumerate(rows):
                for column, text in enumerate(row):
                    if text:
                        sheet.write_string(place, column, text, wrapped)
    return target.getvalue()


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
