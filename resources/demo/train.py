"""Trains the demo's network from scratch: six blocks of convolution, then an average.

The batch norms of training are folded into the convolutions afterwards, so the file
that is written holds nothing but Conv, Relu, GlobalAveragePool, Flatten and Gemm.
"""

import time

import numpy as np
import torch
from torch import nn

from resources.demo.draw import LABELS
from resources.demo.inputs import normalised

Array = np.ndarray

BLOCKS = ((3, 16, 2), (16, 32, 2), (32, 64, 2), (64, 64, 1), (64, 96, 2), (96, 128, 1))
"""Channels in, channels out, stride of each block; 14 by 14 remain."""

EPOCHS, BATCH, RATE, SEED = 13, 32, 2e-3, 11


class FoodNet(nn.Module):
    """Blocks of convolution, batch norm and ReLU; their mean; a dense layer."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(inner, outer, 3, stride, 1, bias=False),
                nn.BatchNorm2d(outer),
                nn.ReLU(),
            )
            for inner, outer, stride in BLOCKS
        )
        self.dense = nn.Linear(BLOCKS[-1][1], len(LABELS))

    def forward(self, photos: torch.Tensor) -> torch.Tensor:
        """Returns logits (N, 9) of inputs (N, 3, 224, 224)."""
        for block in self.blocks:
            photos = block(photos)
        return self.dense(photos.mean((2, 3)))


def train(pixels: Array, targets: Array) -> FoodNet:
    """Trains on pixels (N, 224, 224, 3) uint8 with class indices (N,)."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # sums in one order, whatever the machine
    torch.use_deterministic_algorithms(mode=True)
    rng = np.random.default_rng(SEED)
    network = FoodNet().to(memory_format=torch.channels_last)
    steps = EPOCHS * (len(pixels) // BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE * 2, steps)
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05)
    for epoch in range(EPOCHS):
        began, total = time.monotonic(), 0.0
        order = rng.permutation(len(pixels))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[start : start + BATCH]
            photos = torch.from_numpy(normalised(_varied(pixels[chosen], rng)))
            photos = photos.contiguous(memory_format=torch.channels_last)
            loss = loss_of(network(photos), torch.from_numpy(targets[chosen]))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * BATCH / len(order)
        spent = time.monotonic() - began
        print(f"epoch {epoch + 1:2d}  loss {total:.3f}  {spent:.0f} s", flush=True)
    return network.eval()


def folded(network: FoodNet) -> dict[str, Array]:
    """Returns the trained weights by name, batch norms folded into convolutions."""
    weights = {}
    for index, (conv, norm, _) in enumerate(network.blocks, 1):
        factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        kernel = conv.weight * factor[:, None, None, None]
        weights[f"block{index}.conv.weight"] = kernel
        weights[f"block{index}.conv.bias"] = norm.bias - norm.running_mean * factor
    weights["dense.weight"] = network.dense.weight
    weights["dense.bias"] = network.dense.bias
    return {
        name: np.ascontiguousarray(value.detach().numpy(), np.float32)
        for name, value in weights.items()
    }


def _varied(pixels: Array, rng: np.random.Generator) -> Array:
    """Shifts each photo a little and changes its exposure."""
    result = np.empty_like(pixels)
    for index, photo in enumerate(pixels):
        down, across = rng.integers(-12, 13, 2)
        padded = np.pad(photo, ((12, 12), (12, 12), (0, 0)), "edge")
        cut = padded[12 + down : 236 + down, 12 + across : 236 + across]
        gain = np.float32(np.exp(rng.normal(0, 0.1))) * (1 + rng.normal(0, 0.03, 3))
        varied = cut.astype(np.float32) * gain.astype(np.float32)
        result[index] = np.clip(varied, 0, 255)
    return result
