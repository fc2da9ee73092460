"""Weights in files beside a model: each file is read once, and all of it counts."""

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto

from inference.classifier import open_classifier
from inference.errors import ModelError
from inference.network.graph import read_graph
from tests.models import average_pool, linear, node, save

ROOT = Path(__file__).resolve().parents[3]
CLASSES = 1000  # 12 kB of float32, enough to be taken out
VALUES = np.random.default_rng(0).normal(size=(3, CLASSES)).astype(np.float32)
OPENING = """
import sys
from collections import Counter
from pathlib import Path
import numpy as np
from inference.classifier import open_classifier
from inference.gradcam import GradCam
from inference.image.reading import LoadedImage
opened, model = Counter(), Path(sys.argv[1])
def hear(event, arguments):
    if event == "open" and str(arguments[0]).startswith(str(model.parent)):
        opened[Path(arguments[0]).name] += 1
sys.addaudithook(hear)
classifier = open_classifier(model, provider="cpu")
pixels = np.zeros((5, 6, 3), np.uint8)
prepared = classifier.prepare(LoadedImage(Path("photo.png"), pixels))
assert GradCam(classifier).certificate(prepared).holds
assert classifier.labels[0] == "class of the file"
print(*(f"{name}:{count}" for name, count in sorted(opened.items())))
"""


def stored_in(path, places):
    """Writes a model whose weights lie in parts of files: (location, offset)."""
    count = len(places)
    nodes = [node("GlobalAveragePool", "x", "mean"), node("Flatten", "mean", "flat")]
    nodes += [node("MatMul", f"flat w{n}", f"y{n}") for n in range(count)]
    nodes += [node("Sum", " ".join(f"y{n}" for n in range(count)), "y")]
    ends = {"x": ("float32", ["N", 3, 5, 6])}, {"y": ("float32", ["N", CLASSES])}
    save(path, nodes, *ends, {f"w{n}": VALUES for n in range(count)})
    model = onnx.load(path)
    for tensor, (location, offset) in zip(model.graph.initializer, places, strict=True):
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        said = {"location": location, "offset": offset, "length": VALUES.nbytes}
        for key, value in said.items():
            tensor.external_data.add(key=key, value=str(value))
    onnx.save(model, path)
    return path


def weight(graph, number):
    return graph.values(graph.weights[f"w{number}"])


def answer(path):
    return open_classifier(path, provider="cpu").logits(np.ones((1, 3, 5, 6), "f4"))


def test_opening_reads_each_file_once(tmp_path):
    path = stored_in(tmp_path / "model.onnx", [("w.bin", 0), ("w.bin", VALUES.nbytes)])
    (tmp_path / "w.bin").write_bytes(VALUES.tobytes() * 2)
    (tmp_path / "model.netgaze.json").write_text('{"preprocessing": "unit"}')
    names = ["class of the file", *map(str, range(1, CLASSES))]
    (tmp_path / "labels.txt").write_text("\n".join(names))
    command = [sys.executable, "-c", OPENING, str(path)]
    found = subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    counts = dict(word.split(":") for word in found.stdout.decode().split())
    files = {"model.onnx", "w.bin", "model.netgaze.json", "labels.txt"}
    assert counts == dict.fromkeys(files, "1")


def test_the_identity_covers_the_files_beside(tmp_path):
    """Of a model in one file it is that file's hash, which others compute alike."""
    single = average_pool(tmp_path / "single.onnx", (5, 6), VALUES)
    graph = read_graph(single)
    assert graph.identity == hashlib.sha256(single.read_bytes()).hexdigest()
    path = stored_in(tmp_path / "model.onnx", [("w.bin", 4096)])
    data = tmp_path / "w.bin"
    identities = set()
    for padding, tail in ((b"\0", b""), (b"\1", b""), (b"\0", b"unused")):
        data.write_bytes(padding * 4096 + VALUES.tobytes() + tail)
        graph = read_graph(path)
        assert np.array_equal(weight(graph, 0), VALUES)
        assert graph.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert graph.beside == {"w.bin": hashlib.sha256(data.read_bytes()).hexdigest()}
        identities.add(graph.identity)
    assert len(identities) == 3


def test_weights_of_the_same_bytes_share_memory(tmp_path):
    path = stored_in(tmp_path / "model.onnx", [("w.bin", 0), ("./w.bin", 0)])
    (tmp_path / "w.bin").write_bytes(VALUES.tobytes())
    graph = read_graph(path)
    assert np.shares_memory(weight(graph, 0), weight(graph, 1))
    np.testing.assert_allclose(answer(path)[0], 2 * VALUES.sum(0), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("shift", [4, 6])
def test_weights_that_overlap_are_read_from_where_they_say(tmp_path, shift):
    """At an odd place a weight is copied, since tensors begin at whole numbers."""
    path = stored_in(tmp_path / "model.onnx", [("w.bin", shift), ("w.bin", 0)])
    data = np.arange(VALUES.nbytes + shift, dtype=np.uint8) % 64
    (tmp_path / "w.bin").write_bytes(data.tobytes())
    first, second = (
        data[place:][: VALUES.nbytes].view(np.float32).reshape(VALUES.shape)
        for place in (shift, 0)
    )
    graph = read_graph(path)
    assert np.array_equal(weight(graph, 0), first)
    assert np.array_equal(weight(graph, 1), second)
    expected = (first + second).sum(0)
    np.testing.assert_allclose(answer(path)[0], expected, rtol=1e-4)


def test_weights_come_from_several_files_in_any_order(tmp_path):
    places = [("b.bin", VALUES.nbytes), ("a.bin", 8), ("b.bin", 0)]
    path = stored_in(tmp_path / "model.onnx", places)
    (tmp_path / "b.bin").write_bytes((3 * VALUES).tobytes() + VALUES.tobytes())
    (tmp_path / "a.bin").write_bytes(bytes(8) + (2 * VALUES).tobytes())
    graph = read_graph(path)
    for number, factor in enumerate((1, 2, 3)):
        assert np.array_equal(weight(graph, number), factor * VALUES)
    assert list(graph.beside) == ["b.bin", "a.bin"]


def test_a_hubs_cache_of_links_is_opened(tmp_path):
    """Links in one folder lead to files of other names in another."""
    blobs, snapshot = tmp_path / "blobs", tmp_path / "snapshots" / "x"
    blobs.mkdir()
    snapshot.mkdir(parents=True)
    path = linear(tmp_path / "model.onnx", np.ones((3, 20, 20, 3)))
    model = onnx.load(path)
    onnx.save(
        model,
        blobs / "aaaa",
        save_as_external_data=True,
        location="model.onnx_data",
        size_threshold=0,
    )
    (blobs / "model.onnx_data").rename(blobs / "bbbb")
    (snapshot / "model.onnx").symlink_to("../../blobs/aaaa")
    (snapshot / "model.onnx_data").symlink_to("../../blobs/bbbb")
    graph = read_graph(snapshot / "model.onnx")
    weights = [graph.values(tensor) for tensor in graph.weights.values()]
    assert any(values.size == 3 * 20 * 20 * 3 for values in weights)
    (snapshot / "model.onnx_data").unlink()
    (tmp_path / "secret").write_bytes((blobs / "bbbb").read_bytes())
    (snapshot / "model.onnx_data").symlink_to(tmp_path / "secret")
    with pytest.raises(ModelError, match="its weights are missing"):
        read_graph(snapshot / "model.onnx")  # a link out of both folders


def test_a_weight_that_states_no_length_takes_what_it_needs(tmp_path):
    path = linear(tmp_path / "model.onnx", np.ones((3, 20, 20, 3)))
    model = onnx.load(path)
    how = {"save_as_external_data": True, "location": "data", "size_threshold": 0}
    onnx.save(model, path, **how)
    model = onnx.load(path, load_external_data=False)
    for tensor in model.graph.initializer:
        kept = [entry for entry in tensor.external_data if entry.key != "length"]
        del tensor.external_data[:]
        tensor.external_data.extend(kept)
    onnx.save(model, path)
    with (tmp_path / "data").open("ab") as file:
        file.write(b"more")
    graph = read_graph(path)
    sizes = [graph.values(tensor).size for tensor in graph.weights.values()]
    assert 3 * 20 * 20 * 3 in sizes


def test_an_address_is_no_file_to_be_put_into_the_folder(tmp_path):
    path = stored_in(tmp_path / "model.onnx", [("file:///etc/passwd", 0)])
    with pytest.raises(ModelError, match="not a file in the model's folder"):
        open_classifier(path)
