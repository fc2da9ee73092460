"""Whether CUDA can be used: what the libraries write becomes one sentence."""

import ctypes
import sys
import warnings
from pathlib import Path

import pytest

from inference.network import cards, cuda
from inference.network.cards import Card, Driver, asked
from inference.network.cuda_reasons import reason_of
from inference.stderr import overheard

SAID = Path(__file__).parents[2] / "data" / "cuda"
REASONS = {
    "missing_libraries_linux": "the libraries of CUDA 13 do not load "
    "(libcublasLt.so.13, libcublas.so.13, libcurand.so.10, …); the extra “cuda” brings "
    "them",
    "missing_libraries_windows": "the libraries of CUDA 13 do not load "
    "(cublasLt64_13.dll, cublas64_13.dll, cudart64_13.dll, …); the extra “cuda” brings "
    "them",
    "torch_of_another_cuda": "torch 2.13.0+cu126 brings CUDA 12, and ONNX Runtime "
    "needs another",
    "old_driver": "the NVIDIA driver is too old for CUDA 13 (it needs driver 580 or "
    "newer)",
    "no_card": "the NVIDIA driver finds no graphics card",
    "old_card": "the graphics card is too old for this ONNX Runtime",
    "card_without_memory": "the graphics card has no memory left: close other programs "
    "that use it",
    "cublas_without_memory": "the graphics card has no memory left: close other "
    "programs that use it",
    "driver_was_updated": "the parts of the NVIDIA driver are of different versions: "
    "restart the computer, or install the driver again",
    "exclusive_card": "another program keeps the graphics card for itself",
    "mixed_libraries": "libcublas.so.13 is of a version that does not go with the "
    "other CUDA libraries",
    "old_system": "this system is too old for the CUDA libraries (they need "
    "GLIBC_2.34)",
    "plugin_of_another_version": "the CUDA plug-in and ONNX Runtime are of different "
    "versions",
    "no_visual_c": "Microsoft's Visual C++ Redistributable is not installed",
    "something_new": "the card's software says: CUDA failure 999: unknown error",
}


def test_every_failure_that_is_kept_has_its_sentence():
    assert {path.stem for path in SAID.glob("*.txt")} == set(REASONS)


@pytest.mark.parametrize("name", REASONS)
def test_what_was_written_becomes_one_clause(name):
    heard = (SAID / f"{name}.txt").read_text(encoding="utf-8")
    assert reason_of(heard, "13.0") == REASONS[name]


def test_silence_is_told_too():
    assert "does not say why" in reason_of("")


class Machine:
    """A machine with a driver, whose ONNX Runtime says and does what a test wants."""

    cuda_version = "13.0"

    def __init__(self, monkeypatch, printed="", raised=None, providers=(cuda.CPU,)):
        self._printed, self._raised, self._providers = printed, raised, providers
        monkeypatch.setattr(cuda.ctypes, "CDLL", lambda name: name)
        monkeypatch.setattr(cuda.ort, "InferenceSession", self.opened)
        for name in ("preload_dlls", "get_available_providers"):
            monkeypatch.setattr(cuda.ort, name, getattr(self, name))
        monkeypatch.setattr(cuda.ort, "cuda_version", "13.0")
        cuda.cuda_trial.cache_clear()

    def get_available_providers(self):
        return [cuda.CUDA, cuda.CPU]

    def preload_dlls(self):
        print(self._printed)

    def opened(self, model, options, providers, **how):
        assert how == {"enable_fallback": 0}  # else it prints, and hides the failure
        assert providers == [(cuda.CUDA, cuda.EXACT), cuda.CPU]
        if self._raised:
            raise RuntimeError(self._raised)
        return self

    def run(self, names, feeds):
        return [feeds["x"]]

    def get_providers(self):
        return list(self._providers)


@pytest.fixture
def machine(monkeypatch):
    if sys.platform not in cuda.DRIVERS:
        pytest.skip("there is no CUDA for this system")
    yield lambda *said, **does: Machine(monkeypatch, *said, **does)
    monkeypatch.undo()
    cuda.cuda_trial.cache_clear()


def test_a_machine_that_lacks_libraries_says_so_without_a_red_wall(machine, capfd):
    said = (SAID / "missing_libraries_linux.txt").read_text(encoding="utf-8")
    machine(said)
    assert cuda.why_no_cuda() == REASONS["missing_libraries_linux"]
    assert capfd.readouterr() == ("", "")
    assert cuda.cuda_trial().heard[0].startswith("Failed to load libcublasLt.so.13")


def test_what_is_raised_is_told_too(machine, capfd):
    said = (SAID / "old_driver.txt").read_text(encoding="utf-8")
    machine(raised=said)
    assert cuda.why_no_cuda() == REASONS["old_driver"]
    assert capfd.readouterr() == ("", "")


def test_what_is_printed_is_no_reason_where_a_pass_runs(machine):
    """cuFFT and Visual C++ may be missing where all else is well."""
    machine("Failed to load libcufft.so.12: no", providers=(cuda.CUDA, cuda.CPU))
    assert cuda.why_no_cuda() == ""
    assert cuda.cuda_trial().heard == ("Failed to load libcufft.so.12: no",)


def test_a_build_without_cuda_is_not_asked(machine, monkeypatch):
    machine("never printed")
    monkeypatch.setattr(cuda.ort, "get_available_providers", lambda: [cuda.CPU])
    assert "build without CUDA" in cuda.why_no_cuda()
    assert not cuda.cuda_trial().heard


def test_c_libraries_prints_and_warnings_are_heard(capfd):
    import os

    with overheard() as heard:
        print("printed")
        os.write(2, b"\x1b[1;31mred\x1b[m\nwall\n")
        warnings.warn("warned", stacklevel=1)
    assert heard == ["printed", "warned", "\x1b[1;31mred\x1b[m", "wall"]
    assert capfd.readouterr() == ("", "")
    os.write(2, b"seen again\n")
    assert capfd.readouterr().err == "seen again\n"


CARDS = (
    Card("NVIDIA RTX 4000 Ada Generation", 20 * 2**30),
    Card("NVIDIA GeForce GTX 1060 3GB", 3 * 2**30),
)


class FakeLibrary:
    """NVIDIA's driver library, called as `ctypes` calls the real one."""

    def __init__(self, started=0):
        whole, text = ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_char)
        size = ctypes.POINTER(ctypes.c_size_t)
        made = {
            "cuInit": (lambda _: started, ctypes.c_uint),
            "cuDriverGetVersion": (self._into(lambda: 13000), whole),
            "cuDeviceGetCount": (self._into(lambda: len(CARDS)), whole),
            "cuDeviceGet": (self._into(lambda number: number), whole, ctypes.c_int),
            "cuDeviceGetName": (self._name, text, ctypes.c_int, ctypes.c_int),
            "cuDeviceTotalMem_v2": (
                self._into(lambda number: CARDS[number].memory),
                size,
                ctypes.c_int,
            ),
        }
        for name, (function, *takes) in made.items():
            setattr(self, name, ctypes.CFUNCTYPE(ctypes.c_int, *takes)(function))

    @staticmethod
    def _into(value):
        def put(place, *rest):
            place[0] = value(*rest)
            return 0

        return put

    @staticmethod
    def _name(place, length, number):
        for index, byte in enumerate(CARDS[number].name.encode()[: length - 1] + b"\0"):
            place[index] = bytes([byte])
        return 0


def test_the_driver_names_its_cards_and_their_memory():
    assert asked(FakeLibrary()) == Driver("13.0", CARDS)


def test_a_driver_that_does_not_start_has_no_cards():
    assert asked(FakeLibrary(started=100)) == Driver("13.0")


def test_without_a_driver_there_is_none(monkeypatch):
    def missing(name):
        raise OSError(name)

    monkeypatch.setattr(cards.ctypes, "CDLL", missing)
    assert cards.nvidia_driver() == Driver()
