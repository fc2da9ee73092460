"""A diagnosis for people, and for programs."""

from collections.abc import Iterator
from typing import Any

from inference.diagnostics.facts import Diagnosis, Provider
from inference.errors import Sentence

_GIGABYTE = 1e9
_NO_CUDNN = Sentence("not installed: CUDA works without cuDNN, slower")


def diagnosis_lines(found: Diagnosis) -> list[tuple[Sentence | str, Sentence | str]]:
    """Returns titles and what is to be said under each."""
    return list(_lines(found))


def diagnosis_json(found: Diagnosis) -> dict[str, Any]:
    """Returns a diagnosis as JSON holds it."""
    return {
        "system": found.system,
        "python": found.python,
        "versions": dict(found.versions),
        "device": found.device,
        "built_for_cuda": found.built_for,
        "providers": [
            {"name": each.name, "loads": each.loads, "reason": str(each.reason)}
            for each in found.providers
        ],
        "driver_cuda": found.driver.cuda,
        "cards": [
            {"name": card.name, "memory": card.memory} for card in found.driver.cards
        ],
        "cudnn": found.cudnn,
        "torch": {
            "version": found.torch.version,
            "built_for_cuda": found.torch.built_for,
            "uses_cuda": not found.torch.reason,
            "reason": str(found.torch.reason),
        },
        "heard": list(found.heard),
    }


def _lines(found: Diagnosis) -> Iterator[tuple[Sentence | str, Sentence | str]]:
    yield Sentence("networks run on"), found.device
    for provider in found.providers:
        yield provider.name, _provider_words(provider)
    cards = found.driver.cards
    for card in cards:
        yield Sentence("graphics card"), _card_words(card.name, card.memory)
    if not cards:
        yield Sentence("graphics card"), Sentence("no NVIDIA card is found")
    if found.driver.cuda:
        yield Sentence("NVIDIA driver"), _up_to(found.driver.cuda)
    if found.built_for:
        yield Sentence("ONNX Runtime"), _built_for(found.built_for)
        yield "cuDNN", found.cudnn or _NO_CUDNN
    yield Sentence("Grad-CAM and training"), _torch_words(found)
    yield from found.versions
    yield "python", found.python
    yield Sentence("system"), found.system


def _provider_words(provider: Provider) -> Sentence:
    if provider.loads:
        return Sentence("works")
    if provider.loads is None:
        return Sentence("not tried: {reason}", reason=provider.reason)
    return Sentence("does not work: {reason}", reason=provider.reason)


def _card_words(name: str, memory: int) -> Sentence:
    size = f"{memory / _GIGABYTE:.1f}"
    return Sentence("{name}, {size} GB", name=name, size=size)


def _up_to(version: str) -> Sentence:
    return Sentence("runs CUDA up to {version}", version=version)


def _built_for(version: str) -> Sentence:
    return Sentence("built for CUDA {version}", version=version)


def _torch_words(found: Diagnosis) -> Sentence:
    if found.torch.reason:
        return Sentence("on the processor: {reason}", reason=found.torch.reason)
    return Sentence("on the graphics card")
