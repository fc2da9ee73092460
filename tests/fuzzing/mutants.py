"""Makes mutants: number n of a seed is always the same file."""

import io
import json
import random
from contextlib import suppress
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper
from PIL import Image

from tests.models import convolutions, linear

KINDS = ("model", "model", "model", "photo", "note", "labels")
FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "PPM")
NUMBERS = (-1, 0, 1, 2, 3, 7, 255, 1000, 2**31 - 1, 2**31, -(2**31), 2**63 - 1)
REALS = (0.0, -1.0, 1e-30, 1e30, float("nan"), float("inf"), float("-inf"))
NAMES = ("", "x", "y", "a", "\x1b[31m", "é" * 40, "../../etc/passwd", "%s%n{0}", "w0")
OPERATORS = (
    *("Relu", "Softmax", "Conv", "MatMul", "Reshape", "Transpose", "Add", "Flatten"),
    *("Identity", "Sigmoid", "GlobalAveragePool", "Resize", "NoSuchOperator"),
)
TYPES = (
    *(TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.DOUBLE, TensorProto.UINT8),
    *(TensorProto.INT64, TensorProto.STRING, TensorProto.UNDEFINED),
)
VALUES = (None, True, -1, 10**30, "", "x" * 50, [], {}, [1, "a"], float("nan"))


def bases(folder: Path) -> list[onnx.ModelProto]:
    """Small classifiers of several kinds."""
    ones = np.random.default_rng(0).normal(size=(4, 6, 5, 3))
    paths = [
        convolutions(folder / "convolutions.onnx", (12, 14)),
        convolutions(folder / "batch.onnx", (12, 12), batch=2),
        linear(folder / "softmax.onnx", ones, ending="softmax"),
        linear(folder / "bytes.onnx", ones, dtype="uint8", layout="NHWC"),
    ]
    return [onnx.load(path) for path in paths]


def mutant(folder: Path, models: list[onnx.ModelProto], seed: int, number: int) -> Path:
    """Writes a mutant into an empty folder; returns the model to be opened.

    A damaged photo stands beside it as `photo.…`, damaged notes under their own names.
    """
    luck = random.Random(f"{seed} {number}")
    kind = luck.choice(KINDS)
    model = onnx.ModelProto()
    model.CopyFrom(luck.choice(models))
    if kind == "model":
        for _ in range(luck.choice((1, 1, 1, 2, 4))):
            with suppress(IndexError):  # nothing of that kind is left
                luck.choice(MUTATIONS)(model, luck)
    elif kind == "photo":
        _write_photo(folder, luck)
    elif kind == "note":
        _write_note(folder, luck)
    else:
        _write_labels(folder, luck)
    path = folder / "model.onnx"
    data = model.SerializeToString()
    if kind == "model" and luck.random() < 0.1:
        data = _damaged(data, luck)
    path.write_bytes(data)
    return path


# -- Models ------------------------------------------------------------------------


def _attribute(model, luck):
    nodes = [node for node in model.graph.node if node.attribute]
    if not nodes:
        return
    attribute = luck.choice(luck.choice(nodes).attribute)
    if attribute.ints:
        attribute.ints[luck.randrange(len(attribute.ints))] = luck.choice(NUMBERS)
        if luck.random() < 0.3:
            attribute.ints.append(luck.choice(NUMBERS))
    elif attribute.type == onnx.AttributeProto.FLOAT:
        attribute.f = luck.choice(REALS)
    elif attribute.type == onnx.AttributeProto.STRING:
        attribute.s = luck.choice(NAMES).encode()
    else:
        attribute.i = luck.choice(NUMBERS)


def _new_attribute(model, luck):
    name = luck.choice(("axis", "group", "kernel_shape", "perm", "keepdims", "odd"))
    value = luck.choice((luck.choice(NUMBERS), [luck.choice(NUMBERS)] * 2, "text", 0.5))
    luck.choice(model.graph.node).attribute.append(helper.make_attribute(name, value))


def _dims(model, luck):
    tensor = luck.choice(model.graph.initializer)
    if tensor.dims and luck.random() < 0.7:
        tensor.dims[luck.randrange(len(tensor.dims))] = luck.choice(NUMBERS)
    else:
        tensor.dims.append(luck.choice(NUMBERS))


def _weights(model, luck):
    tensor = luck.choice(model.graph.initializer)
    if luck.random() < 0.5:
        tensor.data_type = luck.choice(TYPES)
    else:
        values = np.frombuffer(tensor.raw_data, np.uint8).copy()
        if len(values):
            values[luck.randrange(len(values)) :] = luck.randrange(256)
        tensor.raw_data = values.tobytes()


def _external(model, luck):
    tensor = luck.choice(model.graph.initializer)
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    where = luck.choice((*NAMES, "model.onnx", "/dev/zero", "file:///etc/passwd", "."))
    entries = {"location": where, "offset": str(luck.choice(NUMBERS))}
    if luck.random() < 0.5:
        entries["length"] = str(luck.choice(NUMBERS))
    for key, value in entries.items():
        tensor.external_data.add(key=key, value=value)


def _declared(model, luck):
    value = luck.choice([*model.graph.input, *model.graph.output])
    kind = value.type.tensor_type
    if luck.random() < 0.3:
        kind.elem_type = luck.choice(TYPES)
    elif kind.shape.dim and luck.random() < 0.8:
        dim = luck.choice(kind.shape.dim)
        dim.Clear()
        if luck.random() < 0.8:
            dim.dim_value = luck.choice(NUMBERS)
    else:
        kind.shape.dim.add().dim_value = luck.choice(NUMBERS)


def _operator(model, luck):
    luck.choice(model.graph.node).op_type = luck.choice(OPERATORS)


def _domain(model, luck):
    domain = luck.choice(("com.microsoft", "com.evil", "ai.onnx.ml"))
    luck.choice(model.graph.node).domain = domain


def _wire(model, luck):
    node = luck.choice(model.graph.node)
    ends = [name for each in model.graph.node for name in each.output]
    names = [*ends, *NAMES]
    if node.input and luck.random() < 0.7:
        node.input[luck.randrange(len(node.input))] = luck.choice(names)
    else:
        node.output[luck.randrange(len(node.output))] = luck.choice(names)


def _drop(model, luck):
    graph = model.graph
    parts = luck.choice((graph.node, graph.initializer, graph.output, graph.input))
    if parts:
        del parts[luck.randrange(len(parts))]


def _twice(model, luck):
    parts = luck.choice((model.graph.node, model.graph.initializer, model.graph.output))
    if parts:
        parts.add().CopyFrom(luck.choice(parts))


def _order(model, luck):
    nodes = list(model.graph.node)
    luck.shuffle(nodes)
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def _branch(model, luck):
    """Puts the network into a branch of an If whose other branch is damaged."""
    inner = onnx.GraphProto()
    inner.CopyFrom(model.graph)
    node = helper.make_node(
        "If", [luck.choice(NAMES)], ["y"], then_branch=inner, else_branch=inner
    )
    model.graph.node.add().CopyFrom(node)


def _names(model, luck):
    values = [*model.graph.input, *model.graph.output, *model.graph.initializer]
    luck.choice([*values, *model.graph.node]).name = luck.choice(NAMES)


def _metadata(model, luck):
    key = luck.choice(("netgaze", "labels", "names", "mean", "std", "imgsz", "task"))
    value = luck.choice(("", "{", "[1,2]", '{"size": [0, 0]}', "{0: 'a'}", "x" * 2000))
    helper.set_model_props(model, {key: value, "std": luck.choice(("1", "0", "a"))})


def _versions(model, luck):
    if luck.random() < 0.5:
        model.ir_version = luck.choice((0, 3, 8, 999, 2**31 - 1))
    else:
        model.opset_import[0].version = luck.choice((0, 1, 7, 13, 21, 999))


MUTATIONS = (
    *(_attribute, _attribute, _new_attribute, _dims, _weights, _external, _declared),
    *(_operator, _domain, _wire, _wire, _drop, _twice, _order, _branch, _names),
    *(_metadata, _versions),
)


# -- What lies beside --------------------------------------------------------------


def _write_photo(folder, luck):
    how = luck.choice(FORMATS)
    size = luck.choice(((1, 1), (3, 400), (30, 20), (400, 3)))
    mode = luck.choice(("RGB", "L", "RGB"))
    data = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(data, how)
    suffix = how.lower()
    (folder / f"photo.{suffix}").write_bytes(_damaged(data.getvalue(), luck))


def _write_note(folder, luck):
    name = luck.choice(
        ("model.onnx.netgaze.json", "preprocessor_config.json", "config.json")
    )
    note = {
        "name": "a", "labels": ["a", "b", "c", "d"], "preprocessing": "unit",
        "resize": "crop", "size": [12, 14], "image_mean": [0.5] * 3, "crop_size": 12,
        "image_std": [0.5] * 3, "do_rescale": True, "resample": 3, "crop_pct": 0.9,
        "image_processor_type": "ViT", "id2label": {"0": "a", "1": "b"},
        "pretrained_cfg": {"mean": [0, 0, 0], "input_size": [3, 12, 14]},
    }  # fmt: skip
    for _ in range(luck.randrange(1, 4)):
        note[luck.choice(list(note))] = luck.choice(VALUES)
    text = json.dumps(note)
    data = _damaged(text.encode(), luck) if luck.random() < 0.3 else text.encode()
    (folder / name).write_bytes(data)


def _write_labels(folder, luck):
    name = luck.choice(("labels.txt", "labels.csv", "labels.json"))
    text = luck.choice(
        (
            "a\nb\nc\nd\n", "index,name\n0,a\n1\n", '["a", "b"]', '{"0": "a"}',
            "name\n" + "é\n" * 5, "\x1b[2J\n" * 4, "index,name\n9" + "9" * 99 + ",a\n",
        )
    )  # fmt: skip
    data = text.encode()
    (folder / name).write_bytes(_damaged(data, luck) if luck.random() < 0.5 else data)


def _damaged(data, luck):
    """Cuts a file short, turns bits, or writes over a part of it."""
    if not data:
        return data
    values = bytearray(data)
    way = luck.randrange(3)
    if way == 0:
        return bytes(values[: luck.randrange(len(values))])
    if way == 1:
        for _ in range(luck.randrange(1, 9)):
            values[luck.randrange(len(values))] ^= 1 << luck.randrange(8)
        return bytes(values)
    start = luck.randrange(len(values))
    values[start : start + 40] = bytes(luck.randrange(256) for _ in range(40))
    return bytes(values)
