"""The command line in another language: nothing that a person reads stays English."""

import re
import shutil
import sys

import pytest

import main
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import PRESETS, RESIZES, open_classifier
from tests.foreign import english_words, foreign, lettered
from tests.models import one_pixel

OTHER = DEMO_PHOTO.parents[1] / "sushi" / "sushi-01.jpg"
BOX = ("--box", "0,0,9,9")
TYPED = re.compile(r"--?[a-z][a-z-]*|{[^}]*}|\[?\b[A-Z][A-Z0-9|,]+\b|\.json\b")
VALUES = (  # typed as they are printed
    *("gray|mean|black|white|blurred|R,G,B", "224|HxW", "71|HxW", "1|VxH", "8x8"),
    *("torchvision, tensorflow, unit, raw255, caffe", "PRESET|FILE.json"),
    *("NEW.onnx", "FILE.csv", "features|LAYER|none"),
    *("logits.npy", "netgaze", "NetGaze", "crop", "viridis", "channels", "scale"),
)


@pytest.fixture
def told(speaking, monkeypatch, capsys, tmp_path):
    """Runs a command as the shell does, and returns exit code and all it prints."""
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["netgaze", *map(str, arguments)])
        try:
            code = main.main()
        except SystemExit as end:
            code = end.code
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return run


@pytest.fixture(scope="module")
def names():
    """What the demo's file calls things."""
    classifier = open_classifier(DEMO_MODEL)
    graph, spec = classifier.graph, classifier.spec
    nodes = [
        name
        for node in graph.nodes
        for name in (*node.outputs, node.operator, *node.attributes)
    ]
    return [
        *("batch", DEMO_MODEL, DEMO_PHOTO, OTHER, DEMO_PHOTO.name, spec.name),
        spec.input.name,
        *(
            graph.exporter,
            graph.sha256,
            spec.input.layout,
            *spec.labels,
            *nodes,
            *PRESETS,
            *RESIZES,
        ),
        *(
            f"{tensor.name} {tensor.dtype}"
            for tensor in (*graph.inputs, *graph.outputs)
        ),
    ]


def left(printed, names=()):
    """The English words in sight."""
    return english_words(printed, [*VALUES, *names], TYPED)


def written(printed):
    """The lines that are names of files."""
    return [line for line in printed.splitlines() if line.startswith("out/")]


@pytest.mark.parametrize("command", [(), *((each,) for each in main.COMMANDS)])
def test_help_is_translated(told, command):
    code, printed = told(*command, "--help")
    assert code == 0
    assert lettered("usage: ") in printed
    assert left(printed, main.COMMANDS) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["info"], "the following arguments are required: "),
        (["info", DEMO_MODEL, "--nonsense"], "unrecognized arguments: "),
        (["info", DEMO_MODEL, "--size"], "expected one argument"),
        (["info", DEMO_MODEL, "--resize", "no"], "invalid choice: "),
        (["predict", DEMO_MODEL, DEMO_PHOTO, "--top", "no"], "invalid "),
        (["occlude", DEMO_MODEL, DEMO_PHOTO], "one of the arguments "),
        (["occlude", *"abc", "--box", "0", "--out", "x"], "not allowed with argument "),
        (["info", DEMO_MODEL, "--s=1", "--l=1"], "ambiguous option: "),
        (["info", ""], "the argument "),
    ],
)
def test_what_is_refused_is_told_in_the_language(told, names, arguments, words):
    code, printed = told(*arguments)
    assert code == 2
    assert lettered(words) in printed
    names = [*names, *main.COMMANDS, *RESIZES, "nonsense", "no", "int", "model"]
    assert left(printed, names) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["info", DEMO_MODEL],
        ["info", DEMO_MODEL, "--layers"],
        ["predict", DEMO_MODEL, DEMO_PHOTO, OTHER],
        ["occlude", DEMO_MODEL, DEMO_PHOTO, "--box", "77,108,71,71"],
        ["occlude", DEMO_MODEL, DEMO_PHOTO, "--stride", "100", "--out", "out"],
        ["gradcam", DEMO_MODEL, DEMO_PHOTO, "--out", "out"],
        ["check", DEMO_MODEL],
        ["doctor", DEMO_MODEL, DEMO_PHOTO],
    ],
    ids=lambda words: words[0],
)
def test_every_line_of_a_command_is_translated(told, names, arguments):
    code, printed = told(*arguments)
    assert code == 0
    assert left(printed, [*names, *written(printed)]) == []


def test_the_channels_of_a_layer_are_translated(told, names):
    words = ["activations", DEMO_MODEL, DEMO_PHOTO]
    words += ["--layer", "block6.relu", "--out", "out"]
    code, printed = told(*words, "--top", "2")
    assert code == 0
    assert lettered("strongest") in printed
    assert left(printed, [*names, *written(printed)]) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["occlude", DEMO_MODEL, DEMO_PHOTO, "--box", "0,0,9,9", "--target", "zzz"], 1),
        (["predict", DEMO_MODEL, "zzz.jpg", DEMO_PHOTO], 1),
        (["info", "zzz.onnx"], 1),
        (["zzz"], 2),
        (["finetune", DEMO_MODEL, "zzz", "--out", "zzz.onnx", "--epochs", "0"], 1),
        (["finetune", DEMO_MODEL, "zzz", "--out", "zzz.onnx", "--lr", "-1"], 1),
    ],
)
def test_what_fails_is_told_in_the_language(told, names, arguments, code):
    assert told(*arguments)[0] == code
    assert (
        left(
            told(*arguments)[1], [*names, *main.COMMANDS, "zzz.onnx", "zzz.jpg", "zzz"]
        )
        == []
    )


def test_kinds_of_suspects_are_told_in_the_language(told, tmp_path):
    for name in ("pizza", "sushi"):
        shutil.copytree(OTHER.parents[1] / name, tmp_path / "meals" / name)
    shutil.copy(OTHER, tmp_path / "meals" / "pizza" / "other.jpg")
    code, printed = told("rank", DEMO_MODEL, "meals", "--own-scores")
    assert code == 0
    assert f"{foreign('wrong label')}: " in printed
    assert left(printed) == []


def test_numbered_classes_are_translated(told, tmp_path):
    model = one_pixel(tmp_path / "model.onnx", (24, 32), (6, 8))
    _, printed = told("predict", model, DEMO_PHOTO)
    assert lettered("class 0") in printed
    assert left(printed, [DEMO_PHOTO]) == []
    code, printed = told("occlude", model, DEMO_PHOTO, "--target", "class 1", *BOX)
    assert code == 0  # typed as in English and in JSON
    assert left(printed) == []


def test_how_far_a_map_is_is_translated(told, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    words = ["occlude", DEMO_MODEL, DEMO_PHOTO, "--stride", "200", "--out", "out"]
    _, printed = told(*words)
    assert f"4 {lettered('of')} 4" in printed
