import subprocess
import sys

import torch

from inference.twin.device import load_torch, torch_device


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
