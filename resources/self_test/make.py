"""Stores what the self-test is to find: `python -m resources.self_test.make`.

The numbers are those of this machine. Store them anew only where the demo, its model or
what is computed was changed on purpose, and look at what differs from the former ones.
"""

import json
import sys

import numpy as np

from gui.self_test.run import STORED, trials
from gui.self_test.verdict import difference

DIGITS = 7


def main() -> int:
    """Writes the numbers; says how far they moved."""
    former = json.loads(STORED.read_text("utf-8")) if STORED.exists() else {}
    found = {}
    for tried in trials():
        if tried.numbers is None:
            print(tried.step.name, "failed:", repr(tried.failure))
            return 1
        numbers = np.asarray(tried.numbers, np.float64).ravel()
        found[tried.step.name] = [float(f"{value:.{DIGITS}g}") for value in numbers]
        known = former.get(tried.step.name, [])
        if len(known) == len(numbers) > 0:
            print(f"{tried.step.name}: moved by {difference(numbers, known):.0e}")
    lines = (f"  {json.dumps(name)}: {json.dumps(found[name])}" for name in found)
    STORED.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
