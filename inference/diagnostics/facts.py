"""Facts about this machine: versions, providers, graphics cards."""

import platform
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

import onnxruntime as ort

from inference import __version__
from inference.errors import Sentence
from inference.network.cards import Driver, nvidia_driver
from inference.network.cuda import CPU, CUDA, cuda_trial, cudnn_version

if TYPE_CHECKING:
    from inference.twin.device import TorchCuda

_PACKAGES = (
    *("PySide6-Essentials", "numpy", "onnx", "onnxruntime", "onnxruntime-gpu"),
    *("torch", "pillow", "pyqtgraph", "scikit-learn"),
)


@dataclass(frozen=True, slots=True)
class Provider:
    """A way of ONNX Runtime to compute.

    Attributes:
        name: ONNX Runtime's.
        loads: Whether it works here; None where it was not tried.
        reason: Why it does not, or was not tried, as a clause; "" where it works.
    """

    name: str
    loads: bool | None
    reason: Sentence | str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What this machine can compute with.

    Attributes:
        system: Its name and version.
        python: Version.
        versions: Of NetGaze and of the packages it stands on, by their names.
        built_for: The CUDA that ONNX Runtime was built for, "13.0"; "" for none.
        providers: Of ONNX Runtime, in its order.
        heard: What ONNX Runtime wrote while CUDA was tried.
        driver: NVIDIA's, and its cards.
        cudnn: Version of cuDNN; "" where there is none.
        torch: torch, and what it says of CUDA.
    """

    system: str
    python: str
    versions: tuple[tuple[str, str], ...]
    built_for: str
    providers: tuple[Provider, ...]
    heard: tuple[str, ...]
    driver: Driver
    cudnn: str
    torch: "TorchCuda"

    @property
    def device(self) -> str:
        """Where "auto" computes: "CUDA" or "CPU"."""
        works = {each.name for each in self.providers if each.loads}
        return "CUDA" if CUDA in works else "CPU"


def diagnosis() -> Diagnosis:
    """Tries what there is; takes as long as loading torch."""
    from inference.twin.device import torch_cuda

    trial = cuda_trial()
    return Diagnosis(
        system=platform.platform(),
        python=platform.python_version(),
        versions=(("netgaze", __version__), *_versions()),
        built_for=getattr(ort, "cuda_version", ""),
        providers=tuple(map(_provider, ort.get_available_providers())),
        heard=trial.heard,
        driver=nvidia_driver(),
        cudnn=cudnn_version(),
        torch=torch_cuda(),
    )


def _provider(name: str) -> Provider:
    if name == CPU:
        return Provider(name, loads=True)
    if name == CUDA:
        reason = cuda_trial().reason
        return Provider(name, loads=not reason, reason=reason)
    return Provider(name, loads=None, reason=Sentence("NetGaze does not use it"))


def _versions() -> list[tuple[str, str]]:
    found = []
    for name in _PACKAGES:
        try:
            found.append((name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            continue
    return found
