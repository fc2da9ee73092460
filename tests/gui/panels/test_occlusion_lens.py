"""The lens Occlusion answers without its tab."""

import pytest

from gui.answers import Answers
from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.opened import Request
from gui.panels.occlusion.lens import Occlusion
from gui.session import Session
from gui.state import Phase
from inference.bundled import DEMO_PHOTO
from inference.geometry import Size
from inference.occlusion import default_spec
from tests.models import one_pixel

pytestmark = pytest.mark.gui


@pytest.fixture
def house(qtbot):
    lanes = Lanes()
    session = Session(lanes)
    lens = Occlusion(session, lanes, Answers())
    yield session, lens, Lenses(session, [lens])
    lanes.close()


def test_it_is_run_for_any_input_before_its_tab_was_visited(house, qtbot, tmp_path):
    session, lens, lenses = house
    for size in (Size(24, 32), Size(2, 3)):
        model = one_pixel(tmp_path / f"{size}.onnx", size, (1, 1))
        with qtbot.waitSignal(session.subject_changed, timeout=20000):
            session.open(Request(model, DEMO_PHOTO))
        assert (lens.answer, lens.state.phase) == (None, Phase.WAITING)
        lens.run()
        qtbot.waitUntil(lambda: lens.state.phase is Phase.COMPLETE, timeout=20000)
        assert lens.answer.spec == default_spec(size)
        assert lens.reading is None  # nobody looks at it
        lenses.follow("occlusion")
        qtbot.waitUntil(lambda: bool(session.shown.overlays), timeout=20000)
        assert session.shown.overlays[0].heatmap is lens.reading.heatmap
        lenses.follow("")
