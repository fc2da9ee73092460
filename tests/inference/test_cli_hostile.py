"""What other people's files, names and shells do to the command line."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from inference.cli import run
from tests.models import noise, one_pixel

ROOT = Path(__file__).resolve().parents[2]
is_posix = pytest.mark.skipif(sys.platform == "win32", reason="names differ there")


@pytest.fixture
def files(tmp_path):
    model = one_pixel(tmp_path / "model.onnx", (24, 32), (6, 8))
    photo = tmp_path / "photo.png"
    Image.fromarray(noise(40, 90).pixels).save(photo)
    return str(model), str(photo)


def sentence(capsys):
    """The one line that stands on stderr."""
    printed = capsys.readouterr()
    assert not printed.out
    (line,) = printed.err.splitlines()
    assert "mistake" not in line
    assert line.isprintable()
    return line


def shell(*arguments, **options):
    """Runs the program as a shell does."""
    command = [sys.executable, "main.py", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, **options)


def test_one_bad_photo_is_one_line(files, capsys, tmp_path):
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"nothing")
    assert run(["predict", files[0], str(bad)]) == 1
    assert "bad.jpg" in sentence(capsys)


LABELS = {
    "short.csv": ("index,name\n0,a\n1\n", "Row 3"),
    "index.csv": ("index,name\n" + "9" * 5000 + ",a\n1,b\n", "no number of a class"),
    "index.json": ('{"' + "9" * 5000 + '": "a", "1": "b"}', "no class names"),
    "long.txt": ("x" * 10**6 + "\nb\n", "1,000,000 letters"),
    "large.txt": ("a\n" * 6_000_000, "12 MB"),
}


@pytest.mark.parametrize("name", LABELS)
def test_class_names_that_cannot_be(files, capsys, tmp_path, name):
    text, words = LABELS[name]
    (tmp_path / name).write_text(text)
    assert run(["info", files[0], "--labels", str(tmp_path / name)]) == 1
    assert words in sentence(capsys)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ('{"preprocessing": {"scale": 1' + "0" * 400 + "}}", "not understood"),
        ('{"size": "' + "9" * 5000 + '"}', "not a size"),
        ('{"size": ' + "9" * 5000 + "}", "is not JSON"),
        ('{"preprocessing": "' + "x" * 100_000 + '"}', "no preprocessing preset"),
        ('{"resize": "\\u001b[31m"}', r"\x1b[31m"),
        ('{"labels": ["' + "x" * 10**6 + '", "b"]}', "1,000,000 letters"),
    ],
)
def test_sidecars_that_cannot_be(files, capsys, tmp_path, note, words):
    (tmp_path / "model.netgaze.json").write_text(note)
    assert run(["info", files[0]]) == 1
    line = sentence(capsys)
    assert words in line
    assert len(line) < 1000


@pytest.mark.parametrize(
    "arguments",
    [
        ["--target", "9" * 5000],
        ["--baseline", "9" * 5000 + ",1,1"],
        ["--mask", "9" * 5000],
        ["--mask", "\x1b[31m\n"],
        ["--target", "\u202e"],
    ],
)
def test_options_that_cannot_be(files, capsys, tmp_path, arguments):
    assert run(["occlude", *files, "--out", str(tmp_path / "o"), *arguments]) == 1
    assert len(sentence(capsys)) < 500


def test_a_batch_larger_than_any_memory(tmp_path, capsys):
    model = one_pixel(tmp_path / "m.onnx", (24, 32), (6, 8), batch=10**12)
    assert run(["info", str(model)]) == 1
    assert "1,000,000,000,000 images at a time" in sentence(capsys)


def test_control_codes_in_labels_are_shown(files, capsys, tmp_path):
    names = tmp_path / "labels.json"
    names.write_text(json.dumps(["\x1b[31mred\n", "\u202edab \ud800"]))
    command = ["predict", *files, "--labels", str(names)]
    assert run(command) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)
    assert any(r"\x1b[31mred" in line for line in lines)
    assert run([*command, "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.isprintable()
    labels = {row["label"] for row in json.loads(line)["top"]}
    assert labels == {"\x1b[31mred", "\u202edab \ud800"}


@is_posix
def test_pipes_and_devices_are_refused(files, capsys, tmp_path):
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    for arguments in (
        ["info", str(pipe)],
        ["info", "/dev/zero"],
        ["predict", files[0], str(pipe)],
        ["info", files[0], "--labels", str(pipe)],
        ["info", files[0], "--preprocess", str(pipe)],
    ):
        assert run(arguments) == 1
        assert "a device or a pipe" in sentence(capsys)


@is_posix
@pytest.mark.parametrize("name", [b"\xff\xfe.png", b"a\nb\x1b[31m.png"])
def test_odd_names_are_shown_and_exported(files, tmp_path, name):
    """In a shell whose language is ASCII."""
    photo = os.fsencode(tmp_path) + b"/" + name
    Path(files[1]).rename(os.fsdecode(photo))
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    out = os.fsencode(tmp_path / "out")
    arguments = ["occlude", files[0], photo, "--out", out, "--stride", "8", "--json"]
    done = shell(*arguments, capture_output=True, env=os.environ | ascii_only)
    assert (done.returncode, done.stderr) == (0, b"")
    record = json.loads((tmp_path / "out" / "occlusion.json").read_text("utf-8"))
    assert os.fsencode(record["image"]["file"]) == name
    done = shell("predict", files[0], photo + b"x", capture_output=True)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.strip().decode("utf-8").isprintable()


@is_posix
def test_a_dataset_with_odd_names_is_ranked(files, tmp_path):
    """One photo can be read, one cannot; both are named, in what is text."""
    for folder in ("a", "b"):
        (tmp_path / "set" / folder).mkdir(parents=True)
        shutil.copy(files[1], tmp_path / "set" / folder)
    match = tmp_path / "match.json"
    match.write_text('{"a": "class 0", "b": "class 1"}', "utf-8")
    odd = os.fsdecode(b"cr\xe8me.png")
    shutil.copy(files[1], tmp_path / "set" / "a" / odd)
    (tmp_path / "set" / "b" / odd).write_bytes(b"no photo")
    words = ["rank", files[0], str(tmp_path / "set"), "--out", str(tmp_path / "out")]
    words += ["--match", str(match)]
    done = shell(*words, capture_output=True, env=os.environ | own_folder(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")
    table = (tmp_path / "out" / "ranking.csv").read_text("utf-8")
    assert r"a/cr\udce8me.png" in table
    record = json.loads((tmp_path / "out" / "metrics.json").read_text("utf-8"))
    (missing,) = record["unreadable"]
    assert missing["path"] == r"b/cr\udce8me.png"


def test_a_ranking_of_nothing_is_refused(files, capsys, tmp_path, monkeypatch):
    for name, value in own_folder(tmp_path).items():
        monkeypatch.setenv(name, value)
    part = tmp_path / "set" / "train" / "class 0"
    part.mkdir(parents=True)
    (part / "1.png").write_bytes(b"no photo")
    words = ["rank", files[0], str(tmp_path / "set")]
    assert run(words) == 1
    assert 'No photo of "set" can be read. The first one:' in sentence(capsys)
    shutil.copy(files[1], part)
    assert run([*words, "--split", "test"]) == 1
    assert 'No photo of "set" is in its part test' in sentence(capsys)
    for limit in ("0", "-3", "x"):
        with pytest.raises(SystemExit):
            run([*words, "--limit", limit])
        assert "no whole number from 1 on" in sentence(capsys)


def own_folder(home):
    """The variables that name a user's folder."""
    return dict.fromkeys(("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"), str(home))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_an_answer_that_cannot_be_written_is_told(files):
    with Path("/dev/full").open("w") as full:
        done = shell("info", files[0], "--layers", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "Cannot write the answer: the disk is full. Send it elsewhere."
    ]


def test_libraries_say_nothing(files, shared):
    """libtiff writes to the system's stderr by itself."""
    photo = str(shared / "data" / "repro" / "mutant_lzw.tif")
    done = shell("predict", files[0], photo, capture_output=True)
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert "mutant_lzw.tif" in line


def test_usage_errors_show_control_codes(files, capsys):
    with pytest.raises(SystemExit) as exit_:
        run(["predict", *files, "--zz\x1b[31m\n"])
    assert exit_.value.code == 2
    *_, line = capsys.readouterr().err.splitlines()
    assert line.isprintable()
    assert r"--zz\x1b[31m\n" in line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["predict"], "MODEL, PHOTO"),
        (["predict", "model.onnx"], "PHOTO"),
        (["--nope"], "info"),
        (["occlude", "m.onnx", "p.png", "--out", ""], '"out" is empty'),
        (["activations", "m.onnx", "p.png", "--layer", "x", "--out", " "], '"out"'),
        (["predict", "m.onnx", "p.png", ""], '"photos" is empty'),
        (["info", "", "--labels", "x"], '"model" is empty'),
    ],
)
def test_usage_errors_are_one_sentence(capsys, arguments, told):
    with pytest.raises(SystemExit) as exit_:
        run(arguments)
    assert exit_.value.code == 2
    line = sentence(capsys)
    assert told in line
    assert "--help" in line
