"""Masks that cover a share of each pixel."""

import numpy as np
import pytest

from inference.classifier import Wishes, open_classifier
from inference.occluder import Masks, Occluder
from tests.models import linear, noise

SIZE = (6, 9)
WEIGHTS = np.random.default_rng(5).normal(0, 0.1, (4, *SIZE, 3))


@pytest.mark.parametrize("layout", ["NCHW", "NHWC"])
@pytest.mark.parametrize("dtype", ["float32", "uint8"])
def test_a_share_of_each_pixel_is_covered(tmp_path, layout, dtype):
    """Twice, so that the first time's masks must be gone."""
    path = linear(tmp_path / "m.onnx", WEIGHTS, layout=layout, dtype=dtype)
    classifier = open_classifier(path, Wishes(preprocess="raw255", resize="squash"))
    pixels = noise(*SIZE).pixels
    shares = np.random.default_rng(2).random((5, *SIZE)).astype(np.float32)
    shares[1], shares[2] = 0, 1
    fill = np.float32([12, 200, 7])
    mixed = pixels + shares[..., np.newaxis] * (fill - pixels)
    if dtype == "uint8":
        mixed = np.rint(mixed)
    expected = np.einsum("khwc,nhwc->nk", WEIGHTS, mixed)
    occluder = Occluder(classifier, pixels, fill, shortcuts=False)
    for some in (slice(None), slice(None, None, -1)):
        logits = occluder.logits(Masks.of_shares(shares[some]))
        assert logits == pytest.approx(expected[some], rel=1e-4, abs=2e-3)
