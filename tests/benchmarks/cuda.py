"""What a graphics card makes of it: maps, Grad-CAM, training, ranking.

`python tests/benchmarks/cuda.py` from a checkout whose packages are installed; nothing
else is needed: networks have random weights, photos are drawn. It prints the card, runs
the tests of the engine on it, then times, on a ResNet-50-shaped graph:

- every pixel of 224 x 224 covered by 71 x 71, 50,176 inputs (wanted: at most 12 s on a
  data-centre card), beside a plain loop whose batches are built on the host;
- Grad-CAM of a photo; an epoch of training all weights; ranking 20,000 photos.

Where there is no CUDA it says so in one sentence and ends. `--device cpu` is a dry run
on a tiny network with a handful of photos, which proves the script and times nothing.
"""
# ruff: noqa: E402 - the folder of the project is found before anything of it is loaded

if __name__ == "cuda":  # torch looks for that package among scripts
    raise ImportError

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
os.environ.setdefault("NETGAZE_TRUST_MODELS", "1")

import numpy as np
from PIL import Image

from inference.classifier import Classifier, PreparedInput, Wishes, open_classifier
from inference.dataset import Dataset, ScoreBook, list_dataset
from inference.diagnostics import diagnosis, diagnosis_lines
from inference.finetune import TrainingSpec, finetune
from inference.geometry import Floats, Size
from inference.gradcam import GradCam
from inference.jobs import run
from inference.network.cuda import why_no_cuda
from inference.occluder import BASELINES, Masks
from inference.occlusion import OcclusionSpec, occlusion_sweep
from inference.ranking import Scorer, score
from tests.benchmarks.networks import resnet50, write_onnx
from tests.models import convolutions, noise

ENGINE_TESTS = (
    "tests/inference/occluder/test_on_device.py",
    "tests/inference/occluder/test_soft.py",
    "tests/inference/network/test_cuda.py",
)
WANTED = 12.0  # seconds of the 50,176 inputs
HOST_BATCHES = (16, 32, 64, 128)
TOLERANCE = 1e-4  # of the range of logits


@dataclass(frozen=True)
class Scale:
    """How much is done.

    Attributes:
        side: Of the input.
        mask: Side of what covers it.
        looped: Inputs of the plain loop, for each of its batches.
        maps: Of Grad-CAM.
        learnt: Photos of an epoch.
        ranked: Photos that are ranked.
    """

    side: int
    mask: int
    looped: int
    maps: int
    learnt: int
    ranked: int


REAL = Scale(224, 71, 4096, 50, 1024, 20_000)
TINY = Scale(32, 9, 32, 2, 8, 12)


def main() -> int:
    """Prints the numbers; 1 where a test or a comparison fails, or there is no CUDA."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--device", "--provider", choices=("cuda", "cpu"))
    device = parser.parse_args().device or "cuda"
    reason = "" if device == "cpu" else why_no_cuda()
    if reason:
        print(f"CUDA cannot be used here: {reason}. Nothing was measured.")
        return 1
    for title, words in diagnosis_lines(diagnosis()):
        print(f"{title:26}  {words}")
    scale = TINY if device == "cpu" else REAL
    passed = engine_tests() if device == "cuda" else True
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        agreed = measured(Path(folder), device, scale)
    if device == "cpu":
        print("A dry run on the CPU: the script works, the numbers mean nothing.")
    return 0 if passed and agreed else 1


def engine_tests() -> bool:
    """Runs the engine's tests, which take the card where there is one."""
    words = [sys.executable, "-m", "pytest", "-q", *ENGINE_TESTS]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, cwd=ROOT, env=environment, check=False)
    print(
        f"engine tests                {'passed' if not done.returncode else 'FAILED'}"
    )
    return not done.returncode


def measured(folder: Path, device: str, scale: Scale) -> bool:
    """Prints what everything takes; whether the ways to a map agree."""
    path = network(folder, scale)
    wishes = Wishes(preprocess="torchvision", resize="squash")
    classifier = open_classifier(path, wishes, "cuda" if device == "cuda" else "cpu")
    prepared = classifier.prepare(noise(scale.side, scale.side))
    print(f"the network runs on         {classifier.device}")
    agreed = sweeping(classifier, prepared, scale)
    explaining(classifier, prepared, scale)
    learning(classifier, drawn(folder / "learnt", scale.learnt, scale.side), folder)
    ranking(classifier, drawn(folder / "ranked", scale.ranked, scale.side), folder)
    return agreed


def network(folder: Path, scale: Scale) -> Path:
    """Writes the network with random weights."""
    if scale is REAL:
        return write_onnx(resnet50, folder / "resnet50.onnx")
    return convolutions(folder / "tiny.onnx", (scale.side, scale.side))


# ---- a map of every place


def sweeping(classifier: Classifier, prepared: PreparedInput, scale: Scale) -> bool:
    """Prints what a map of every pixel takes, and what a plain loop would."""
    spec = OcclusionSpec(Size(scale.mask, scale.mask), Size(1, 1))
    run(
        occlusion_sweep(classifier, prepared, OcclusionSpec(spec.mask_size, Size(9, 9)))
    )
    begun = time.perf_counter()
    sweep = run(occlusion_sweep(classifier, prepared, spec))
    seconds = time.perf_counter() - begun
    goal = f" (wanted: {WANTED:.0f} s)" if scale is REAL else ""
    rate = sweep.done / seconds
    print(
        f"a map of {sweep.done:,} inputs     {seconds:.1f} s{goal}, {rate:.0f} images/s"
    )
    boxes = sweep.grid.boxes[: scale.looped]
    plain, looped = plain_loop(classifier, prepared, boxes)
    print(
        f"plain loop, host's batches  {plain:.0f} images/s; ours {rate / plain:.2f} x"
    )
    difference = np.abs(looped - sweep.logits[: len(looped)]).max()
    share = float(difference / np.ptp(looped, axis=1).min())
    print(f"logits differ by            {share:.1e} of their range")
    return share <= TOLERANCE


def plain_loop(
    classifier: Classifier, prepared: PreparedInput, boxes: np.ndarray
) -> tuple[float, Floats]:
    """Returns the best images/s of a loop over host-built batches, and its logits."""
    base = classifier.tensor(prepared.pixels)
    grey = BASELINES["gray"].fill(prepared.mean)[np.newaxis, np.newaxis]
    fill = classifier.tensor(grey)
    best, logits = 0.0, np.zeros((0, 0), np.float32)
    for batch in HOST_BATCHES:
        stamped(classifier, base, fill, boxes[:batch])  # warms up
        begun = time.perf_counter()
        cuts = range(0, len(boxes), batch)
        found = [stamped(classifier, base, fill, boxes[n : n + batch]) for n in cuts]
        best = max(best, len(boxes) / (time.perf_counter() - begun))
        logits = np.concatenate(found)
    return best, logits


def stamped(
    classifier: Classifier, base: np.ndarray, fill: np.ndarray, boxes: np.ndarray
) -> Floats:
    """Returns logits of a batch of copies with a box stamped into each."""
    batch = np.repeat(base[np.newaxis], len(boxes), axis=0)
    Masks(boxes).cover(batch, fill)
    return classifier.logits(batch)


# ---- Grad-CAM, training, ranking


def explaining(classifier: Classifier, prepared: PreparedInput, scale: Scale) -> None:
    """Prints what a Grad-CAM takes, and how well the gradients agree."""
    engine = GradCam(classifier)
    times = [seconds_of(lambda: engine.explain(prepared)) for _ in range(scale.maps)]
    print(f"Grad-CAM                    {1000 * median(times):.1f} ms a map")
    agreement = engine.certificate(prepared)
    said = "agree" if agreement.holds else "DIFFER"
    print(f"gradients and model {said}   {agreement.max_rel_diff:.1e}")


def learning(classifier: Classifier, dataset: Dataset, folder: Path) -> None:
    """Prints what an epoch takes in which all weights learn."""
    spec = TrainingSpec(epochs=2, freeze="none", augments=False, split=(100, 0, 0))
    job = finetune(classifier, dataset, spec, out=folder / "new.onnx", replaces=True)
    seconds = run(job).epochs[-1].seconds
    tell("an epoch", len(dataset.photos), seconds)


def ranking(classifier: Classifier, dataset: Dataset, folder: Path) -> None:
    """Prints what ranking takes, decoding of JPEGs included."""
    scorer = Scorer(classifier)
    book = ScoreBook(folder / "book", scorer.key)
    seconds = seconds_of(lambda: run(score(scorer, dataset, book)))
    tell("ranking", len(dataset.photos), seconds)


def tell(what: str, photos: int, seconds: float) -> None:
    """Prints how long photos take."""
    rate = photos / seconds
    print(f"{what:26}  {photos:,} photos, {seconds:.1f} s, {rate:.0f} photos/s")


def drawn(folder: Path, count: int, side: int) -> Dataset:
    """Fills a folder with photos of two classes: forty are drawn, others copied."""
    names: Sequence[str] = ("one", "other")
    for name in names:
        (folder / name).mkdir(parents=True)
    made: list[bytes] = []
    for number in range(count):
        path = folder / names[number % 2] / f"{number:06}.jpg"
        if number < 40:
            Image.fromarray(noise(side, side, number).pixels).save(path, quality=90)
            made.append(path.read_bytes())
        else:
            path.write_bytes(made[number % 40])
    return run(list_dataset(folder))


def seconds_of(act: Callable[[], object]) -> float:
    """Returns how long something takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
