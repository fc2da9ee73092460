import csv
import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from inference.errors import ExportError
from inference.export import FolderTakenError, recover, staged
from inference.export.writing import csv_file, write_record

ROOT = Path(__file__).resolve().parents[3]
VERSIONS = {"versions": {"netgaze": "1"}}
OLD = {"heatmap.npy": "old map", "logits.npy": "old logits"}
NEW = {"heatmap.npy": "new map", "overlay.png": "new picture"}


def save(folder, files, *, replaces=False, title="Drop in probability of cat"):
    with staged(folder, replaces=replaces) as stage:
        for name, text in files.items():
            (stage / name).write_text(text)
        write_record(stage / "occlusion.json", {"title": title, **VERSIONS})


def texts(folder):
    """All files of a folder but the export's JSON, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "occlusion.json"
    }


def full(*_, **__):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def fail_at(monkeypatch, step, error):
    """Lets the rename of that number fail, and counts how many there were."""
    replace, done = Path.replace, []

    def counted(self, target):
        done.append(self.name)
        if len(done) - 1 == step:
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", counted)
    return done


def renames(tmp_path, monkeypatch):
    """How many renames it takes to replace the old export by the new one."""
    save(tmp_path / "count", OLD)
    with monkeypatch.context() as patch:
        done = fail_at(patch, -1, None)
        save(tmp_path / "count", NEW, replaces=True)
    return len(done)


def test_the_json_lists_the_files_of_its_export(tmp_path):
    save(tmp_path, OLD)
    record = json.loads((tmp_path / "occlusion.json").read_text("utf-8"))
    assert record["files"] == ["heatmap.npy", "logits.npy", "occlusion.json"]
    assert texts(tmp_path) == OLD


def test_another_export_is_replaced_only_where_that_is_said(tmp_path):
    save(tmp_path, OLD)
    with pytest.raises(FolderTakenError, match=r"Drop in probability of cat.*--force"):
        save(tmp_path, NEW)
    assert texts(tmp_path) == OLD
    save(tmp_path, NEW, replaces=True)
    assert texts(tmp_path) == NEW


@pytest.mark.parametrize("is_among_photos", [False, True])
def test_no_other_file_of_the_folder_is_touched(tmp_path, is_among_photos):
    photos = {"cat.png": "cat", "holiday.jpg": "sea", "notes/list.csv": "a"}
    if is_among_photos:
        photos |= {"layers.json": '{"files": ["cat.png", "holiday.jpg"]}'}
    for name, text in photos.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    before = {name: (tmp_path / name).stat() for name in photos}
    save(tmp_path, OLD)
    save(tmp_path, NEW, replaces=True)
    assert texts(tmp_path) == photos | NEW
    for name, stat in before.items():
        now = (tmp_path / name).stat()
        assert (now.st_ino, now.st_mtime_ns) == (stat.st_ino, stat.st_mtime_ns)


@pytest.mark.parametrize("is_folder", [False, True])
def test_what_belongs_to_no_export_is_never_overwritten(tmp_path, is_folder):
    save(tmp_path, OLD)
    if is_folder:
        (tmp_path / "overlay.png").mkdir()
        (tmp_path / "overlay.png" / "mine").write_text("mine")
    else:
        (tmp_path / "overlay.png").write_text("mine")
    before = texts(tmp_path)
    with pytest.raises(ExportError, match=r"overlay\.png.*Nothing there was changed"):
        save(tmp_path, NEW, replaces=True)
    assert texts(tmp_path) == before


def test_a_listed_name_that_became_a_folder_stays(tmp_path):
    save(tmp_path, OLD)
    (tmp_path / "heatmap.npy").unlink()
    (tmp_path / "heatmap.npy").mkdir()
    (tmp_path / "heatmap.npy" / "mine").write_text("mine")
    with pytest.raises(ExportError, match=r'folder "heatmap\.npy"'):
        save(tmp_path, NEW, replaces=True)
    assert texts(tmp_path)["heatmap.npy/mine"] == "mine"


def test_a_record_cannot_name_files_of_other_folders(tmp_path):
    (tmp_path / "mine.png").write_text("mine")
    folder = tmp_path / "out"
    save(folder, OLD)
    record = json.loads((folder / "occlusion.json").read_text("utf-8"))
    record["files"] += ["../mine.png", str(tmp_path / "mine.png"), "..", "", 7]
    (folder / "occlusion.json").write_text(json.dumps(record))
    save(folder, NEW, replaces=True)
    assert (tmp_path / "mine.png").read_text() == "mine"


def test_every_rename_that_fails_leaves_the_old_export_whole(tmp_path, monkeypatch):
    for step in range(renames(tmp_path, monkeypatch)):
        folder = tmp_path / f"step {step}"
        save(folder, OLD)
        failure = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        with monkeypatch.context() as patch:
            fail_at(patch, step, failure)
            with pytest.raises(ExportError, match="the disk is full") as told:
                save(folder, NEW, replaces=True)
        assert texts(folder) == OLD, step
        endings = ("Nothing there was changed.", "stands again, whole.")
        assert any(ending in str(told.value) for ending in endings)


def test_ctrl_c_at_every_rename_leaves_the_old_export_whole(tmp_path, monkeypatch):
    for step in range(renames(tmp_path, monkeypatch)):
        folder = tmp_path / f"step {step}"
        save(folder, OLD)
        with monkeypatch.context() as patch:
            fail_at(patch, step, KeyboardInterrupt())
            with pytest.raises(KeyboardInterrupt):
                save(folder, NEW, replaces=True)
        assert texts(folder) == OLD, step


def test_a_swap_that_cannot_be_undone_is_told_and_ended_later(tmp_path, monkeypatch):
    save(tmp_path, OLD)
    with monkeypatch.context() as patch:
        replace = Path.replace

        def stuck(self, target):
            if len([*(tmp_path / ".netgaze-export" / "old").iterdir()]) == 3:
                raise PermissionError(errno.EACCES, "Permission denied")
            return replace(self, target)

        patch.setattr(Path, "replace", stuck)
        words = "does not permit it. Parts of the old and of the new export stand there"
        with pytest.raises(ExportError, match=words):
            save(tmp_path, NEW, replaces=True)
    assert texts(tmp_path) != OLD
    recover(tmp_path)
    assert texts(tmp_path) == NEW


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.inference.export.test_staging import NEW, save
replace, left = Path.replace, [int(sys.argv[1])]
def killing(self, target):
    if left[0] == 0:
        os.kill(os.getpid(), {signal})
    left[0] -= 1
    return replace(self, target)
Path.replace = killing
save(Path(sys.argv[2]), NEW, replaces=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_a_program_killed_between_renames_leaves_a_swap_that_is_ended(
    tmp_path, monkeypatch
):
    """SIGTERM comes at the first rename of the swap, in its middle, and at its last."""
    last = renames(tmp_path, monkeypatch) - 1
    script = KILLED.format(root=str(ROOT), signal=int(signal.SIGTERM))
    for step in (0, 1, last // 2, last):
        folder = tmp_path / f"step {step}"
        save(folder, OLD)
        command = [sys.executable, "-c", script, str(step), str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == -signal.SIGTERM, done.stderr
        recover(folder)
        assert texts(folder) in (OLD, NEW), step
        save(folder, OLD, replaces=True)
        assert texts(folder) == OLD


def test_the_next_export_clears_up_and_refuses_as_ever(tmp_path):
    save(tmp_path, OLD)
    debris = tmp_path / ".netgaze-export" / "new"
    debris.mkdir(parents=True)
    (debris / "heatmap.npy").write_text("half")
    with pytest.raises(FolderTakenError):
        save(tmp_path, NEW)
    assert texts(tmp_path) == OLD


def test_two_exports_at_once_do_not_mix(tmp_path):
    with staged(tmp_path) as stage:
        (stage / "heatmap.npy").write_text("first")
        with pytest.raises(ExportError, match="under way"):
            save(tmp_path, NEW)
        write_record(stage / "occlusion.json", VERSIONS)
    assert texts(tmp_path) == {"heatmap.npy": "first"}


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX limit")
def test_a_disk_that_fills_up_says_so(tmp_path):
    """The limit on the size of files stands for the disk; NumPy itself says nothing."""
    script = f"""
import resource, sys
sys.path.insert(0, {str(ROOT)!r})
import numpy as np
from pathlib import Path
from inference.export import staged
from inference.export.writing import save_array
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    with staged(Path(sys.argv[1])) as stage:
        save_array(stage / "heatmap.npy", np.zeros(100_000))
except Exception as error:
    print(error)
"""
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "the file grows too large. Nothing there was changed" in done.stdout
    assert not list(tmp_path.iterdir())


def test_what_is_no_text_is_escaped_in_a_table(tmp_path):
    path = tmp_path / "table.csv"
    with csv_file(path) as file:
        csv.writer(file).writerow(("\ud800", "\udcff.png", "é"))
    assert path.read_text("utf-8") == "\\ud800,\\udcff.png,é\n"
