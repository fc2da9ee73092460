from inference.classifier import open_classifier
from inference.gradcam import GradCam, rung_layers
from tests import models


def test_a_convolution_with_its_activation_is_one_rung(tmp_path):
    engine = GradCam(
        open_classifier(models.convolutions(tmp_path / "a.onnx", (40, 48)))
    )
    rungs = rung_layers(engine.classifier.graph, engine.layers)
    assert [layer.name for layer in engine.layers] == list("abcdefghijklmn")
    # Pools are left out, and what a ReLU, scale, norm, sum or sigmoid still waits for.
    assert "".join(sorted(rungs)) == "beijkln"
    assert engine.automatic.name in rungs
