"""How fast RISE and integrated gradients are, beside a sweep, torch loops and captum.

Run by hand: `python tests/benchmarks/methods.py`. The contenders take turns, so what
else the machine does slows all of them alike; only ratios within a round count. Nothing
is timed before the maps are the same. RISE is timed by the forward pass, with all that
belongs to it (masks, sums, the map), against the sweep's engine where it computes all
of each input, and against a loop in torch that works as captum's perturbations do: some
masks are enlarged, the photo is mixed, all share a pass. The loop first finds its own
best batch. Integrated gradients are those of captum at the same points.

The allocator and the threads' way of waiting are tuned for all: with the defaults torch
is several times slower on a busy machine, which would only flatter us.
"""
# ruff: noqa: E402 - the process is tuned, by starting anew, before anything is loaded

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import tuning

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    tuning.tune()

import captum
import numpy as np
import onnx
import onnxruntime as ort
import torch
from captum.attr import IntegratedGradients
from contenders import SHARE, OurSweep, Setting, setting
from gradcam import TorchModule, duration, in_rounds
from networks import SIDE, Network, TorchRunner, resnet50, squeezenet, write_onnx

from inference.classifier import Quantity, Target
from inference.gradcam import GradCam
from inference.image import LoadedImage, open_image
from inference.integrated import IntegratedSpec, integrated_gradients
from inference.jobs import run
from inference.masking import RandomGrids, RiseSpec, rise
from inference.occluder import BASELINES
from inference.occluder.batching import core_count

SHARED = ROOT.parent / "shared" / "data"
SQUEEZENET = SHARED / "models" / "squeezenet1.1_torch_legacy_op11.onnx"
PHOTO = SHARED / "photos" / "chelsea.png"
TOLERANCE = 1e-4  # of the largest value of a map
SIZES = (1, 4, 8, 16)
MASKS = 4 * SHARE  # of RISE in one turn, which begins with a prediction
STEPS = 16  # of integrated gradients, in one turn
WARM_UP = 12
GREY = BASELINES["gray"]


class Rise:
    """Ours and a loop in torch, with the same grids, of one class's probability."""

    def __init__(self, made: Setting, path: Path, network: Network) -> None:
        self._setting = made
        self.target = made.classifier.predict_input(made.prepared).top_index
        self._spec = RiseSpec(Target(self.target), masks=MASKS, baseline=GREY)
        spec = self._spec
        self._grids = RandomGrids(made.prepared.size, spec.cells, spec.kept, spec.seed)
        self._runner, self._network = TorchRunner(onnx.load(path)), network
        self._base, self._fill = torch.tensor(made.base), torch.tensor(made.fill)

    def ours(self) -> np.ndarray:
        """The program, from the pixels to the map."""
        job = rise(self._setting.classifier, self._setting.prepared, self._spec)
        return run(job).heatmap.values

    @torch.inference_mode()
    def loop(self, batch: int, masks: int = SHARE) -> np.ndarray:
        """Masks made, mixed and run in torch."""
        total = torch.zeros(SIDE, SIDE)
        for start in range(0, masks, batch):
            shares = self._masks(range(start, start + batch))
            mixed = self._fill + shares * (self._base - self._fill)
            logits = self._runner(self._network, mixed)
            scores = logits.softmax(1)[:, self.target]
            total += (scores[:, None, None] * shares[:, 0]).sum(0)
        return (total / (masks * self._spec.kept)).numpy()

    def _masks(self, numbers: range) -> torch.Tensor:
        """(B, 1, h, w) enlarged together, then cut one by one."""
        drawn = [self._grids.drawn(number) for number in numbers]
        grids = torch.from_numpy(np.stack([grid for grid, _, _ in drawn]))
        size = [(self._spec.cells + 1) * side for side in self._grids.cell]
        whole = torch.nn.functional.interpolate(grids[:, None], size, mode="bilinear")
        cuts = [
            each[:, top : top + SIDE, left : left + SIDE]
            for each, (_, top, left) in zip(whole, drawn, strict=True)
        ]
        return torch.stack(cuts)


class Integrated:
    """Ours and captum's, of one class's logit."""

    def __init__(self, made: Setting, path: Path, network: Network) -> None:
        self._setting = made
        self._engine = GradCam(made.classifier)
        self._target = made.classifier.predict_input(made.prepared).top_index
        self._module = TorchModule(network, onnx.load(path)).eval()
        self._captum = IntegratedGradients(self._module)
        self._photo = torch.tensor(made.base)[None]
        black = made.classifier.tensor(np.zeros_like(made.prepared.pixels))
        self._black = torch.tensor(black)[None]

    def ours(self) -> np.ndarray:
        """The program, from the pixels to the map."""
        target = Target(self._target, quantity=Quantity.LOGIT)
        spec = IntegratedSpec(target, steps=STEPS)
        job = integrated_gradients(self._engine, self._setting.prepared, spec)
        return run(job).heatmap.values

    def captum(self) -> np.ndarray:
        """captum, from the tensor on; it says how far it misses, as ours does."""
        found, _ = self._captum.attribute(
            self._photo,
            self._black,
            target=self._target,
            n_steps=STEPS,
            method="gausslegendre",
            return_convergence_delta=True,
        )
        return found[0].sum(0).detach().numpy()


def main() -> None:
    """Times both networks and prints the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--seconds", type=float, default=40, help="of timed rounds per network (40)"
    )
    parser.add_argument("--small", action="store_true", help="SqueezeNet alone")
    options = parser.parse_args()
    torch.set_num_threads(core_count())
    print(
        f"{core_count()} cores, Python {platform.python_version()}, ONNX Runtime "
        f"{ort.__version__}, torch {torch.__version__}, captum {captum.__version__}, "
        f"input {SIDE}"
    )
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        is_real = SQUEEZENET.is_file()
        squeeze = SQUEEZENET if is_real else write_onnx(squeezenet, made / "s.onnx")
        measure("SqueezeNet 1.1", squeeze, squeezenet, options.seconds)
        if not options.small:
            residual = write_onnx(resnet50, made / "r.onnx")
            measure("ResNet-50", residual, resnet50, options.seconds)


def measure(name: str, path: Path, network: Network, seconds: float) -> None:
    """Checks that maps are equal, times the contenders, and prints their ratios."""
    made = setting(path, network, _photo())
    grids, sums = Rise(made, path, network), Integrated(made, path, network)
    sweep = OurSweep(made, shortcuts=False)
    _require_same("RISE", grids.ours(), grids.loop(SHARE // 4, MASKS))
    _require_same("integrated gradients", sums.ours(), sums.captum())
    grids.ours()
    for _ in range(WARM_UP):
        sweep.run()
    batch = min(SIZES, key=lambda size: _fastest(partial(grids.loop, size)))
    print(f"\n{name}")
    ways = (grids.ours, sweep.run, partial(grids.loop, batch))
    rivals = {"the sweep's plain path": 1.0, f"a loop in torch, batch {batch}": 2.0}
    passes = np.array([MASKS + 1, SHARE, SHARE])
    _tell("RISE", in_rounds(ways, seconds / 2) / passes, rivals)
    times = in_rounds((sums.ours, sums.captum), seconds / 2) / STEPS
    _tell("integrated gradients", times, {"captum's": 1.0})


def _tell(ours: str, times: np.ndarray, rivals: dict[str, float]) -> None:
    print(f"  {ours}: {1000 * np.median(times[:, 0]):.1f} ms, {len(times)} rounds")
    for number, (name, wanted) in enumerate(rivals.items(), 1):
        ratios = times[:, number] / times[:, 0]
        low, middle, high = np.percentile(ratios, [10, 50, 90])
        print(
            f"    {middle:.2f} x as fast as {name} ({low:.2f} to {high:.2f}), "
            f"wanted {wanted:g}"
        )


def _fastest(way: Callable[[], object]) -> float:
    return min(duration(way) for _ in range(3))


def _require_same(name: str, ours: np.ndarray, theirs: np.ndarray) -> None:
    difference = float(np.abs(ours - theirs).max() / np.abs(theirs).max())
    print(f"{name}: the maps differ by {difference:.0e} of the largest value")
    if difference > TOLERANCE:
        sys.exit("The maps differ.")


def _photo() -> LoadedImage:
    if PHOTO.is_file():
        return open_image(PHOTO)
    noise = np.random.default_rng(0).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    return LoadedImage(PHOTO, noise)


if __name__ == "__main__":
    main()
