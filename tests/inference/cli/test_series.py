"""Several photos, or a folder, through `occlude`, `gradcam` and `activations`."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import pytest
from PIL import Image

from inference.cli import run
from tests import cam_models as models
from tests.inference.cli.test_commands import interrupted

ROOT = Path(__file__).resolve().parents[3]
FED = ["--preprocess", "unit", "--provider", "cpu"]
COMMANDS = {
    "occlude": ["--stride", "8"],
    "gradcam": [],
    "activations": ["--layer", "relu"],
}
is_posix = pytest.mark.skipif(sys.platform == "win32", reason="differs there")


@pytest.fixture
def model(tmp_path):
    rng = np.random.default_rng(0)
    weight, head = rng.normal(0, 0.3, (5, 3, 3, 3)), rng.normal(0, 1, (5, 4))
    path = models.pooled(tmp_path / "small.onnx", weight, head, image=(1, 3, 16, 16))
    return str(path)


def save(path, seed, shape=(20, 30, 3), mode=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    values = np.random.default_rng(seed).integers(0, 256, shape, np.uint8)
    picture = Image.frombytes(mode or "RGB", (shape[1], shape[0]), values.tobytes())
    picture.save(path)
    return path


@pytest.fixture
def photos(tmp_path):
    """Two of one name in different folders, odd ones, and one that is none."""
    folder = tmp_path / "photos"
    save(folder / "a" / "cat.png", 1)
    save(folder / "b" / "cat.png", 2)
    save(folder / "cat.jpg", 3, (20, 30, 4), "CMYK")
    save(folder / "cat.png", 4, (1, 3000, 3))
    Image.fromarray(np.arange(600, dtype=np.uint16).reshape(20, 30) * 100).save(
        folder / "deep.png"
    )
    (folder / "bad.png").write_text("no photo")
    (folder / ".hidden.png").write_text("no photo")
    (folder / "notes.txt").write_text("no photo")
    return folder


def listed(out):
    """The rows of the list, by photo."""
    with (out / "index.csv").open(encoding="utf-8", newline="") as file:
        return {row["photo"]: row for row in csv.DictReader(file)}


def statuses(out):
    return {Path(photo).name: row["status"] for photo, row in listed(out).items()}


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def told(capsys):
    printed = capsys.readouterr()
    return [json.loads(line) for line in printed.out.splitlines()], printed.err


@pytest.mark.parametrize("command", COMMANDS)
def test_each_photo_of_a_folder_has_a_folder_and_a_line(
    command, model, photos, tmp_path, capsys
):
    """Results that lie among the photos are no photos."""
    out = photos / "results"
    words = [command, model, str(photos), "--out", str(out), *FED, *COMMANDS[command]]
    assert run([*words, "--json"]) == 1
    records, errors = told(capsys)
    assert {record["status"] for record in records} == {"done"}
    assert 'Cannot open "bad.png"' in errors
    assert "1 of 6 photos could not be done" in errors
    rows = listed(out)
    bad = rows.pop(str(photos / "bad.png"))
    assert (bad["status"], bad["folder"]) == ("unreadable", "")
    assert 'Cannot open "bad.png"' in bad["note"]
    folders = {row["folder"] for row in rows.values()}
    assert folders == {"a/cat", "b/cat", "cat", "cat 2", "deep"}
    for photo, row in rows.items():
        (path,) = (out / row["folder"]).glob("*.json")
        record = json.loads(path.read_text("utf-8"))
        assert (record.get("image") or record["images"][0])["path"] == photo
    before = contents(out)
    assert run([*words, "--json"]) == 1
    again, _ = told(capsys)
    assert {record["status"] for record in again} == {"skipped"}
    for first, second in zip(records, again, strict=True):
        assert {**first, "status": ""} == {**second, "status": ""}
    assert contents(out) == before
    assert run([*words, "--force", "--json"]) == 1
    assert {record["status"] for record in told(capsys)[0]} == {"done"}


def test_a_folder_of_results_belongs_to_its_photo_whatever_the_order(
    model, photos, tmp_path, capsys
):
    first, second = (str(photos / name / "cat.png") for name in "ab")
    words = ["occlude", model, "--out", str(tmp_path / "o"), *FED, "--json"]
    assert run([*words, first, second, first]) == 0
    assert [record["folder"] for record in told(capsys)[0]] == ["cat", "cat 2"]
    moved = photos / "b" / "dog.png"
    Path(second).rename(moved)
    assert run([*words, str(moved), first]) == 0
    records, _ = told(capsys)
    assert [(r["folder"], r["status"]) for r in records] == [
        ("dog", "done"),
        ("cat", "skipped"),
    ]
    assert len(listed(tmp_path / "o")) == 3


def test_other_options_or_another_photo_are_never_taken_for_finished(
    model, photos, tmp_path, capsys
):
    out = tmp_path / "o"
    words = ["occlude", model, str(photos / "a"), str(photos / "b"), "--json"]
    words += ["--out", str(out), *FED]
    assert run(words) == 0
    (out / "cat" / "mine.txt").write_text("mine")
    before = contents(out / "cat")
    save(photos / "b" / "cat.png", 9)
    capsys.readouterr()
    assert run(words) == 1
    records, errors = told(capsys)
    assert [(r["folder"], r["status"]) for r in records] == [("cat", "skipped")]
    assert "already holds an export" in errors
    changed = [*words, "--mask", "5"]
    assert run(changed) == 1
    assert contents(out / "cat") == before
    assert "2 of 2 photos could not be done" in capsys.readouterr().err
    assert run([*changed, "--force"]) == 0
    assert (out / "cat" / "mine.txt").read_text() == "mine"
    assert set(statuses(out).values()) == {"done"}
    assert [record["status"] for record in told(capsys)[0]] == ["done"] * 2
    assert run(changed) == 0
    (out / "cat" / "overlay.png").unlink()
    assert run([*changed, "--force"]) == 0


def test_a_list_that_is_not_ours_stops_it_before_anything(
    model, photos, tmp_path, capsys
):
    (tmp_path / "o").mkdir()
    (tmp_path / "o" / "index.csv").write_text("mine")
    words = ["gradcam", model, str(photos), "--out", str(tmp_path / "o"), *FED]
    for force in ([], ["--force"]):
        assert run([*words, *force]) == 1
        assert '"index.csv" stands there' in capsys.readouterr().err
        assert contents(tmp_path / "o") == {tmp_path / "o" / "index.csv": b"mine"}


def test_a_damaged_list_is_made_anew(model, photos, tmp_path, capsys):
    words = ["occlude", model, str(photos / "a"), "--out", str(tmp_path / "o"), *FED]
    assert run(words) == 0
    (tmp_path / "o" / "index.csv").write_bytes(b'photo,folder\n"\x00,../../etc\n\xff')
    assert run(words) == 0
    assert statuses(tmp_path / "o") == {"cat.png": "done"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--layer", "rleu"], "There is no layer"),
        (["--target", "9"], "There is no class 9"),
    ],
)
def test_what_cannot_work_for_any_photo_is_said_once(
    model, photos, tmp_path, capsys, words, sentence
):
    command = ["gradcam", model, str(photos), "--out", str(tmp_path / "o"), *FED]
    assert run([*command, *words]) == 1
    (photos / "bad.png").unlink()
    assert run([*command, *words]) == 1
    printed = capsys.readouterr()
    assert not printed.out
    assert sentence in printed.err.splitlines()[-1]


def test_a_folder_without_photos_is_said(model, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    command = ["predict", model, str(tmp_path / "empty")]
    assert run(command) == 1
    assert "There is no photo in" in capsys.readouterr().err


def test_two_files_of_activations_stand_side_by_side_else_each_has_a_folder(
    model, photos, tmp_path
):
    pair = [str(photos / name / "cat.png") for name in "ab"]
    words = ["activations", model, "--layer", "relu", *FED]
    assert run([*words, *pair, "--out", str(tmp_path / "pair")]) == 0
    assert (tmp_path / "pair" / "montage.png").is_file()
    assert run([*words, *pair, "--each", "--out", str(tmp_path / "each")]) == 0
    assert set(statuses(tmp_path / "each").values()) == {"done"}
    assert run([*words, *pair, pair[0], "--out", str(tmp_path / "three")]) == 0
    assert len(listed(tmp_path / "three")) == 2


def test_boxes_are_covered_on_each_photo(model, photos, capsys):
    words = ["occlude", model, str(photos), "--box", "0,0,4,4", *FED, "--json"]
    assert run(words) == 1
    records, errors = told(capsys)
    assert len(records) == 5
    assert str(photos / "a" / "cat.png") in {record["image"] for record in records}
    assert "1 of 6 photos could not be read" in errors


THIRD = """
import sys
from inference import cli
from inference.cli import occlude
run_job, begun = occlude.run_job, []
def told(job, meter):
    begun.append(job)
    if len(begun) == 3:
        print("begins", flush=True)
        while True:
            pass
    return run_job(job, meter)
occlude.run_job = told
sys.stdout.reconfigure(line_buffering=True)
print_record = cli.series.print_record
cli.series.print_record = lambda *arguments: None
sys.exit(cli.run(sys.argv[1:]))
"""


@is_posix
def test_ctrl_c_leaves_a_whole_list_and_the_rest_is_done_later(
    model, photos, tmp_path, capsys
):
    (photos / "bad.png").unlink()
    words = ["occlude", model, str(photos), "--out", str(tmp_path / "o"), *FED]
    interrupted(THIRD, *words)
    assert list(statuses(tmp_path / "o").values()) == ["done", "done"]
    assert not [*(tmp_path / "o").rglob(".netgaze-export")]
    assert run([*words, "--json"]) == 0
    again = [record["status"] for record in told(capsys)[0]]
    assert sorted(again) == ["done"] * 3 + ["skipped"] * 2


@is_posix
def test_what_cannot_be_written_ends_it_with_a_whole_list(
    model, photos, tmp_path, capsys
):
    """The limit on the size of files stands for the disk."""
    script = f"""
import resource, sys
sys.path.insert(0, {str(ROOT)!r})
from inference.cli import run
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
sys.exit(run(sys.argv[1:]))
"""
    large = save(photos / "large.png", 5, (300, 300, 3))
    words = ["occlude", model, str(photos / "a"), str(large), *FED]
    command = [sys.executable, "-c", script, *words, "--out", str(tmp_path / "o")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "the file grows too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert statuses(tmp_path / "o") == {"cat.png": "done"}


@is_posix
def test_a_terminal_shows_how_many_are_done_and_what_is_left(model, photos, tmp_path):
    words = ["occlude", model, str(photos), "--out", str(tmp_path / "o"), *FED]
    ours, theirs = os.openpty()
    command = [sys.executable, "main.py", *words]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
        process.wait(20)
    os.close(ours)
    assert b"of 6 photos, " in shown
    assert b" s left" in shown


def _read(terminal):
    try:
        return os.read(terminal, 1000)
    except OSError:  # Linux's way to say that the other end is closed
        return b""


GROWTH = """
import sys
from inference import cli
from inference.cli import series
used = []
def told(*arguments):
    with open("/proc/self/statm") as file:
        used.append(4096 * int(file.read().split()[1]))
series.print_record = told
cli.run(sys.argv[1:])
print(len(used), max(used[-5:]) - max(used[5:10]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_does_not_grow_with_the_number_of_photos(model, tmp_path):
    """Twenty photos that are kept would be 15 MB more."""
    for seed in range(30):
        save(tmp_path / "many" / f"{seed}.png", seed, (500, 500, 3))
    words = [
        "activations",
        "--layer",
        "relu",
        model,
        str(tmp_path / "many"),
        "--out",
        str(tmp_path / "o"),
    ]
    done = subprocess.run(
        [sys.executable, "-c", GROWTH, *words, *FED],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    count, grown = map(int, done.stdout.split())
    assert count == 30
    assert grown < 5_000_000


def test_an_export_of_other_weights_beside_the_model_is_not_taken_for_done(
    model, tmp_path, capsys
):
    data = {"location": "w.bin", "size_threshold": 0}
    onnx.save(onnx.load(model), model, save_as_external_data=True, **data)
    photo, out = save(tmp_path / "photos" / "cat.png", 1), tmp_path / "out"
    words = ["gradcam", model, str(photo.parent), "--out", str(out), *FED, "--json"]
    for expected in ("done", "skipped"):
        assert run(words) == 0
        assert [record["status"] for record in told(capsys)[0]] == [expected]
    weights = np.fromfile(tmp_path / "w.bin", np.uint8)
    (tmp_path / "w.bin").write_bytes(np.roll(weights, 4).tobytes())
    assert run(words) == 1
    assert "already holds an export" in told(capsys)[1]
