import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from inference.dataset import BookKey, Entry, Looks, ScoreBook, Stamp
from inference.errors import DatasetError

KEY = BookKey("sha", {"resize": "crop"}, 3, 2)
ROOT = Path(__file__).parents[3]


def batch(first, count):
    """Entries a, b … whose numbers tell which they are."""
    entries = [Entry(f"{n}.png", Stamp(n, n)) for n in range(first, first + count)]
    numbers = np.arange(first, first + count, dtype=np.float32)
    return (
        entries,
        [Looks("abc", "0f", 4, 5, 6.5 + n) for n in range(count)],
        np.repeat(numbers[:, None], 3, 1),
        np.repeat(-numbers[:, None], 2, 1),
    )


def test_what_is_written_is_read_again(tmp_path):
    book = ScoreBook(tmp_path / "book", KEY)
    book.write(*batch(0, 4))
    lost = Entry("lost.png", Stamp(9, 9), reason="it is damaged")
    entries, looks, logits, features = batch(4, 2)
    book.write([entries[0], lost, entries[1]], looks, logits, features)
    again = ScoreBook(tmp_path / "book", KEY)
    found = again.entries()
    assert list(found) == [*(f"{n}.png" for n in range(5)), "lost.png", "5.png"]
    assert found["lost.png"] == lost
    assert found["5.png"].row == 5
    rows = np.array([5, 0, 5])
    assert again.logits(rows)[:, 0].tolist() == [5, 0, 5]
    assert again.features(rows)[:, 1].tolist() == [-5, 0, -5]
    assert [told.spread for told in again.looks(rows)] == [7.5, 6.5, 7.5]
    assert again.looks(rows)[0] == Looks("abc", "0f", 4, 5, 7.5)


def test_a_photo_that_is_scored_again_has_its_newest_numbers(tmp_path):
    book = ScoreBook(tmp_path, KEY)
    book.write(*batch(0, 2))
    entries, looks, logits, features = batch(0, 1)
    (entry,) = book.write(entries, looks, logits + 7, features)
    assert book.entries()["0.png"].row == entry.row == 2
    assert book.logits(np.array([2]))[0, 0] == 7


def test_a_book_of_another_model_is_not_taken(tmp_path):
    ScoreBook(tmp_path, KEY)
    with pytest.raises(DatasetError, match="another model"):
        ScoreBook(tmp_path, BookKey("other", {"resize": "crop"}, 3, 2))


@pytest.mark.parametrize("name", ["book.sqlite", "logits.f32"])
def test_a_book_that_is_damaged_ends_in_a_sentence(tmp_path, name):
    book = ScoreBook(tmp_path, KEY)
    book.write(*batch(0, 3))
    (tmp_path / name).write_bytes(b"x" * 7)
    rows = np.array([2])
    with pytest.raises(DatasetError, match="Cannot use the score book"):
        _ = ScoreBook(tmp_path, KEY).entries(), book.logits(rows)


def test_a_folder_that_cannot_be_written_ends_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DatasetError, match="Cannot use the score book"):
        ScoreBook(tmp_path / "file" / "book", KEY)


def test_several_writers_take_turns(tmp_path):
    def write(first):
        book = ScoreBook(tmp_path, KEY)
        for start in range(first, first + 20, 2):
            book.write(*batch(start, 2))

    threads = [threading.Thread(target=write, args=(100 * n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    book = ScoreBook(tmp_path, KEY)
    found = book.entries()
    assert len(found) == 80
    rows = np.array([entry.row for entry in found.values()])
    assert sorted(rows) == list(range(80))
    numbers = [float(name.removesuffix(".png")) for name in found]
    assert book.logits(rows)[:, 0].tolist() == numbers


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killing_a_writer_loses_the_last_batch_at_most(tmp_path):
    code = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from tests.inference.dataset.test_book import KEY, batch
from inference.dataset import ScoreBook
book = ScoreBook(Path({str(tmp_path)!r}), KEY)
for n in range(0, 100_000, 5):
    book.write(*batch(n, 5))
    print(n + 5, flush=True)
"""
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    )
    told = 0
    while told < 100:
        told = int(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    rest = process.communicate()[0].split()
    told = int(rest[-1]) if rest else told
    book = ScoreBook(tmp_path, KEY)
    found = book.entries()
    assert told <= len(found) <= told + 5
    rows = np.array([found[f"{n}.png"].row for n in range(len(found))])
    assert book.logits(rows)[:, 2].tolist() == list(range(len(found)))
    book.write(*batch(len(found), 5))  # it goes on where that one ended


def test_two_programs_on_one_book_do_not_corrupt_it(tmp_path):
    """Both make it, and write photos of their own and the same ones, in turns."""
    code = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from tests.inference.dataset.test_book import KEY, batch
from inference.dataset import ScoreBook
print("ready", flush=True)
own = int(sys.stdin.readline())
book = ScoreBook(Path({str(tmp_path)!r}), KEY)
for n in range(0, 24, 3):
    book.write(*batch(own + n, 3))
    book.write(*batch(n, 3))
"""
    pipe = subprocess.PIPE
    words = [sys.executable, "-c", code]
    programs = [
        subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True) for _ in range(2)
    ]
    assert [each.stdout.readline() for each in programs] == ["ready\n"] * 2
    for program, own in zip(programs, (1000, 2000), strict=True):
        program.stdin.write(f"{own}\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()
    assert [program.returncode for program in programs] == [0, 0]
    book = ScoreBook(tmp_path, KEY)
    found = book.entries()
    numbers = [*range(24), *range(1000, 1024), *range(2000, 2024)]
    assert set(found) == {f"{n}.png" for n in numbers}
    rows = np.array([found[f"{n}.png"].row for n in numbers])
    assert len(set(rows.tolist())) == len(numbers)
    assert book.logits(rows)[:, 1].tolist() == numbers
    assert book.features(rows)[:, 0].tolist() == [-n for n in numbers]


def test_another_program_can_write_it(tmp_path):
    """As the module's own words describe the format, without any of our code."""
    base = sqlite3.connect(tmp_path / "book.sqlite")
    base.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
    base.execute(
        "CREATE TABLE photos (path TEXT PRIMARY KEY, size INTEGER, modified INTEGER, "
        "row INTEGER, reason TEXT, sha256 TEXT, looks TEXT, height INTEGER, "
        "width INTEGER, spread REAL)"
    )
    meta = {"format": "1", "model": "sha", "feeding": json.dumps({"resize": "crop"})}
    rows = [*meta.items(), ("classes", "3"), ("features", "2")]
    base.executemany("INSERT INTO meta VALUES (?, ?)", rows)
    base.execute("INSERT INTO photos (path, size, modified, row) VALUES ('a', 1, 2, 0)")
    base.commit()
    base.close()
    (tmp_path / "logits.f32").write_bytes(np.array([1, 2, 3], "<f4").tobytes())
    (tmp_path / "features.f32").write_bytes(np.array([4, 5], "<f4").tobytes())
    book = ScoreBook(tmp_path, KEY)
    assert book.entries()["a"] == Entry("a", Stamp(1, 2), 0)
    assert book.logits(np.array([0])).tolist() == [[1, 2, 3]]
    assert book.looks(np.array([0])) == [Looks()]


def test_an_array_that_lacks_its_last_rows_ends_in_a_sentence(tmp_path):
    book = ScoreBook(tmp_path, KEY)
    book.write(*batch(0, 3))
    whole = (tmp_path / "logits.f32").read_bytes()
    (tmp_path / "logits.f32").write_bytes(whole[:-12])
    with pytest.raises(DatasetError, match="Cannot use the score book"):
        book.logits(np.arange(3))
