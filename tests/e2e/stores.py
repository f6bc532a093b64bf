"""Stores for the walk: the sample, nothing, and twenty plans whose names are as long as real offices write them."""

from collections.abc import Callable
from typing import Any

from kmdash.domain.reading import Part, Record
from kmdash.ingest.read import read_file
from kmdash.store import open_store
from kmdash.ui.samples import sample_files

PLANS = 20
OFFICE = "องค์การบริหารส่วนจังหวัดสมุทรสงครามแห่งการเรียนรู้ (ตัวอย่าง)"
UNITS = (
    "กองพัฒนาและส่งเสริมการบริหารงานท้องถิ่น",
    "ฝ่ายส่งเสริมและพัฒนาบุคลากร",
    "สำนักงานเลขานุการองค์การบริหารส่วนจังหวัด",
    "กพร.สธ.",
    "กองยุทธศาสตร์และงบประมาณ กลุ่มงานติดตามและประเมินผล",
)
TITLES = (
    "เป้าหมาย KM : ๒. สนับสนุนให้บุคลากรในสังกัดได้รับการพัฒนาศักยภาพด้านต่าง ๆ มีส่วนร่วมในกิจกรรมของสำนักงานอย่างเข้มแข็ง"
    "และต่อเนื่อง และมีส่วนร่วมในการแลกเปลี่ยนองค์ความรู้แก่เพื่อนร่วมงานทุกส่วนราชการ",
    "เป้าหมาย KM ๔. ส่งเสริมให้บุคลากรได้รับการพัฒนาความรู้ความสามารถทางด้านต่างๆ เช่น ฝึกอบรม/สัมมนา ในหลักสูตรต่าง ๆ",
)
PROCESSES = (
    "การตรวจสอบการรายงานการจัดตั้ง การย้าย/รวม ยุบเลิก และเปลี่ยนชื่อศูนย์พัฒนาเด็กเล็กขององค์กรปกครองส่วนท้องถิ่น "
    "และการเพิ่มข้อมูลในระบบสารสนเทศทางการศึกษาของศูนย์พัฒนาเด็กเล็กขององค์กรปกครองส่วนท้องถิ่นทั่วประเทศ (CCIS)",
    "การจัดทำคู่มือการประเมินผลการปฏิบัติงานและการเลื่อนเงินเดือนข้าราชการ/พนักงานครูและบุคลากรทางการศึกษาท้องถิ่น",
    "การตรวจสอบการดำเนินการผ่านระบบ KTB Corporate Online (การจ่ายเงิน การรับเงิน และการนำเงินส่งคลัง)",
    "การจัดทำวิสัยทัศน์และยุทธศาสตร์",
)
KPI = (
    "ระดับความสำเร็จในการจัดทำคู่มือและเผยแพร่ความรู้เกี่ยวกับการยกฐานะองค์กรปกครองส่วนท้องถิ่น เพื่อให้ข้าราชการและผู้ที่เกี่ยวข้อง"
    "สามารถนำองค์ความรู้ไปใช้ได้อย่างมีประสิทธิภาพ"
)
KPI_UNIT = "ขั้นตอน/ระยะเวลาและเครื่องมือของกลุ่มงาน/กลุ่มภารกิจ"
ACTIVITY = (
    "จัดให้มีกิจกรรมแลกเปลี่ยนความรู้จากคู่มือการปฏิบัติงาน ได้แก่\n๑) การประชุมชี้แจงแนวทางการดำเนินงานตามคู่มือ\n"
    "๒) การตอบคำถามเพื่อแลกเปลี่ยนเรียนรู้\n๓) คลินิกให้คำปรึกษาเรื่องการศึกษาขององค์กรปกครองส่วนท้องถิ่น"
)
OWNER = "หัวหน้าส่วนราชการแต่ละสำนัก/กองในสังกัดองค์การบริหารส่วนจังหวัด"
EVENT = (
    "สำนัก/กอง จัดทำคู่มือการปฏิบัติงานหรือสรุปกระบวนงานในรูปแบบภาพกราฟิกเพื่อการสื่อสาร (Infographics) หรือกำหนดวิธีการอื่นใด"
    "ในการเผยแพร่ความรู้ให้สอดคล้องกับแผนการจัดการความรู้ และรายงานให้คณะทำงานทราบ"
)


def fill_sample(database: str) -> None:
    """Write the sample data into the store at this address."""
    _store(database, _sample())


def fill_twenty(database: str) -> None:
    """Write twenty plans with long names, their reports and results, the calendar and a vote."""
    sample = _sample()
    plans = [part for part in sample if part.kind in ("plan", "progress", "results")]
    others = [part for part in sample if part.kind not in ("plan", "progress", "results")]
    copies = [_copy(part, number) for number in range(1, PLANS + 1) for part in plans if _of(part) == _model(number)]
    _store(database, [*copies, *(_part(part, part.key, _long) for part in others)])


def _sample() -> list[Part]:
    return [part for path in sample_files() for part in read_file(path.read_bytes(), path.name).parts]


def _store(database: str, parts: list[Part]) -> None:
    store = open_store(database)
    store.write(parts, actor="walk", kind="import")
    store.close()


def _model(number: int) -> str:
    """The number of the sample's plan that a plan is made from."""
    return str((number - 1) % 5 + 1)


def _of(part: Part) -> str:
    return part.key.partition("@")[0]


def _copy(part: Part, number: int) -> Part:
    """A part of a sample's plan as that of plan ``number``: every second has a title of its own and no number."""
    old, new = f"-{_of(part)}", f"-{number}"
    own_title = {} if number % 2 else {"no": None, "title": f"{TITLES[number // 2 % 2]} ({number})"}

    def renamed(name: str, row: Record) -> Record:
        plan = row["plan_id"]
        ids = {
            key: value.replace(plan, plan.removesuffix(old) + new, 1)
            for key, value in row.items()
            if isinstance(value, str) and value.startswith(plan)
        }
        named = {"no": str(number), "unit": UNITS[number % 5], **own_title} if name == "plans" else {}
        return _long(name, {**row, **ids, **named})

    return _part(part, part.key.replace(_of(part), str(number), 1), renamed)


def _part(part: Part, key: str, changed: Callable[[str, Record], Record]) -> Part:
    rows = {name: [changed(name, row) for row in found] for name, found in part.records.items() if name != "problems"}
    return Part(part.kind, key, OFFICE, part.fiscal_year, rows)


def _long(name: str, row: Record) -> Record:
    """A record with the longest names its fields are met with."""
    place = int(row.get("position") or 0)
    long: dict[str, dict[str, Any]] = {
        "plans": {"critical_process": PROCESSES[len(str(row.get("title"))) % 4]},
        "activities": {"text": ACTIVITY, "owner": OWNER, "owners": OWNER},
        "kpis": {"name": KPI, "unit": row.get("unit") if row.get("unit") == "ร้อยละ" else KPI_UNIT},
        "candidates": {"unit": UNITS[place % 5], "process": PROCESSES[place % 4]},
        "events": {"text": EVENT},
    }
    office = {"office": OFFICE} if "office" in row else {}
    return {**row, **office, **long.get(name, {})}
