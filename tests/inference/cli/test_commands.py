import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import main
from inference.cli import run
from tests.models import endless, linear, noise, one_pixel

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def files(tmp_path):
    from PIL import Image

    model = one_pixel(tmp_path / "model.onnx", (24, 32), (6, 8))
    photo = tmp_path / "photo.png"
    Image.fromarray(noise(40, 90).pixels).save(photo)
    return str(model), str(photo)


def json_lines(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_window_and_the_shell_know_the_same_commands(capsys):
    with pytest.raises(SystemExit):
        run(["--help"])
    (told, *_) = re.findall(r"{([\w,]+)}", capsys.readouterr().out)
    assert set(told.split(",")) == set(main.COMMANDS)


def test_predict_prints_the_documented_keys(files, capsys):
    model, photo = files
    assert run(["predict", model, photo, photo, "--json", "--top", "2"]) == 0
    first, second = json_lines(capsys)
    assert first == second
    keys = ["image", "model", "preprocessing", "top", "one_at_a_time", "repeatable"]
    assert list(first) == [*keys, "as_written", "color_profile"]
    assert first["image"] == photo
    assert first["model"] == model
    assert [list(row) for row in first["top"]] == [
        ["index", "label", "probability", "logit"]
    ] * 2
    assert sum(row["probability"] for row in first["top"]) == pytest.approx(1)


def test_an_unreadable_photo_does_not_hide_the_others(files, capsys, tmp_path):
    model, photo = files
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"nothing")
    assert run(["predict", model, str(bad), photo, "--json"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["image"] == photo
    assert "bad.jpg" in printed.err
    assert "1 of 2 photos" in printed.err


def test_info_says_what_a_model_is(files, capsys):
    assert run(["info", files[0], "--json"]) == 0
    (record,) = json_lines(capsys)
    assert record["classes"] == 2
    assert record["preprocessing"]["source"] == "guess"
    assert len(record["sha256"]) == 64
    assert run(["info", files[0]]) == 0
    assert "guess" in capsys.readouterr().out


def test_info_counts_as_published(shared, capsys):
    """SqueezeNet 1.1: 1.24 million parameters, 0.35 billion multiply-adds."""
    models = shared / "data" / "models"
    assert (
        run(["info", str(models / "squeezenet1.1_torch_legacy_op11.onnx"), "--json"])
        == 0
    )
    (record,) = json_lines(capsys)
    assert record["parameters"] == 1_235_496
    assert record["multiply_adds"] == pytest.approx(349_152_000, rel=1e-3)


def test_a_probe_covers_all_its_boxes(files, capsys):
    model, photo = files
    arguments = ["occlude", model, photo, "--json", "--box", "6,8,1,1"]
    assert run([*arguments, "--baseline", "black", "--box", "20,20,9,99"]) == 0
    (record,) = json_lines(capsys)
    assert [box["width"] for box in record["boxes"]] == [1, 12]
    assert len(record["probabilities_before"]) == 2
    assert record["target"]["index"] in (0, 1)
    assert run(["occlude", model, photo, "--box", "6,8,2,3"]) == 0
    first, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("covered: rows 6 to 7, columns 8 to 10 of the input, ")
    assert first.endswith(" of the photo")


def test_a_map_takes_its_options(files, capsys, tmp_path):
    model, photo = files
    out = tmp_path / "out"
    options = ["--mask", "3x5", "--stride", "4x8", "--no-clip", "--quantity", "logit"]
    options += ["--target", "1", "--against", "class 0", "--baseline", "10,20,30"]
    assert run(["occlude", model, photo, *options, "--scores", "--out", str(out)]) == 0
    record = json.loads((out / "occlusion.json").read_text("utf-8"))
    assert record["spec"] == {
        "mask_size": [3, 5],
        "stride": [4, 8],
        "baseline": "10,20,30",
        "clip": False,
    }
    assert record["quantity"] == "logit"
    assert (record["target"]["index"], record["against"]["index"]) == (1, 0)
    heatmap = np.load(out / "heatmap.npy")
    assert heatmap.shape == (6, 4)
    logits = np.load(out / "logits.npy")
    margin = logits[..., 1] - logits[..., 0]
    before = json.loads((out / "occlusion.json").read_text())["reference"]
    by_index = {row["index"]: row["logit"] for row in before}
    np.testing.assert_allclose(heatmap, by_index[1] - by_index[0] - margin, atol=1e-4)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--target", "9", "--box", "0,0,1,1"], "no class 9"),
        (["--target", "clas", "--box", "0,0,1,1"], "class 0 (0)"),
        (["--box", "0,0,0,1"], "is not a box"),
        (["--box", "99,99,2,2"], "outside the input"),
        (["--mask", "99", "--out", "x"], "larger than the input"),
        (["--stride", "0", "--out", "x"], "not a size"),
        (["--baseline", "pink", "--out", "x"], "cannot cover a place"),
        (["--preprocess", "nonsense", "--out", "x"], "preset"),
        (["--labels", "missing.txt", "--out", "x"], "missing.txt"),
        (["--size", "9", "--out", "x"], "cannot be"),
        (["--out", "x", "--target", "1", "--against", "1"], "against itself"),
    ],
)
def test_what_cannot_work_ends_in_a_sentence(files, capsys, arguments, words):
    assert run(["occlude", *files, *arguments]) == 1
    printed = capsys.readouterr()
    assert words in printed.err
    assert len(printed.err.strip().splitlines()) == 1
    assert not printed.out


def test_an_export_is_replaced_only_with_force(files, capsys, tmp_path):
    out = tmp_path / "photos"
    out.mkdir()
    (out / "mine.jpg").write_text("mine")
    command = ["occlude", *files, "--stride", "8", "--out", str(out)]
    assert run([*command, "--scores"]) == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    capsys.readouterr()
    assert run(command) == 1
    printed = capsys.readouterr()
    assert "already holds an export (Drop in probability of class" in printed.err
    assert "--force" in printed.err
    assert len(printed.err.splitlines()) == 1
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert run([*command, "--force"]) == 0
    assert {path.name for path in out.iterdir()} == before.keys() - {"logits.npy"}
    assert (out / "mine.jpg").read_text() == "mine"


@pytest.mark.parametrize("arguments", [[], ["--out", "a", "--box", "0,0,1,1"]])
def test_usage_is_exit_code_2(files, capsys, arguments):
    with pytest.raises(SystemExit) as exit_:
        run(["occlude", *files, *arguments])
    assert exit_.value.code == 2


SWEEPS = """
import sys
from inference import cli
from inference.cli import occlude
run_job = occlude.run_job
def told(progress):
    print("begins", flush=True)
occlude.run_job = lambda job, meter: run_job(job, told)
sys.exit(cli.run(sys.argv[1:]))
"""
PASSES = """
import sys
from inference import cli
from inference.classifier import forward
run = forward.run_session
def told(*arguments):
    print("begins", flush=True)
    return run(*arguments)
forward.run_session = told
sys.exit(cli.run(sys.argv[1:]))
"""


def interrupted(script, *arguments):
    """What a script says to Ctrl-C once it "begins"."""
    with subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            assert process.stdout.readline() == b"begins\n"
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=20)
        finally:
            process.kill()
    assert process.returncode == 130, errors
    return errors


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_ctrl_c_exits_with_130_and_writes_nothing(tmp_path, files):
    rng = np.random.default_rng(0)
    slow = linear(tmp_path / "slow.onnx", rng.normal(size=(8, 160, 160, 3)) * 1e-4)
    out = tmp_path / "out"
    command = ["occlude", slow, files[1], "--stride", "1", "--out", out]
    assert b"Traceback" not in interrupted(SWEEPS, *command)
    assert not out.exists() or not list(out.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_ctrl_c_ends_a_forward_pass_that_never_returns(tmp_path):
    errors = interrupted(PASSES, "info", endless(tmp_path / "endless.onnx"))
    assert errors == b"Interrupted; what was not finished was not written.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes differ there")
def test_a_reader_that_goes_away_is_no_accident(files):
    model, photo = files
    command = f'"{sys.executable}" main.py predict "{model}" ' + f'"{photo}" ' * 40
    done = subprocess.run(
        f"{command} | head -n 1", shell=True, cwd=ROOT, capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr


def test_sentences_are_printed_in_the_language_that_is_handed_over(files, capsys):
    model, photo = files
    german = {
        "There is no class {wanted!r}.": "Es gibt keine Klasse {wanted!r}.",
        "leading class agrees": "führende Klasse stimmt überein",
    }
    words = [*("occlude", model, photo), *("--box", "0,0,4,4", "--target", "qqq")]
    assert run(words, lambda template, _: german.get(template, template)) == 1
    assert capsys.readouterr().err == "Es gibt keine Klasse 'qqq'.\n"
    words = ["check", model]
    assert run(words, lambda template, _: german.get(template, template)) == 0
    assert "führende Klasse stimmt überein\n" in capsys.readouterr().out
