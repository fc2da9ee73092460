"""How much memory opening a large model takes, beside a plain ONNX Runtime session.

`python -m tests.benchmarks.memory [MEGABYTES]` makes models of that size (375): one of
convolutions, one of matrices, each in one file and with its weights beside it. Ours is
opened as a classifier, explained by Grad-CAM and certified. Each runs in a fresh
process; the ratio of the peaks is printed, and at most 2.5 is wanted.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx

from tests.models import node, save

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # no word to its maker
WANTED = 2.5
SIDE, GRID, CLASSES = 224, 7, 10
PLAIN = "import sys, onnxruntime as ort; ort.InferenceSession(sys.argv[1])"
OURS = """
import sys
import numpy as np
from pathlib import Path
from inference.classifier import open_classifier
from inference.gradcam import GradCam
from inference.image.reading import LoadedImage
pixels = np.random.default_rng(0).integers(0, 255, (300, 400, 3), np.uint8)
classifier = open_classifier(sys.argv[1], provider="cpu")
prepared = classifier.prepare(LoadedImage(Path("photo.png"), pixels))
classifier.predict_input(prepared)
engine = GradCam(classifier)
engine.explain(prepared)
assert engine.certificate(prepared).holds
"""
PEAK = """
import resource
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
if sys.platform == "linux":  # where it is the peak of this program alone
    PEAK = """
status = open("/proc/self/status").read()
print(int(status.split("VmHWM:")[1].split()[0]) / 1024)
"""


def made(path: Path, megabytes: float, *, convolves: bool) -> Path:
    """Writes a model of this size: a stem, then equal layers on a grid of 7 x 7."""
    channels = 1024 if convolves else 2048
    stem, layer = (channels, 3, 32, 32), (channels, channels, *[3] * 2 * convolves)
    count = max(round((megabytes * 1e6 / 4 - np.prod(stem)) / np.prod(layer)), 1)
    random = np.random.default_rng(0)
    weights = {"stem": random.normal(0, 0.02, stem)}
    nodes = [node("Conv", "x stem", "map", strides=[SIDE // GRID] * 2)]
    order = {"perm": [0, 1, 2, 3]} if convolves else {"perm": [0, 2, 3, 1]}
    nodes += [node("Transpose", "map", "t0", **order)]
    for n in range(count):
        weights[f"w{n}"] = random.normal(0, np.prod(layer[1:]) ** -0.5, layer)
        operator, how = ("Conv", {"pads": [1] * 4}) if convolves else ("MatMul", {})
        nodes += [node(operator, f"t{n} w{n}", f"s{n}", **how)]
        nodes += [node("Relu", f"s{n}", f"t{n + 1}")]
    axes = {"axes": [2, 3] if convolves else [1, 2], "keepdims": 0}
    weights["head"] = random.normal(0, 0.1, (channels, CLASSES))
    nodes += [
        node("ReduceMean", f"t{count}", "mean", **axes),
        node("MatMul", "mean head", "y"),
    ]
    arrays = {name: values.astype(np.float32) for name, values in weights.items()}
    feeds = {"x": ("float32", ["N", 3, SIDE, SIDE])}
    return save(path, nodes, feeds, {"y": ("float32", ["N", CLASSES])}, arrays)


def beside(path: Path) -> Path:
    """Writes the same model with its weights in a file of their own."""
    apart = path.with_name(f"{path.stem}_beside.onnx")
    onnx.save(
        onnx.load(path), apart, save_as_external_data=True, location=f"{apart.stem}.bin"
    )
    return apart


def peak(code: str, path: Path) -> float:
    """Returns the most memory that a fresh interpreter holds [MiB]."""
    command = [sys.executable, "-c", code + PEAK, str(path)]
    found = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return float(found.stdout)


def main() -> int:
    """Prints peaks and ratios."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 375
    worst = 0.0
    print(f"{megabytes:.0f} MB of weights        plain      ours     ratio")
    for kind in ("convolutions", "matrices"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{kind}.onnx"
            made(path, megabytes, convolves=kind == "convolutions")
            for each in (path, beside(path)):
                plain, ours = peak(PLAIN, each), peak(OURS, each)
                worst = max(worst, ours / plain)
                print(f"{each.stem:22}{plain:7.0f} {ours:9.0f} {ours / plain:9.2f}")
    print(f"at most {WANTED} is wanted: {'held' if worst <= WANTED else 'MISSED'}")
    return worst > WANTED


if __name__ == "__main__":
    sys.exit(main())
