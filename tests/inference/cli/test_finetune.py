"""`finetune` on the command line: lines, files, marks, and Ctrl-C."""

import csv
import json
import signal
import sys

import pytest

from inference.classifier import open_classifier
from inference.cli import run
from inference.dataset import REVIEW_COLUMNS
from tests.inference.finetune.studio import make_net, make_photos, stored

FAST = ("--no-augment", "--lr", "0.03", "--epochs", "3")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path_factory, monkeypatch):
    """Splits are saved in a folder of the test's own."""
    home = tmp_path_factory.mktemp("user")
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A model and a folder of photos."""
    home = tmp_path_factory.mktemp("world")
    make_photos(home / "photos")
    return str(make_net(home / "net.onnx")), str(home / "photos")


def test_a_line_an_epoch_and_the_test_at_the_end(world, tmp_path, capsys):
    out = tmp_path / "new.onnx"
    assert run(["finetune", *world, "--out", str(out), *FAST]) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert [line.split(":")[0] for line in lines[:3]] == [
        f"epoch {n} of 3" for n in (1, 2, 3)
    ]
    assert "validation" in lines[0]
    assert lines[3].startswith("new.onnx: Gemm 12 → 3, the best epoch is")
    assert lines[4].startswith("test accuracy")
    assert run(["finetune", *world, "--out", str(out), *FAST]) == 1
    assert "stands there already" in capsys.readouterr().err


def test_json_says_what_stands_in_the_file_beside_the_model(world, tmp_path, capsys):
    out = tmp_path / "new.onnx"
    options = ("--split", "100,0,0", "--freeze", "none", "--balance", "weights")
    assert run(["finetune", *world, "--out", str(out), *FAST, *options, "--json"]) == 0
    *epochs, end = map(json.loads, capsys.readouterr().out.splitlines())
    assert [each["epoch"] for each in epochs] == [1, 2, 3]
    assert end == json.loads((tmp_path / "new.metrics.json").read_text())
    assert end["best_epoch"] == 3  # without validation the last epoch is kept
    assert end["test_accuracy"] is None
    assert end["options"]["balance"] == "weights"


def test_a_review_list_removes_relabels_and_crops(world, tmp_path, capsys):
    review = tmp_path / "review.csv"
    with review.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(REVIEW_COLUMNS)
        table.writerow(["apple/0.png", "remove", "", "", "", "", ""])
        table.writerow(["apple/1.png", "relabel", "LIME", "", "", "", ""])
        table.writerow(["plum/1.png", "crop", "", 2, 3, 9, 12])
    out = str(tmp_path / "new.onnx")
    options = ("--review", str(review), "--json")
    assert run(["finetune", *world, "--out", out, *FAST, *options]) == 0
    said = capsys.readouterr()
    assert "review list" not in said.err
    told = json.loads(said.out.splitlines()[-1])
    assert sum(told["photos"].values()) == 29
    record = open_classifier(out).graph.metadata["netgaze.training"]
    assert json.loads(record)["marks"] == {"remove": 1, "relabel": 1, "crop": 1}
    rows = "".join(f"apple/gone {n}.png,remove\n" for n in range(4))
    review.write_text(f"path,mark\n{rows}apple/0.png,keep\n")
    assert run(["finetune", *world, "--out", out, "--force", *options]) == 0
    assert (
        "4 rows of the review list name no photo of this dataset: apple/gone 0.png, "
        "apple/gone 1.png, apple/gone 2.png, …. They are passed over."
    ) in capsys.readouterr().err
    review.write_text("path,mark,label\napple/1.png,relabel,cherry\n")
    assert run(["finetune", *world, "--out", out, "--force", *options[:2]]) == 1
    assert "no class of this dataset" in capsys.readouterr().err
    review.write_text("path,mark\napple/1.png,burn\n")
    assert run(["finetune", *world, "--out", out, "--force", *options[:2]]) == 1
    assert 'has the mark "burn"' in capsys.readouterr().err


def test_ctrl_c_keeps_the_best_and_the_run_can_be_gone_on_with(
    world, tmp_path, capsys, monkeypatch
):
    out, whole = tmp_path / "new.onnx", tmp_path / "whole.onnx"
    command = ["finetune", *world, *FAST, "--out"]
    write = sys.stdout.write

    def interrupting(text):
        if text.startswith("epoch 2"):
            signal.raise_signal(signal.SIGINT)
        return write(text)

    with monkeypatch.context() as patch:
        patch.setattr(sys.stdout, "write", interrupting)
        assert run([*command, str(out)]) == 0
    said = capsys.readouterr()
    assert "Stopped after 2 epochs; epoch 2 is kept." in said.err
    assert json.loads((tmp_path / "new.metrics.json").read_text())["best_epoch"] == 2
    assert (tmp_path / "new.training.npz").exists()
    assert run([*command, str(out)]) == 1
    assert "--resume" in capsys.readouterr().err
    assert run([*command, str(out), "--resume"]) == 0
    resumed = capsys.readouterr().out.splitlines()
    assert not (tmp_path / "new.training.npz").exists()
    assert run([*command, str(whole)]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == resumed[:3]
    one, other = stored(out), stored(whole)
    assert one.keys() == other.keys()
    for name, values in one.items():
        assert values.tobytes() == other[name].tobytes(), name


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--split", "60,40"), "three shares"),
        (("--epochs", "0"), "must be at least 1"),
        (("--lr", "-1"), "must be a number above 0"),
        (("--freeze", "nowhere"), "no layer"),
        (("--head", "nowhere"), "no learnt layer makes it"),
        (("--resume",), "no run to go on with"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(world, tmp_path, capsys, options, said):
    out = str(tmp_path / "new.onnx")
    assert run(["finetune", *world, "--out", out, *FAST[:1], *options]) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
