import zipfile

import pytest

from inference.errors import ModelError
from inference.network.graph import read_graph


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("a.pt", "torch.onnx.export("),
        ("a.PTH", "torch.onnx.export("),
        ("a.pt2", "torch.onnx.export("),
        ("a.pkl", "torch.onnx.export("),
        ("a.ckpt", "torch.onnx.export("),
        ("a.safetensors", "torch.onnx.export("),
        ("a.keras", 'model.export("model.onnx", format="onnx")'),
        ("a.h5", "tf2onnx.convert --keras"),
        ("a.tflite", "tf2onnx.convert --tflite"),
        ("saved_model.pb", "tf2onnx.convert --saved-model"),
    ],
)
def test_another_programs_file_is_never_read_and_the_way_to_onnx_is_told(
    tmp_path, name, help_
):
    path = tmp_path / name
    path.write_bytes(b"anything")
    path.chmod(0)  # it need not even be readable
    with pytest.raises(ModelError) as caught:
        read_graph(path)
    assert f'Cannot open "{name}" as an ONNX model: it ' in str(caught.value)
    assert help_ in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_saved_model_is_known_by_its_folder(tmp_path):
    (tmp_path / "saved_model.pb").touch()
    with pytest.raises(ModelError, match="--saved-model"):
        read_graph(tmp_path)


@pytest.mark.parametrize("name", ["a.onnx", "a.bin", "a.zip"])
def test_pytorchs_files_are_known_by_their_first_bytes_too(tmp_path, name):
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        archive.writestr("data.pkl", b"\x80\x02.")
    with pytest.raises(ModelError, match=r"torch\.onnx\.export"):
        read_graph(tmp_path / name)
    (tmp_path / name).write_bytes(b"\x80\x04K\x01.")
    with pytest.raises(ModelError, match=r"torch\.onnx\.export"):
        read_graph(tmp_path / name)


def test_a_file_that_is_not_there_is_only_missed(tmp_path):
    with pytest.raises(ModelError, match="No such file"):
        read_graph(tmp_path / "a.pt")
