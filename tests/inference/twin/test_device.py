import os
import subprocess
import sys

import pytest
import torch

from inference.twin.device import is_of_card, load_torch, torch_device


def test_the_device_can_calculate():
    assert torch.ones(2, device=torch_device()).sum().item() == 2


def test_torch_is_imported_only_when_it_is_asked_for():
    code = (
        "import sys; import inference.twin.device as d; assert 'torch' not in "
        "sys.modules; d.load_torch(); assert 'torch' not in sys.modules; import torch; "
        "assert torch.ones(2).sum() == 2"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


def test_loading_twice_does_nothing():
    load_torch()
    load_torch()


def test_the_processor_is_taken_where_it_is_wanted():
    assert torch_device("cpu") == torch.device("cpu")


def test_failures_of_a_card_are_told_from_others():
    """What torch raises, word for word."""
    full = (
        "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of "
        "3.94 GiB of which 1.11 GiB is free."
    )
    assert is_of_card(torch.OutOfMemoryError(full))
    lost = "CUDA error: an illegal memory access was encountered\nCUDA kernel errors"
    assert is_of_card(RuntimeError(lost))
    assert is_of_card(RuntimeError("cuDNN error: CUDNN_STATUS_INTERNAL_ERROR"))
    shapes = "The size of tensor a (3) must match the size of tensor b (4)"
    assert not is_of_card(RuntimeError(shapes))


@pytest.mark.parametrize(("said", "sleeps"), [(None, True), ("ACTIVE", False)])
def test_idle_threads_of_torch_sleep_unless_somebody_says_otherwise(said, sleeps):
    """OpenMP tells how often they look for work before they sleep, as it is loaded."""
    known = {k: v for k, v in os.environ.items() if k != "OMP_WAIT_POLICY"}
    stated = {} if said is None else {"OMP_WAIT_POLICY": said}
    code = "from inference.twin.device import import_torch as i; i()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=known | stated | {"OMP_DISPLAY_ENV": "verbose"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    lines = [line for line in done.stderr.splitlines() if "SPINCOUNT" in line]
    if not lines:
        pytest.skip("this torch has no OpenMP that tells it")
    assert all(("'0'" in line) == sleeps for line in lines)
