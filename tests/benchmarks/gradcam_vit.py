"""What Grad-CAM of a large transformer costs, beside a forward pass of ONNX Runtime.

Run by hand: `python tests/benchmarks/gradcam_vit.py`. It makes a ViT of 12 layers, 768
wide (86 million random weights), exports it by torch's legacy exporter, and times by
turns, in one process: a forward pass of ONNX Runtime, making the engine, and an
automatic map. torch is loaded before; the first engine of the process is told apart.
Only ratios within a round count; on a busy machine those of the work of all cores.

As in `gradcam.py` the allocator and the threads' way of waiting are tuned for all.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import tuning

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
if __name__ == "__main__":
    tuning.tune()

import numpy as np  # noqa: E402
import torch  # noqa: E402

from inference.classifier import Wishes, open_classifier  # noqa: E402
from inference.gradcam import GradCam  # noqa: E402
from inference.image import LoadedImage  # noqa: E402
from tests.data.exporting import export  # noqa: E402
from tests.transformers import Form, Vit  # noqa: E402

FORM = Form((224, 224), 16, 768, 12, 12, 4, 1000)
Spent = tuple[float, float]
MOST = {"engine": 3.0, "map": 1.5}  # times a forward pass


def main() -> None:
    """Prints the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        torch.manual_seed(0)
        network = Vit(form=FORM).eval()
        path = export(network, FORM.size, Path(folder) / "vit.onnx", "legacy", 17)
        del network
        times = measured(path, rounds)
    report(times)


def measured(path: Path, rounds: int) -> dict[str, list[Spent]]:
    """Returns what each way took, in the order of the rounds."""
    classifier = open_classifier(path, Wishes(preprocess="torchvision"), "cpu")
    pixels = np.random.default_rng(0).integers(0, 256, (*FORM.size, 3), np.uint8)
    prepared = classifier.prepare(LoadedImage(Path("noise.png"), pixels))
    batch = {classifier.graph.inputs[0].name: classifier.batch(prepared.pixels)}
    session = classifier.forward.session
    times: dict[str, list[Spent]] = {"pass": [], "engine": [], "map": []}
    for _ in range(rounds):
        session.run(None, batch)
        times["pass"].append(spent(partial(session.run, None, batch))[0])
        took, engine = spent(partial(GradCam, classifier))
        times["engine"].append(took)
        engine.explain(prepared)  # opens the session that ends in the layer
        times["map"].append(spent(partial(engine.explain, prepared))[0])
    return times


def spent(way: Callable[[], Any]) -> tuple[Spent, Any]:
    """Returns the seconds that a call takes, of the clock and of all cores, and more.

    The last is its answer.
    """
    clock, cores = time.perf_counter(), time.process_time()
    answer = way()
    return (time.perf_counter() - clock, time.process_time() - cores), answer


def report(times: dict[str, list[Spent]]) -> None:
    """Prints medians of the ratios within a round, and those of the first round."""
    passes = np.array(times["pass"])
    print(f"forward pass: {np.median(passes[:, 0]):.3f} s, {len(passes)} rounds")
    for name, most in MOST.items():
        ratios = np.array(times[name]) / passes
        low, middle, high = np.percentile(ratios[:, 0], [10, 50, 90])
        print(
            f"{name}: {middle:.2f} times a pass ({low:.2f} to {high:.2f}; the first "
            f"{ratios[0, 0]:.2f}), {np.median(ratios[:, 1]):.2f} times its work of all "
            f"cores (the first {ratios[0, 1]:.2f}); at most {most}"
        )


if __name__ == "__main__":
    main()
