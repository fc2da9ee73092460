"""A small ViT that tells the demo's dishes apart, wherever on the table they lie.

It is trained from scratch on drawings whose dishes lie beside the middle, so that a map
that is right is told from one that bets on the middle.
"""

import multiprocessing
import time
from functools import partial

import numpy as np
import torch
from torch import nn

from resources.demo import draw, world
from tests.transformers import Form, Vit

SIDE, SHOWN = 64, 73  # of the input; of a drawing, whose middle the network sees
MEAN, STD = 0.5, 0.25  # of values in 0..1
FORM = Form((SIDE, SIDE), 8, 48, 4, 3, 2, len(draw.LABELS))
TRAINED, TESTED = 400, 12  # drawings of each class
TRAINED_SEED = 3_000_000
EPOCHS, BATCH, RATE, SEED = 20, 64, 2e-3, 7
WORKERS = 2


def drawings(each, first_seed):
    """Pixels (N, 73, 73, 3) uint8, dishes (N, 73, 73) bool, classes (N,)."""
    make = partial(world.aside_samples, size=(SHOWN, SHOWN), first_seed=first_seed)
    samples = make(each)
    with multiprocessing.Pool(WORKERS) as pool:
        drawn = pool.map(_drawn, samples, chunksize=8)
    classes = np.array([draw.LABELS.index(sample.truth) for sample in samples])
    pixels, dishes = (np.stack(parts) for parts in zip(*drawn, strict=True))
    return pixels, dishes, classes


def _drawn(sample):
    drawing = draw.draw(sample.truth, sample.seed, sample.wish)
    return drawing.pixels, drawing.mask


def trained():
    """The network, which is always the same."""
    pixels, _, classes = drawings(TRAINED, TRAINED_SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # sums in one order, whatever the machine
    torch.use_deterministic_algorithms(mode=True)
    network = _begun()
    photos = (torch.from_numpy(pixels).permute(0, 3, 1, 2) / 255 - MEAN) / STD
    classes = torch.from_numpy(classes)
    steps = EPOCHS * (len(photos) // BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), RATE, weight_decay=0.05)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05)
    for epoch in range(EPOCHS):
        began, losses = time.monotonic(), []
        for chosen in torch.randperm(len(photos)).split(BATCH)[: len(photos) // BATCH]:
            loss = loss_of(network(_varied(photos[chosen])), classes[chosen])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            rates.step()
            losses.append(loss.item())
        spent = time.monotonic() - began
        print(f"epoch {epoch + 1:2d}  loss {np.mean(losses):.3f}  {spent:.0f} s")
    return network.eval()


def _begun():
    """A network whose positions and class token say little as yet."""
    network = Vit(form=FORM)
    with torch.no_grad():
        network.position.mul_(0.04)
        network.tokens.zero_()
    return network


def _varied(photos):
    """Cuts, turns and lights each photo of a batch (N, 3, 73, 73) otherwise."""
    count = len(photos)
    rows, cols = torch.randint(SHOWN - SIDE + 1, (2, count))
    windows = photos.unfold(2, SIDE, 1).unfold(3, SIDE, 1)
    cut = windows[torch.arange(count), :, rows, cols]
    for turned in (cut.flip(2), cut.flip(3), cut.transpose(2, 3)):
        is_turned = torch.rand(count, 1, 1, 1) < 0.5
        cut = torch.where(is_turned, turned, cut)
    gain = torch.exp(0.1 * torch.randn(count, 1, 1, 1))
    return cut * gain + 0.15 * torch.randn(count, 3, 1, 1)
