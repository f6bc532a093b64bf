"""The further columns of a form that has any number of them: which hold what the form says, and which do not."""

from collections.abc import Mapping, Sequence

from kmdash.domain.identity import match_key
from kmdash.ingest.layouts.contents import ENOUGH, share
from kmdash.ingest.layouts.form import Form
from kmdash.ingest.normalise.numbers import is_blank_mark, number
from kmdash.ingest.sheet import Sheet

VOTE = "vote"
_BESIDE = tuple(
    map(match_key, ("หมายเหตุ", "ข้อเสนอแนะ", "ข้อคิดเห็น", "ความคิดเห็น", "เหตุผล", "วันที่", "ลงชื่อ", "ลายมือชื่อ", "ลายเซ็น"))
)


def beside_spread(sheet: Sheet, form: Form, unknown: Mapping[int, str], rows: Sequence[int]) -> dict[int, str]:
    """The columns beside a ballot's marks: without a mark, and headed as a remark, a date or a signature, or written
    in more than once.
    """
    if form.spread != VOTE:
        return {}
    found = {}
    for column, heading in unknown.items():
        texts = [text for row in rows if not is_blank_mark(text := sheet.text(row, column))]
        if share(texts, VOTE) == 0 and (len(texts) > 1 or match_key(heading).startswith(_BESIDE)):
            found[column] = heading
    return found


def spreads(sheet: Sheet, form: Form, columns: Mapping[str, int], spread: Sequence[int], rows: Sequence[int]) -> bool:
    """Whether the further columns hold what the form says; what names a ballot's rows is no mark.

    Where most rows print a count that the marks of so many columns cannot give, they are no ballots.
    """
    if not spread:
        return False
    if form.spread == VOTE:
        for name in form.needs:
            named = [text for row in rows if (text := sheet.text(row, columns[name]))]
            if not named or share(named, VOTE) >= ENOUGH:
                return False
        counts = [value for row in rows if (value := number(sheet.text(row, columns.get("total")))) is not None]
        if counts and sum(count > len(spread) for count in counts) >= ENOUGH * len(counts):
            return False
    return share((sheet.text(row, column) for row in rows for column in spread), form.spread) >= ENOUGH
