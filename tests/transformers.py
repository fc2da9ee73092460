"""Small transformers and a CNN, written by hand in torch.

`explained` is the module whose output Grad-CAM takes by itself; its places are tokens
(N, T, C) after `extra` others, or rows and columns.
"""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

WIDTH, CLASSES = 16, 5


@dataclass(frozen=True)
class Form:
    """How large a ViT is; the hidden layer of a block is `growth` times as wide."""

    size: tuple[int, int] = (24, 32)
    patch: int = 4
    width: int = WIDTH
    heads: int = 2
    depth: int = 2
    growth: int = 2
    classes: int = CLASSES

    @property
    def grid(self):
        return self.size[0] // self.patch, self.size[1] // self.patch


SMALL = Form()
SIZE = SMALL.size


class Attention(nn.Module):
    def __init__(self, form=SMALL):
        super().__init__()
        width, self.heads = form.width, form.heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)

    def forward(self, x):
        n, t, c = x.shape
        parts = self.qkv(x).reshape(n, t, 3, self.heads, c // self.heads)
        parts = parts.permute(2, 0, 3, 1, 4)
        read = functional.scaled_dot_product_attention(*parts.unbind(0))
        return self.out(read.transpose(1, 2).reshape(n, t, c))


class Block(nn.Module):
    def __init__(self, form=SMALL):
        super().__init__()
        width, hidden = form.width, form.growth * form.width
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attention = Attention(form)
        self.mlp = nn.Sequential(
            nn.Linear(width, hidden), nn.GELU(), nn.Linear(hidden, width)
        )

    def forward(self, x):
        x = x + self.attention(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class Vit(nn.Module):
    """A class token, or one for distillation beside it (Touvron et al. 2021)."""

    def __init__(self, extra=1, form=SMALL):
        super().__init__()
        self.extra, self.grid, width = extra, form.grid, form.width
        self.patch = nn.Conv2d(3, width, form.patch, form.patch)
        self.tokens = nn.Parameter(torch.randn(1, extra, width))
        count = extra + form.grid[0] * form.grid[1]
        self.position = nn.Parameter(torch.randn(1, count, width) / 2)
        self.blocks = nn.ModuleList(Block(form) for _ in range(form.depth))
        self.norm = nn.LayerNorm(width)
        self.heads = nn.ModuleList(nn.Linear(width, form.classes) for _ in range(extra))

    @property
    def explained(self):
        return self.blocks[-1].norm1

    def forward(self, image):
        x = self.patch(image).flatten(2).transpose(1, 2)
        x = torch.cat([self.tokens.expand(len(x), -1, -1), x], 1) + self.position
        for block in self.blocks:
            x = block(x)
        x = self.norm(x)
        return sum(head(x[:, n]) for n, head in enumerate(self.heads)) / self.extra


class WindowBlock(Block):
    """A block whose tokens meet in windows, which may be shifted (Liu et al. 2021)."""

    def __init__(self, window, shift):
        super().__init__()
        self.window, self.shift = window, shift

    def forward(self, x):  # (N, h, w, C)
        n, h, w, c = x.shape
        y = torch.roll(self.norm1(x), (-self.shift, -self.shift), (1, 2))
        y = y.reshape(
            n, h // self.window, self.window, w // self.window, self.window, c
        )
        y = y.permute(0, 1, 3, 2, 4, 5).reshape(-1, self.window**2, c)
        y = self.attention(y)
        y = y.reshape(
            n, h // self.window, w // self.window, self.window, self.window, c
        )
        y = y.permute(0, 1, 3, 2, 4, 5).reshape(n, h, w, c)
        x = x + torch.roll(y, (self.shift, self.shift), (1, 2))
        return x + self.mlp(self.norm2(x))


class Swin(nn.Module):
    """Two blocks of windows, patches merged after the first."""

    extra = 0

    def __init__(self):
        super().__init__()
        self.patch = nn.Conv2d(3, WIDTH, 2, 2)
        self.first = WindowBlock(2, 1)
        self.merge = nn.Linear(4 * WIDTH, WIDTH)
        self.explained = WindowBlock(2, 1)
        self.head = nn.Linear(WIDTH, CLASSES)

    def forward(self, image):
        x = self.first(self.patch(image).permute(0, 2, 3, 1))
        corners = [x[:, i::2, j::2] for j in (0, 1) for i in (0, 1)]
        x = self.explained(self.merge(torch.cat(corners, -1)))
        return self.head(x.mean((1, 2)))


class Cnn(nn.Module):
    """Two convolutions around a normalisation of groups."""

    extra = 0

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, WIDTH, 3, 2, 1)
        self.norm = nn.GroupNorm(4, WIDTH)
        self.last = nn.Conv2d(WIDTH, WIDTH, 3, 2, 1)
        self.explained = nn.ReLU()
        self.head = nn.Linear(WIDTH, CLASSES)

    def forward(self, image):
        x = functional.relu(self.norm(self.stem(image)))
        return self.head(self.explained(self.last(x)).mean((2, 3)))


NETWORKS = {"vit": Vit, "deit": lambda: Vit(extra=2), "swin": Swin, "cnn": Cnn}


def made(name):
    """One of the networks, whose weights are always the same."""
    torch.manual_seed(0)
    return NETWORKS[name]().eval()


def map_by_autograd(network, image):
    """Grad-CAM before its ReLU (h, w), of the leading class, at `explained`."""
    seen = []
    handle = network.explained.register_forward_hook(
        lambda *given: seen.append(given[2])
    )
    logits = network(image)[0]
    handle.remove()
    (gradient,) = torch.autograd.grad(logits.max(), seen[0])
    parts = [seen[0][0].detach(), gradient[0]]
    if seen[0].dim() == 3:  # tokens
        parts = [p[network.extra :].T.reshape(-1, *network.grid) for p in parts]
    elif seen[0].shape[-1] == WIDTH and not isinstance(network, Cnn):
        parts = [p.permute(2, 0, 1) for p in parts]
    values, slopes = parts
    return (slopes.mean((1, 2))[:, None, None] * values).sum(0).numpy()
