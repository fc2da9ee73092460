"""How fast a sweep is, beside a plain ONNX Runtime loop and captum's Occlusion.

Run by hand: `python tests/benchmarks/occlusion.py`. The contenders take turns in short
rounds, so whatever else the machine does slows all of them alike, and only ratios
within a round count. The loop and captum first find their own best settings. Nothing is
timed before all agree on the logits of the same covered inputs. Ours is timed with and
without its shortcut, which computes only what a mask changes.

The allocator and the threads' way of waiting are tuned for all: with glibc's and
OpenMP's defaults torch, and so captum, is several times slower on a busy machine, which
would only flatter us.
"""
# ruff: noqa: E402 - the process is tuned, by starting anew, before anything is loaded

import argparse
import platform
import sys
import tempfile
import time
from pathlib import Path

import tuning

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    tuning.tune()

import captum
import numpy as np
import onnxruntime as ort
import torch
from contenders import (
    Captum,
    Contender,
    OurSweep,
    PlainLoop,
    Setting,
    check_boxes,
    setting,
)
from networks import SIDE, resnet50, squeezenet, write_onnx

from inference.image import LoadedImage, open_image
from inference.occluder.batching import core_count

SHARED = ROOT.parent / "shared" / "data"
SQUEEZENET = SHARED / "models" / "squeezenet1.1_torch_legacy_op11.onnx"
PHOTO = SHARED / "photos" / "chelsea.png"
SIZES = (1, 4, 8, 16, 32, 64)
FINALISTS = 3  # settings that are timed twice
TOLERANCE = 1e-4  # of the range of the compared logits
WARM_UP = 20  # turns of ours, in which it finds its batching and its shortcut
LEAST_ROUNDS = 5
TARGETS = {"SqueezeNet 1.1": (0.95, 2.3), "ResNet-50": (0.95, 1.6)}


def main() -> None:
    """Times both networks and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--seconds", type=float, default=40, help="of timed rounds per network (40)"
    )
    seconds = parser.parse_args().seconds
    torch.set_num_threads(core_count())
    print(
        f"{core_count()} cores, Python {platform.python_version()}, ONNX Runtime "
        f"{ort.__version__}, torch {torch.__version__}, captum {captum.__version__}, "
        f"mask 71, stride 1, input {SIDE}"
    )
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        is_real = SQUEEZENET.is_file()
        squeeze = SQUEEZENET if is_real else write_onnx(squeezenet, made / "s.onnx")
        residual = write_onnx(resnet50, made / "r.onnx")
        photo = _photo()
        weights = "trained" if is_real else "random"
        measure("SqueezeNet 1.1", weights, setting(squeeze, squeezenet, photo), seconds)
        measure("ResNet-50", "random", setting(residual, resnet50, photo), seconds)
    print("Repeat with: python tests/benchmarks/occlusion.py")


def measure(name: str, weights: str, question: Setting, seconds: float) -> None:
    """Checks that the contenders agree, times them and prints the ratios."""
    ours = OurSweep(question, shortcuts=True)
    without = OurSweep(question, shortcuts=False)
    for _ in range(WARM_UP):
        ours.run()
    difference = disagreement(question, ours)
    pairs = [(size, spins) for size in SIZES for spins in (True, False)]
    loop = fastest([PlainLoop(question, size, spins=spins) for size, spins in pairs])
    theirs = fastest([Captum(question, size) for size in SIZES])
    speeds = in_rounds([ours, without, loop, theirs], seconds)
    print(
        f"\n{name} ({weights} weights), {len(speeds)} rounds; logits differ by "
        f"{difference:.0e} of their range"
    )
    print(f"  {ours!s:42} {np.median(speeds[:, 0]):7.1f} images/s")
    targets = ["", *(f", wanted {target}" for target in TARGETS[name])]
    for number, rival in enumerate((without, loop, theirs), start=1):
        ratios = speeds[:, 0] / speeds[:, number]
        print(
            f"  {rival!s:42} {np.median(speeds[:, number]):7.1f} images/s; "
            f"ours is {np.median(ratios):.2f} x "
            f"({ratios.min():.2f} to {ratios.max():.2f}){targets[number - 1]}"
        )


def disagreement(question: Setting, ours: OurSweep) -> float:
    """Returns the largest difference of logits as a share of their range."""
    boxes = check_boxes(SIDE)
    contenders = (ours, PlainLoop(question, 1, spins=True), Captum(question, 4))
    answers = np.stack([contender.logits(boxes) for contender in contenders])
    spread = float(np.ptp(answers, axis=1).max())  # between boxes
    difference = float(np.ptp(answers, axis=0).max()) / spread
    if difference > TOLERANCE:
        sys.exit(f"The contenders disagree: by {difference:.1e} of the logits' range.")
    return difference


def fastest(contenders: list[Contender]) -> Contender:
    """Returns the fastest of one contender's settings."""
    best = {contender: speed(contender) for contender in contenders}
    for contender in sorted(best, key=lambda c: -best[c])[:FINALISTS]:
        best[contender] = max(best[contender], speed(contender))
    return max(best, key=lambda contender: best[contender])


def in_rounds(contenders: list[Contender], seconds: float) -> np.ndarray:
    """Returns images/s (rounds, contenders); who starts a round changes."""
    rounds: list[list[float]] = []
    end = time.perf_counter() + seconds
    while len(rounds) < LEAST_ROUNDS or time.perf_counter() < end:
        shift = len(rounds) % len(contenders)
        order = [*range(shift, len(contenders)), *range(shift)]
        speeds = {number: speed(contenders[number]) for number in order}
        rounds.append([speeds[number] for number in range(len(contenders))])
    return np.array(rounds)


def speed(contender: Contender) -> float:
    """Returns images/s of one turn."""
    started = time.perf_counter()
    done = contender.run()
    return done / (time.perf_counter() - started)


def _photo() -> LoadedImage:
    if PHOTO.is_file():
        return open_image(PHOTO)
    noise = np.random.default_rng(0).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    return LoadedImage(PHOTO, noise)


if __name__ == "__main__":
    main()
