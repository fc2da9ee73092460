"""What grows with the number of nodes is not done where the window is drawn.

A network may have 20,000 of them: to list or to free as many takes a tenth of a second.
"""

import threading
from itertools import pairwise

import pytest

from gui.widgets import pickers
from inference.network.graph import Graph
from tests.gui.driving import drive
from tests.models import node, save

pytestmark = pytest.mark.gui


def no_classifier(path):
    """A chain of nodes that gives a picture back."""
    names = ["x", *(f"n{place}" for place in range(20)), "y"]
    chain = [node("Relu", a, b) for a, b in pairwise(names)]
    picture = ("float32", [1, 3, 8, 8])
    return save(path, chain, {"x": picture}, {"y": picture})


@pytest.fixture
def threads(monkeypatch):
    """The threads in which graphs were freed, and those in which layers were listed."""
    freed, listed, facts = [], [], pickers.facts

    def free(_graph):
        freed.append(threading.current_thread())

    def seen(*words):
        listed.append(threading.current_thread())
        return facts(*words)

    monkeypatch.setattr(Graph, "__del__", free, raising=False)
    monkeypatch.setattr(pickers, "facts", seen)
    return freed, listed


def test_lists_of_layers_are_made_and_graphs_are_freed_in_lanes(
    monkeypatch, qapp, tmp_path, threads
):
    refused, here = no_classifier(tmp_path / "chain.onnx"), threading.main_thread()
    freed, listed = threads

    def script(user):
        user.wait_opened()
        for word in ("activations", "finetune"):
            user.window.tabs.show_word(word)
            user.wait_idle()
        assert listed
        assert here not in listed
        freed.clear()
        user.drop(refused)
        user.wait(lambda: "Model" in user.window.messages.sources, "a refusal")
        assert freed
        assert here not in freed

    assert drive(monkeypatch, [], script) == 0
