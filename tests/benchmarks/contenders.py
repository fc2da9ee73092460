"""Ways to the same logits: our sweep, a plain ONNX Runtime loop, captum.

Each contender computes covered inputs with `run` and says how many it has done, and
`logits` shows that it computes the same thing as the others.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import onnx
import onnxruntime as ort
import torch
from captum.attr import Occlusion
from networks import Network, TorchRunner

from inference.classifier import Classifier, PreparedInput, Wishes, open_classifier
from inference.geometry import Size
from inference.image import LoadedImage
from inference.occluder import BASELINES, Masks, Occluder
from inference.occlusion import OcclusionSpec, SweepGrid
from inference.occlusion.buffer import SweepBuffer

MASK, SHARE = 71, 64  # inputs computed in one turn
_WINDOWS_APART = 22  # gives captum 8 x 8 windows
_APART_IN_CHECK = 51  # gives it 4 x 4
_SPEC = OcclusionSpec(Size(MASK, MASK), Size(1, 1))


@dataclass(frozen=True)
class Setting:
    """What the contenders share.

    Attributes:
        path: The ONNX file.
        network: The same as torch calls.
        classifier: The same as we open it.
        prepared: The photo.
        base: (3, h, w) normalised input.
        fill: (3, 1, 1) normalised grey.
        boxes: (P, 4) top, left, height, width, in the order of our sweep.
    """

    path: Path
    network: Network
    classifier: Classifier
    prepared: PreparedInput
    base: np.ndarray
    fill: np.ndarray
    boxes: np.ndarray


def setting(path: Path, network: Network, photo: LoadedImage) -> Setting:
    """Opens the network and prepares the photo."""
    classifier = open_classifier(path, Wishes(preprocess="torchvision"), "cpu")
    prepared = classifier.prepare(photo)
    grey = BASELINES["gray"].fill(prepared.mean)[np.newaxis, np.newaxis]
    base, fill = classifier.tensor(prepared.pixels), classifier.tensor(grey)
    boxes = SweepGrid(prepared.size, _SPEC).boxes
    return Setting(path, network, classifier, prepared, base, fill, boxes)


class Contender(Protocol):
    """One way, at one setting."""

    def run(self) -> int:
        """Computes about `SHARE` covered inputs and returns how many."""
        ...

    def logits(self, boxes: np.ndarray) -> np.ndarray:
        """Returns logits (B, K) with each of `check_boxes` covered."""
        ...


def check_boxes(side: int) -> np.ndarray:
    """(16, 4) the windows of captum with a wide stride, in its order."""
    starts = range(0, side - MASK + 1, _APART_IN_CHECK)
    return np.array([[top, left, MASK, MASK] for left in starts for top in starts])


class OurSweep:
    """The engine of `occlusion_sweep`, on places in a row from anywhere in the sweep.

    Which places it gets matters: masks at the border are smaller, and change less.
    """

    def __init__(self, setting: Setting, *, shortcuts: bool) -> None:
        self._setting, self._shortcuts = setting, shortcuts
        self._random = np.random.default_rng(0)
        pixels = setting.prepared.pixels
        fill = BASELINES["gray"].fill(setting.prepared.mean)
        self._occluder = Occluder(setting.classifier, pixels, fill, shortcuts=shortcuts)
        reference = setting.classifier.predict_input(setting.prepared)
        self._buffer = SweepBuffer(len(setting.boxes), reference, None)

    def run(self) -> int:
        start = done = int(self._random.integers(len(self._setting.boxes) - 2 * SHARE))
        while done < start + SHARE:
            boxes = self._setting.boxes[done : done + self._occluder.batch_size]
            self._buffer.put(done, self._occluder.logits(Masks(boxes)))
            done += len(boxes)
        return done - start

    def logits(self, boxes: np.ndarray) -> np.ndarray:
        return self._occluder.logits(Masks(boxes))

    def __str__(self) -> str:
        return "ours" if self._shortcuts else "ours, all of each input computed"


class PlainLoop:
    """ONNX Runtime, plainly: copies the base input, stamps boxes, runs."""

    def __init__(self, setting: Setting, batch: int, *, spins: bool) -> None:
        self._setting, self._batch, self._start = setting, batch, 0
        self._waits = "spinning" if spins else "sleeping"
        options = ort.SessionOptions()
        entry = "session.intra_op.allow_spinning"
        options.add_session_config_entry(entry, str(int(spins)))
        providers = ["CPUExecutionProvider"]
        self._session = ort.InferenceSession(setting.path, options, providers)
        self._name = self._session.get_inputs()[0].name

    def run(self) -> int:
        for _ in range(SHARE // self._batch):
            end = self._start + self._batch
            self.logits(self._setting.boxes[self._start : end])
            self._start = end
        return SHARE

    def logits(self, boxes: np.ndarray) -> np.ndarray:
        inputs = np.repeat(self._setting.base[np.newaxis], len(boxes), axis=0)
        for covered, (top, left, height, width) in zip(inputs, boxes, strict=True):
            covered[:, top : top + height, left : left + width] = self._setting.fill
        (raw,) = self._session.run(None, {self._name: inputs})
        return raw.reshape(len(boxes), -1)

    def __str__(self) -> str:
        return f"plain loop, batch {self._batch}, {self._waits} threads"


class Captum:
    """captum's Occlusion; its windows stay inside and it adds the untouched input."""

    def __init__(self, setting: Setting, batch: int) -> None:
        self._batch, self._seen = batch, 0
        self._outputs: list[torch.Tensor] = []
        self._runner = TorchRunner(onnx.load(setting.path))
        self._network = setting.network
        self._base = torch.tensor(setting.base)[np.newaxis]
        self._grey = torch.tensor(setting.fill).expand_as(self._base).contiguous()
        self._occlusion = Occlusion(self._forward)

    def run(self) -> int:
        self._seen = 0
        self._attribute(_WINDOWS_APART)
        return self._seen

    def logits(self, boxes: np.ndarray) -> np.ndarray:
        self._attribute(_APART_IN_CHECK)
        outputs = torch.cat(self._outputs[1:]).numpy()
        assert len(outputs) == len(boxes)
        return outputs

    @torch.inference_mode()
    def _attribute(self, apart: int) -> None:
        self._outputs.clear()
        self._occlusion.attribute(
            self._base,
            strides=(3, apart, apart),
            sliding_window_shapes=(3, MASK, MASK),
            baselines=self._grey,
            target=0,
            perturbations_per_eval=self._batch,
        )

    def __str__(self) -> str:
        return f"captum, {self._batch} per evaluation"

    def _forward(self, inputs: torch.Tensor) -> torch.Tensor:
        self._seen += len(inputs)
        self._outputs.append(self._runner(self._network, inputs))
        return self._outputs[-1]
