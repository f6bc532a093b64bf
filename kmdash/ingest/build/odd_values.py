"""Values that a spreadsheet has likely changed while they were typed."""

from datetime import date

from kmdash.domain.problem import Problem, Severity
from kmdash.ingest.records.drafts import ActivityDraft


def about_target(activity: ActivityDraft, identity: str) -> list[Problem]:
    """A target that is a date: spreadsheets make one of "3/1" and "1-3"; it is kept as it stands, and told."""
    if not isinstance(activity.values.get("target"), date):
        return []
    return [
        Problem(
            code="target_is_date",
            severity=Severity.WARNING,
            cell=activity.cells["target"],
            found=activity.texts["target"],
            message="เป้าหมายนี้เป็นวันที่ อาจเป็นเพราะโปรแกรมตารางเปลี่ยนข้อความ เช่น 3/1 หรือ 1-3 เป็นวันที่",
            remedy="ตั้งรูปแบบช่องนี้เป็นข้อความ แล้วพิมพ์เป้าหมายใหม่",
            frame="activities",
            row_id=identity,
        )
    ]
