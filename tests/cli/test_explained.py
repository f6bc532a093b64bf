"""``show attainment --json`` gives each score with an explanation from which it can be computed again."""

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from kmdash.__main__ import main

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"


def again(told):
    """The score by the explanation's own formula and numbers."""
    numbers = {name: Decimal(value) for name, value in told["numbers"].items()}
    if told["case"] == "between":
        i = int(numbers["i"])
        low, high = numbers[f"x_{i}"], numbers[f"x_{i + 1}"]
        return i + (numbers["r"] - low) / (high - low)
    return {"full": Decimal(5), "floor": Decimal(told["floor"])}[told["case"]]


def test_the_score_of_each_row_is_computed_again_from_its_explanation_alone(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{(tmp_path / 'kmdash.db').as_posix()}")
    for name in ("plans-2562.xlsx", "results-2562.xlsx"):
        assert main(["import", str(SAMPLE / name)]) == 0
    capsys.readouterr()
    assert main(["show", "attainment", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    scored = [(row, json.loads(row["explained"])) for row in rows if row["score"] is not None]
    assert [told["score"] for _, told in scored] == ["4.4800", "3.3000"]
    for row, told in scored:
        four = again(told).quantize(Decimal("0.0001"), ROUND_HALF_UP)
        assert str(four) == told["score"] == f"{row['score']:.4f}"
    assert all(json.loads(row["explained"])["reason"] for row in rows if row["score"] is None)
