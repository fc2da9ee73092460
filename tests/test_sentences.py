"""Every sentence of `inference` can be translated; what cannot be is found."""

import pytest

from tests import printed_words, window_sentences
from tests.sentences import ROOT, faults


def found(folder, code):
    (folder / "room.py").write_text(
        f"class OwnError(SpecError): ...\n{code}\n", "utf-8"
    )
    return [line.partition(": ")[2] for line in faults(folder)]


def test_every_sentence_of_inference_can_be_translated():
    assert faults(ROOT / "inference") == []


@pytest.mark.parametrize(
    "code",
    [
        'raise SpecError("Choose a smaller one.")',
        'raise SpecError("A mask of {mask} is too large.", mask=size)',
        'raise OwnError("{n} photos", one="{n} photo", n=len(photos)) from error',
        'Sentence("Cannot open {file!r}: {why:.1e}.", file=path.name, why=why)',
        'Sentence("of {name}", name=f"{domain}.{name}" if domain else names["of"])',
        'raise ValueError(f"{x} is ours")',
        'class Plain(Base):\n    def __init__(self): super().__init__(f"{self}")',
    ],
)
def test_a_template_with_its_arguments_is_right(tmp_path, code):
    assert found(tmp_path, code) == []


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ('raise SpecError(f"{x} is wrong")', "no literal template"),
        ('raise OwnError("one " + "two")', "no literal template"),
        ('raise SpecError("{} is wrong".format(x))', "no literal template"),
        ('Sentence("x".replace("x", "y"))', "no literal template"),
        ('Sentence("{x}", **values)', "no literal template"),
        ('Sentence("{x} of {y}", x=1)', "arguments ['x'] for the fields ['x', 'y']"),
        ('Sentence("{x}", x=1, y=2)', "arguments ['x', 'y'] for the fields ['x']"),
        ('Sentence("{x}s", one="{x}", x=1)', "a singular without a count n"),
        (
            'Sentence("it is {what}", what="a file" if is_file else name)',
            "English words in the argument what",
        ),
        (
            'Sentence("it is {what}", what=f"a file of {size}")',
            "English words in the argument what",
        ),
        (
            "class TakenError(OwnError):\n"
            '    def __init__(self, x): super().__init__(f"{x} is taken")',
            "no literal template",
        ),
    ],
)
def test_what_cannot_be_translated_is_found(tmp_path, code, fault):
    assert found(tmp_path, code) == [fault]


def test_no_word_of_the_command_line_stays_english():
    assert printed_words.faults(*printed_words.SOURCES) == []


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ('yield f"layer       {name}"', "words put together: 'layer       …'"),
        ('words = "before " + after', "words put together: 'before '"),
        ('words = "%s before" % after', "words put together: '%s before'"),
        ('_MODE = {True: "yes: it is", False: no}', "no sentence: 'yes: it is'"),
        ('print("interrupted", file=sys.stderr)', "no sentence: 'interrupted'"),
        ('answer([head, "total"], translate)', "no sentence: 'total'"),
        ('sys.stderr.write(f"{x}done")', "no sentence: '…done'"),
        ('parser.add_argument("--json", help="device")', "no sentence: 'device'"),
    ],
)
def test_words_of_the_command_line_that_stay_english_are_found(tmp_path, code, fault):
    (tmp_path / "cli").mkdir()
    (tmp_path / "cli" / "room.py").write_text(code, "utf-8")
    found = [line.partition(": ")[2] for line in printed_words.faults(tmp_path)]
    assert found == [fault]


def test_sentences_of_the_command_line_are_right(tmp_path):
    code = (
        '"""A room of the command line."""\n'
        'parser.add_argument("--box", metavar="TOP,LEFT", help=say("cover this box"))\n'
        'answer([Sentence("{n} nodes", n=len(rows)), f"{path}"], translate)\n'
        'raise SpecError("There is no class {name}.", name=name)\n'
        'record = {"multiply_adds": table.multiply_adds}\n'
    )
    (tmp_path / "cli").mkdir()
    (tmp_path / "cli" / "room.py").write_text(code, "utf-8")
    assert printed_words.faults(tmp_path) == []


def test_every_sentence_of_the_window_can_be_translated():
    assert window_sentences.faults() == []


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ('label.setText("Open a photo")', "not translated: 'Open a photo'"),
        ('label.setText(f"{x} of them")', "not translated: ' of them'"),
        ('self.tr(f"{x} of them")', "no literal in tr()"),
        ('self.tr("Open " + what)', "no literal in tr()"),
        ('counted("{n} photos", word, n)', "no literal in counted()"),
        ('self.tr("Open it").replace("it", x)', "a sentence made by .replace"),
        ('chosen = button.text() == self.tr("Stop")', "a choice by what is shown"),
    ],
)
def test_words_of_the_window_that_stay_english_are_found(tmp_path, code, fault):
    (tmp_path / "room.py").write_text(code, "utf-8")
    found = [line.partition(": ")[2] for line in window_sentences.faults(tmp_path)]
    assert found == [fault]


def test_words_that_pass_a_translation_are_right(tmp_path):
    code = (
        '"""A room of the window."""\n'
        'self.tr("{name} of {n} photos").format(name=name, n=n)\n'
        'translate("Room", "Open a photo")\n'
        'counted("{n} photos", "{n} photo", n)\n'
        'raise ImageError("There is no {name}.", name=name)\n'
        'log.info("Opened a photo")\n'
    )
    (tmp_path / "room.py").write_text(code, "utf-8")
    assert window_sentences.faults(tmp_path) == []
