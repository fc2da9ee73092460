"""Opens ten thousand damaged models, photos and notes, and counts broken promises.

`python -m tests.benchmarks.fuzz [COUNT] [--seed N]`. A mutant that ends in anything but
a classifier or one sentence is printed with its number, and so is a model that is
refused although plain ONNX Runtime runs it as a classifier.
"""

import argparse
import sys
import time
from collections import Counter

from tests.fuzzing.judge import judged


def main() -> int:
    """Prints the faults, and how many mutants were opened and refused."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    started, counts = time.perf_counter(), Counter[str]()
    for verdict in judged(asked.seed, range(asked.count)):
        counts["faults" if verdict.is_fault else verdict.outcome] += 1
        if verdict.is_fault:
            print(f"{verdict.number}: {verdict.outcome}", flush=True)
    found = ", ".join(f"{count:,} {word}" for word, count in counts.most_common())
    print(f"seed {asked.seed}: {found}; {time.perf_counter() - started:.0f} s")
    return 1 if counts["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
