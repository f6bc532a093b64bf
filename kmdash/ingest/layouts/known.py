"""All forms that are known; a new description is entered here, and its reader in ``records.collect``."""

from kmdash.ingest.layouts.form import Form
from kmdash.ingest.layouts.other_forms import OTHER_FORMS
from kmdash.ingest.layouts.plan_forms import ACTION_PLAN, KNOWLEDGE_NEEDED, KPI_LEVELS, LISTED_PLAN, OPERATING_CALENDAR
from kmdash.ingest.layouts.register_forms import REGISTER_FORMS
from kmdash.ingest.layouts.vote_forms import VOTE_FORMS

FORMS: tuple[Form, ...] = (
    ACTION_PLAN,
    LISTED_PLAN,
    KPI_LEVELS,
    *VOTE_FORMS,
    OPERATING_CALENDAR,
    KNOWLEDGE_NEEDED,
    *REGISTER_FORMS,
    *OTHER_FORMS,
)
