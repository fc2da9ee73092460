"""The child process that lays points out by t-SNE; ending it is the only way to stop.

Run as a file, so that it imports scikit-learn and nothing of NetGaze. The task comes on
stdin: a line of JSON (perplexity, seed, iterations, angle, and the file that is told
how far it is), then points (N, D) as a NumPy file. The answer on stdout is a NumPy file
of (N, 2).
"""

import io
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np


def main() -> None:
    """Does the task."""
    line, _, data = sys.stdin.buffer.read().partition(b"\n")
    task = json.loads(line)
    points = np.load(io.BytesIO(data))
    from sklearn.manifold import TSNE

    tsne = TSNE(
        perplexity=task["perplexity"],
        random_state=task["seed"],
        init="pca",
        max_iter=task["iterations"],
        angle=task["angle"],
        verbose=2,  # a line for each fifty iterations
    )
    with (
        Path(task["told"]).open("w", encoding="utf-8", buffering=1) as told,
        redirect_stdout(told),
    ):
        places = tsne.fit_transform(points)
    answer = io.BytesIO()
    np.save(answer, places.astype(np.float32))
    sys.stdout.buffer.write(answer.getvalue())


if __name__ == "__main__":
    main()
