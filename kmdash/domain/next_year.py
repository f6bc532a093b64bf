"""What next year's plan may begin with: why an activity is proposed, and the columns that say so."""

from kmdash.domain.columns import Columns

REASONS = ("recurring", "continues", "unfinished")
PROPOSALS: Columns = {  # one row an activity of this year that next year's plan may take up
    "office": "str",
    "fiscal_year": "int",  # of the plan it stands in now
    "plan_id": "str",
    "plan": "str",
    "unit": "str",
    "activity_id": "str",
    "no": "str",
    "text": "str",
    "stage": "int",
    "owner": "str",
    "proposed": "str",  # one of REASONS
    "state": "str",
    "period_text": "str",  # as typed, where the words hold for next year too; missing where a time is to be set
    "source_cell": "str",
}
SENDERS: Columns = {  # one row a unit of this year, of next year's plans, or of the office's book
    "office": "str",
    "unit": "str",
    "plans": "int",  # of this year
    "next_plans": "int",  # of the year after it
    "sent": "bool",
}
