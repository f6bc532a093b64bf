"""``python -m benchmarks [--scale F] [--json FILE] [--only NAME]``: every race, a line each."""

import argparse
import json
import sys
from pathlib import Path

from benchmarks import attainment, book, frames, pages, reading, vote
from benchmarks.race import raced

PARTS = {
    "frames": frames.lines,
    "attainment": attainment.lines,
    "vote": vote.lines,
    "reading": reading.lines,
    "pages": pages.lines,
    "book": book.lines,
}


def main() -> int:
    """Run the races; 1 when one does not stay within its goal."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the national size; goals hold from 0.02 up")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the lines as a JSON list")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part; may be repeated")
    arguments = parser.parse_args()
    found = []
    for name in arguments.only or PARTS:
        for line in PARTS[name](arguments.scale):
            found.append(row := raced(line))
            goal = "" if row["goal"] is None else f"  goal {row['goal']:.2f} {'ok' if row['passed'] else 'MISSED'}"
            spread = f"({row['min']:.3f}–{row['max']:.3f}, n={row['n']})"
            print(f"{row['measure']} / {row['reference']}: × {row['ratio']:.3f} {spread}{goal}", flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0 if all(row["passed"] for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
