"""The equation, by hand."""

import numpy as np

from inference.gradcam import grad_cam


def test_channels_are_weighed_by_their_mean_gradient():
    activations = np.array([[[1, 2], [3, 4]], [[10, 0], [0, -10]]], np.float32)
    gradients = np.array([[[4, 0], [0, 0]], [[-2, -2], [-2, -2]]], np.float32)
    # The weights are 1 and −2.
    expected = [[1 - 20, 2], [3, 4 + 20]]
    np.testing.assert_array_equal(grad_cam(activations, gradients), expected)


def test_what_speaks_against_stays():
    """The ReLU of equation 2 is the caller's: a signed map does without."""
    ones = np.ones((1, 2, 3), np.float32)
    np.testing.assert_array_equal(grad_cam(ones, -ones), -ones[0])


def test_a_gradient_at_one_place_counts_for_all():
    activations = np.arange(12, dtype=np.float32).reshape(1, 3, 4)
    gradients = np.zeros((1, 3, 4), np.float32)
    gradients[0, 2, 1] = 12
    np.testing.assert_array_equal(grad_cam(activations, gradients), activations[0])
