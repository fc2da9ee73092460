"""Networks in the files of other programs: what they are, and the way to ONNX.

None of them is ever loaded: PyTorch's archives may hold pickles, which run code when
they are read, TorchScript is code, and the others need the library that wrote them.
"""

from pathlib import Path

from inference.errors import ModelError, Sentence

_TORCH = Sentence(
    "it is a PyTorch file, and loading one can run code that it holds. Where the model "
    "was made, write: "
    'torch.onnx.export(model.eval(), (torch.zeros(1, 3, 224, 224),), "model.onnx")'
)
_WEIGHTS = Sentence(
    "it holds weights without their network. Load them into the model in PyTorch, and "
    "write there: "
    'torch.onnx.export(model.eval(), (torch.zeros(1, 3, 224, 224),), "model.onnx")'
)
_KERAS = Sentence(
    'it is a Keras model. In Keras write: model.export("model.onnx", format="onnx")'
)
_H5 = Sentence(
    "it is a Keras model. Convert it with: "
    "python -m tf2onnx.convert --keras model.h5 --output model.onnx"
)
_TFLITE = Sentence(
    "it is a TensorFlow Lite model. Convert it with: "
    "python -m tf2onnx.convert --tflite model.tflite --output model.onnx"
)
_SAVED_MODEL = Sentence(
    "it is a TensorFlow SavedModel. Convert its folder with: "
    "python -m tf2onnx.convert --saved-model FOLDER --output model.onnx"
)

_BY_SUFFIX = {
    **dict.fromkeys((".pt", ".pth", ".pt2", ".pkl", ".ckpt", ".torchscript"), _TORCH),
    ".safetensors": _WEIGHTS,
    ".keras": _KERAS,
    ".h5": _H5,
    ".hdf5": _H5,
    ".tflite": _TFLITE,
}
_SAVED = "saved_model.pb"
FOREIGN_SUFFIXES = frozenset(_BY_SUFFIX)


def refuse_foreign(path: Path) -> None:
    """Lets every file pass that is not named like another program's network.

    Raises:
        ModelError: It is; says how the network becomes an ONNX file.
    """
    kind = _BY_SUFFIX.get(path.suffix.lower())
    if path.name == _SAVED or (path / _SAVED).is_file():
        kind = _SAVED_MODEL
    if kind is not None and path.exists():
        raise _foreign(path, kind)


def by_start(path: Path, start: bytes) -> ModelError | None:
    """Returns what is wrong with a file that begins like PyTorch's, whatever its name.

    Args:
        path: The file.
        start: Its first bytes, 4 at least.
    """
    is_torch = start[:4] == b"PK\x03\x04" or start[:1] == b"\x80"
    return _foreign(path, _TORCH) if is_torch else None


def _foreign(path: Path, kind: Sentence) -> ModelError:
    return ModelError(
        'Cannot open "{file}" as an ONNX model: {kind}', file=path.name, kind=kind
    )
