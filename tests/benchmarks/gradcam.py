"""How fast a Grad-CAM map is, beside captum's LayerGradCam and a full backward pass.

Run by hand: `python tests/benchmarks/gradcam.py`. The contenders take turns, so what
else the machine does slows all of them alike; only ratios within a round count.
Nothing is timed before ours and captum's maps are the same. captum explains a torch
module written by hand with the same weights, at the same layer: the last one.

The allocator and the threads' way of waiting are tuned for all: with the defaults torch
is several times slower on a busy machine, which would only flatter us.
"""
# ruff: noqa: E402 - the process is tuned, by starting anew, before anything is loaded

import argparse
import os
import platform
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tuning

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    tuning.tune()

import captum
import numpy as np
import onnx
import onnxruntime as ort
import torch
from captum.attr import LayerGradCam
from networks import SIDE, Network, resnet50, squeezenet, write_onnx
from onnx import numpy_helper
from torch import nn

from inference.classifier import (
    Classifier,
    PreparedInput,
    Quantity,
    Target,
    Wishes,
    open_classifier,
)
from inference.gradcam import GradCam, GradCamSpec
from inference.image import LoadedImage, open_image

SHARED = ROOT.parent / "shared" / "data"
SQUEEZENET = SHARED / "models" / "squeezenet1.1_torch_legacy_op11.onnx"
PHOTO = SHARED / "photos" / "imagenet" / "n03394916_French_horn.JPEG"
WANTED = 1.5
TOLERANCE = 1e-4  # of the largest value of the map
WARM_UP = 5
LEAST_ROUNDS = 10


class TorchModule(nn.Module):
    """A network as torch users write it: layers are modules, ReLU works in place."""

    def __init__(self, network: Network, model: onnx.ModelProto) -> None:
        super().__init__()
        arrays = {w.name: numpy_helper.to_array(w) for w in model.graph.initializer}
        convs = [node for node in model.graph.node if node.op_type == "Conv"]
        self._weights = [[arrays[name] for name in node.input[1:3]] for node in convs]
        self.network = network
        self.steps = nn.ModuleList()
        self._next, self._is_building = 0, True
        with torch.no_grad():
            self(torch.zeros(1, 3, SIDE, SIDE))
        self._is_building = False

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Returns logits (N, K)."""
        self._next = 0
        return self.network(self, x).flatten(1)

    @property
    def last_relu(self) -> nn.Module:
        """The last feature layer of both networks."""
        return [step for step in self.steps if isinstance(step, nn.ReLU)][-1]

    def conv(
        self, x: torch.Tensor, channels: int, kernel: int, stride: int, pad: int
    ) -> torch.Tensor:
        def make() -> nn.Module:
            layer = nn.Conv2d(x.shape[1], channels, kernel, stride, pad)
            done = sum(isinstance(step, nn.Conv2d) for step in self.steps)
            weight, bias = self._weights[done]
            layer.load_state_dict(
                {"weight": torch.tensor(weight), "bias": torch.tensor(bias)}
            )
            return layer

        return self._step(make, x)

    def relu(self, x: torch.Tensor) -> torch.Tensor:
        return self._step(lambda: nn.ReLU(inplace=True), x)

    def add(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return x.add_(y)

    def concat(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return torch.cat((x, y), 1)

    def max_pool(self, x: torch.Tensor, pad: int, *, ceil: bool) -> torch.Tensor:
        return self._step(lambda: nn.MaxPool2d(3, 2, pad, ceil_mode=ceil), x)

    def mean(self, x: torch.Tensor) -> torch.Tensor:
        return self._step(lambda: nn.AdaptiveAvgPool2d(1), x)

    def _step(self, make: Callable[[], nn.Module], x: torch.Tensor) -> torch.Tensor:
        if self._is_building:
            self.steps.append(make())
        step = self.steps[self._next]
        self._next += 1
        return step(x)


class Contenders:
    """Three passes over the same photo, same weights, same class."""

    def __init__(self, path: Path, network: Network, photo: LoadedImage) -> None:
        wishes = Wishes(preprocess="torchvision")
        self.classifier: Classifier = open_classifier(path, wishes, "cpu")
        self.prepared: PreparedInput = self.classifier.prepare(photo)
        self.engine = GradCam(self.classifier)
        self.target = self.classifier.predict(photo).top_index
        self.module = TorchModule(network, onnx.load(path)).eval()
        self.captum = LayerGradCam(self.module, self.module.last_relu)
        tensor = self.classifier.tensor(self.prepared.pixels)
        self.input = torch.from_numpy(tensor)[np.newaxis]

    def ours(self) -> np.ndarray:
        """The program, from the pixels on."""
        spec = GradCamSpec(Target(self.target, quantity=Quantity.LOGIT))
        return self.engine.explain(self.prepared, spec).signed

    def theirs(self) -> np.ndarray:
        """captum, from the tensor on."""
        found = self.captum.attribute(self.input, self.target)
        return found[0, 0].detach().numpy()

    def full_backward(self) -> None:
        """Forward, and back to every weight."""
        self.module.zero_grad()
        self.module(self.input)[0, self.target].backward()


def main() -> None:
    """Times both networks and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--seconds", type=float, default=30, help="of timed rounds per network (30)"
    )
    seconds = parser.parse_args().seconds
    cores = len(os.sched_getaffinity(0))
    torch.set_num_threads(cores)
    warnings.filterwarnings("ignore", module="captum")
    warnings.filterwarnings("ignore", module="torch")
    print(
        f"{cores} cores, Python {platform.python_version()}, ONNX Runtime "
        f"{ort.__version__}, torch {torch.__version__}, captum {captum.__version__}, "
        f"input {SIDE}, last feature layer"
    )
    with tempfile.TemporaryDirectory() as folder:
        is_real = SQUEEZENET.is_file()
        squeeze = SQUEEZENET
        if not is_real:
            squeeze = write_onnx(squeezenet, Path(folder) / "s.onnx")
        residual = write_onnx(resnet50, Path(folder) / "r.onnx")
        weights = "trained" if is_real else "random"
        measure("SqueezeNet 1.1", weights, (squeeze, squeezenet), seconds)
        measure("ResNet-50", "random", (residual, resnet50), seconds)
    print("Repeat with: python tests/benchmarks/gradcam.py")


def measure(
    name: str, weights: str, files: tuple[Path, Network], seconds: float
) -> None:
    """Checks that ours and captum's maps are equal, times them, prints the ratios."""
    contenders = Contenders(*files, _photo())
    ours, theirs = contenders.ours(), contenders.theirs()
    difference = float(np.abs(ours - theirs).max() / np.abs(theirs).max())
    if difference > TOLERANCE:
        sys.exit(f"The maps differ: by {difference:.1e} of the largest value.")
    ways = (contenders.ours, contenders.theirs, contenders.full_backward)
    for way in ways * WARM_UP:
        way()
    times = in_rounds(ways, seconds) * 1000
    print(
        f"\n{name} ({weights} weights), {len(times)} rounds; ours and captum's maps "
        f"differ by {difference:.0e} of the largest value"
    )
    print(f"  ours                {np.median(times[:, 0]):7.1f} ms")
    for number, rival in enumerate(("captum LayerGradCam", "full backward"), 1):
        ratios = times[:, number] / times[:, 0]
        low, middle, high = np.percentile(ratios, [10, 50, 90])
        wanted = f", wanted {WANTED}" if number == 1 else ""
        print(
            f"  {rival:19} {np.median(times[:, number]):7.1f} ms; ours is "
            f"{middle:.2f} x as fast ({low:.2f} to {high:.2f}){wanted}"
        )


def in_rounds(ways: tuple[Callable[[], Any], ...], seconds: float) -> np.ndarray:
    """Returns seconds (rounds, ways); who starts a round changes."""
    rounds: list[list[float]] = []
    end = time.perf_counter() + seconds
    while len(rounds) < LEAST_ROUNDS or time.perf_counter() < end:
        shift = len(rounds) % len(ways)
        order = [*range(shift, len(ways)), *range(shift)]
        took = {number: duration(ways[number]) for number in order}
        rounds.append([took[number] for number in range(len(ways))])
    return np.array(rounds)


def duration(way: Callable[[], Any]) -> float:
    """Returns how long one call takes, in seconds."""
    started = time.perf_counter()
    way()
    return time.perf_counter() - started


def _photo() -> LoadedImage:
    if PHOTO.is_file():
        return open_image(PHOTO)
    noise = np.random.default_rng(0).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    return LoadedImage(PHOTO, noise)


if __name__ == "__main__":
    main()
