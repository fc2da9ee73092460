"""How long a run will take is told before it is started."""

from inference.classifier import open_classifier
from inference.finetune import TrainingSpec, divided, estimated
from tests.inference.finetune.studio import make_net, make_photos


def test_an_estimate_grows_with_the_epochs(tmp_path):
    photos = make_photos(tmp_path / "photos")
    model = open_classifier(make_net(tmp_path / "net.onnx"))
    division = divided(photos, TrainingSpec())
    short, long = (
        estimated(model, division, TrainingSpec(epochs=n, freeze="none"))
        for n in (1, 400)
    )
    assert 0 < short < long
