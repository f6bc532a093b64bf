"""The form a unit reports its progress in, as a sheet to be read back: each row bears the id of its activity."""

from kmdash.domain.template_sheet import CONSTRUCTED, DAY, NUMBER, Column, Sheet

_DAY = Column("reported_on", "วันที่รายงาน", width=15, kind=DAY)
UNIT_REPORT = Sheet(
    "progress",
    "รายงานความก้าวหน้า",
    "progress",
    "progress",
    (
        Column("marker", "รหัสกิจกรรมที่รายงาน", width=22),
        Column("plan", "แผน", width=12),
        Column("no", "ที่", width=6),
        Column("reads_as", "กิจกรรม", width=44),
        Column("period", "ระยะเวลา", width=18),
        Column("owner", "ผู้รับผิดชอบ", width=20),
        Column("status_text", "สถานะ", width=19, choices="statuses"),
        Column("percent", "ความก้าวหน้า (ร้อยละ)", width=13, kind=NUMBER),
        _DAY,
        Column("done_on", "วันที่แล้วเสร็จ", width=15, kind=DAY),
        Column("postponed_to", "เลื่อนไปวันที่", width=15, kind=DAY),
        Column("note", "ปัญหา/อุปสรรค", width=34),
        CONSTRUCTED,
    ),
)
REPORT_SHEETS = (UNIT_REPORT,)
READ_ONLY = ("plan", "no", "reads_as", "period", "owner")  # printed to be read, never taken into the register
