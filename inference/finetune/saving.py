"""The new model as an ONNX file: the graph that was read, with what was learnt.

It is written beside its place and asked there: only a file that answers in ONNX Runtime
as the trained network does takes that place.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnx.checker import MAXIMUM_PROTOBUF

from inference.classifier import (
    Classifier,
    ClassifierSpec,
    open_classifier,
    write_spec,
)
from inference.errors import (
    ExportError,
    Sentence,
    SpecError,
    TrainingError,
    system_reason,
)
from inference.finetune.checkpoint import checkpoint_path
from inference.finetune.head import Renewed
from inference.finetune.widening import widen
from inference.geometry import Array, Floats
from inference.network.quantisation import rounds

RECORD = "netgaze.training"  # the key of the training record in a file's metadata
_TOLERANCE = 1e-4  # of the largest logit, between twin and ONNX Runtime
_TOLERANCE_OF_HALVES = 3e-2
_FORMER_LABELS = {"classes", "labels", "names", "imgsz", "task"}


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What a new file is asked before it takes its place.

    Attributes:
        inputs: Of the network, (n, ...).
        logits: Of the trained network for them, (n, K).
    """

    inputs: Array
    logits: Floats


def metrics_path(out: Path) -> Path:
    """Returns where the numbers of a new model stand."""
    return out.with_suffix(".metrics.json")


def require_place(
    out: Path, source: Path, *, resumes: bool = False, replaces: bool = False
) -> None:
    """Refuses a place for a new model, before anything is computed.

    Args:
        out: Where it is to stand.
        source: The model that it is made from.
        resumes: Whether a run that was broken off goes on.
        replaces: Whether what stands there is replaced.

    Raises:
        SpecError: It is no name of an ONNX file, or the model's own.
        ExportError: Something stands there, or there is no such folder.
    """
    if out.suffix.lower() != ".onnx":
        raise SpecError(
            'The new model is an ONNX file: "{file}" must end in .onnx.', file=out.name
        )
    if out.resolve() == source.resolve():
        raise SpecError(
            '"{file}" is the model itself. Give the new one another name.',
            file=out.name,
        )
    if not out.parent.is_dir():
        raise ExportError(
            'There is no folder "{folder}" for the new model.', folder=out.parent
        )
    if resumes or replaces:
        return
    if checkpoint_path(out).exists():
        raise ExportError(
            'A run that was broken off lies in "{file}". Go on with it (--resume), or '
            "start anew (--force).",
            file=checkpoint_path(out).name,
        )
    if out.exists():
        raise ExportError(
            '"{file}" stands there already. Choose another name, or replace it '
            "(--force).",
            file=out.name,
        )


def save(
    network: Renewed,
    learnt: Mapping[str, Floats],
    described: ClassifierSpec,
    record: Mapping[str, Any],
    question: Question,
    out: Path,
    *,
    is_float32: bool,
) -> None:
    """Writes a new model, asks it, and puts it in its place.

    Args:
        network: The graph that was trained.
        learnt: Its trained weights, by the names of their initialisers.
        described: How it is fed, and what its classes are called.
        record: Of the training, for the metadata.
        question: What it is asked.
        out: Its place.
        is_float32: Whether its 16-bit floats become 32-bit ones.

    Raises:
        ExportError: It cannot be written; what stood there stands still.
        TrainingError: It does not answer as the trained network does.
    """
    model = _written(network, learnt)
    if is_float32:
        widen(model)
    _describe(model, replace(described, path=out, name=out.stem), record)
    if model.ByteSize() >= MAXIMUM_PROTOBUF:
        raise ExportError(
            'Cannot write "{file}": a model of more than 2 GB does not fit into one '
            "ONNX file. Train a smaller one.",
            file=out.name,
        )
    beside = out.with_name(f"{out.name}.part")
    try:
        beside.write_bytes(model.SerializeToString())
        _ask(beside, question)
        beside.replace(out)
    except OSError as error:
        raise ExportError(
            'Cannot write "{file}": {why}. What stood there stands still.',
            file=out.name,
            why=system_reason(error),
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def described(classifier: Classifier, names: tuple[str, ...]) -> ClassifierSpec:
    """Returns how a new model is fed, as the old one, and its classes."""
    return replace(classifier.spec, labels=names)


def _written(network: Renewed, learnt: Mapping[str, Floats]) -> onnx.ModelProto:
    """Returns the model whole, with what was learnt in the types of the file."""
    graph = network.graph
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    for tensor in model.graph.initializer:
        values = learnt.get(tensor.name)
        if values is None and tensor.data_location != TensorProto.EXTERNAL:
            continue
        if values is None:
            values = graph.values(tensor)
        kind = helper.tensor_dtype_to_np_dtype(tensor.data_type)
        fitting = np.ascontiguousarray(values).astype(kind, copy=False)
        tensor.CopyFrom(numpy_helper.from_array(fitting, tensor.name))
    return model


def _describe(
    model: onnx.ModelProto, spec: ClassifierSpec, record: Mapping[str, Any]
) -> None:
    """Writes labels, preprocessing and the training into the metadata."""
    gone = _FORMER_LABELS | {RECORD}
    kept = [entry for entry in model.metadata_props if entry.key not in gone]
    del model.metadata_props[:]
    model.metadata_props.extend(kept)
    write_spec(model, spec)
    text = json.dumps(dict(record))
    model.metadata_props.add(key=RECORD, value=text)


def _ask(path: Path, question: Question) -> None:
    """Compares what a file answers with what the trained network says.

    Raises:
        TrainingError: They differ.
    """
    classifier = open_classifier(path, provider="cpu")
    fed = question.inputs.astype(classifier.spec.input.dtype, copy=False)
    found, expected = _centred(classifier.logits(fed)), _centred(question.logits)
    is_half = rounds(classifier.graph.model)
    share = _TOLERANCE_OF_HALVES if is_half else _TOLERANCE
    allowed = share * max(float(np.abs(expected).max(initial=0)), 1.0)
    apart = float(np.abs(found - expected).max(initial=0))
    if not apart <= allowed:
        raise TrainingError(
            "The new file answers otherwise in ONNX Runtime than the network that was "
            "trained: {apart:.2g} apart, {allowed:.2g} allowed. It was not kept. "
            "{hint}",
            apart=apart,
            allowed=allowed,
            hint=Sentence("Try --float32.") if is_half else "",
        )


def _centred(logits: Floats) -> Floats:
    """Returns logits (n, K) less their mean, which no probability depends on."""
    centred: Floats = logits - logits.mean(axis=1, keepdims=True)
    return centred
