"""The row that runs a method which takes its time, or says how far it has come."""

from gui.errors import said
from gui.panels.gradcam.costs import Costs
from gui.panels.gradcam.lens import GradCamLens, engine_of
from gui.panels.gradcam.maps import AT_ONCE, method_of
from gui.session import Session
from gui.state import Phase
from gui.widgets.running import Next, RunRow
from gui.widgets.words import translate
from inference.jobs import Progress
from inference.methods import METHODS


def show_run(row: RunRow, session: Session, lens: GradCamLens, costs: Costs) -> None:
    """Offers Run to methods that take their time, and Stop while one runs.

    Args:
        row: That offers it.
        session: What is looked at.
        lens: That asks.
        costs: How long it takes.
    """
    wish, work = lens.wish, lens.work
    row.setVisible(wish.method not in AT_ONCE)
    if lens.state.phase is Phase.ASKING:
        progress = Progress(work.done, work.total, None) if work else None
        row.show_progress(progress, work.elapsed if work else 0, 0)
        return
    is_known = lens.state.phase is Phase.COMPLETE
    is_ready = not wish.needs_gradients or engine_of(session) is not None
    words = translate("GradCamPanel", "once the gradients are there")
    is_possible = is_ready and session.subject.prepared is not None
    wanted: Next = "again" if is_known else "run"
    row.show_ready()
    row.offer(wanted, costs.asked if is_ready else words, is_possible=is_possible)


def left_words(lens: GradCamLens) -> str:
    """Says that the map of another method stays until Run; "" where none does."""
    answer = lens.answer
    if answer is None or lens.state.phase is not Phase.WAITING:
        return ""
    made = method_of(answer.first)
    words = translate(
        "GradCamPanel", "The photo still shows the map of {method}. Run draws this."
    )
    return (
        ""
        if made == lens.wish.method
        else words.format(method=said(METHODS[made].title))
    )
