"""Where networks run: said in the status bar, chosen in the menu, remembered."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from gui.errors import said
from gui.frame.choices import add_choices
from gui.frame.status import StatusBar
from gui.memory import Memory
from gui.session import Session
from gui.widgets.words import translate
from inference.classifier import Classifier
from inference.errors import Sentence
from inference.network.cuda import why_no_cuda
from inference.network.sessions import ProviderChoice


class Device(QObject):
    """Keeps true what the status bar says of where the network runs."""

    def __init__(self, session: Session, status: StatusBar) -> None:
        super().__init__(status)
        self._session, self._status = session, status
        session.subject_changed.connect(self._show)
        session.lanes.told.connect(self._show)  # it may have left its card

    @Slot(object)
    def _show(self, _news: object = None) -> None:
        classifier = self._session.subject.classifier
        if classifier is None:
            return
        tip = self.tr("The network runs on {device}.")
        reason = _why_there(classifier)
        if reason:
            tip = self.tr("The network runs on {device}: {reason}.")
        tip = tip.format(device=classifier.device, reason=said(reason))
        self._status.set_device(classifier.device, tip)


def add_devices(model: QMenu, session: Session, memory: Memory) -> None:
    """Offers where networks are to run."""
    devices = model.addMenu(translate("Menus", "Device"))
    add_choices(
        devices, _choices(), session.provider, partial(_run_on, session, memory)
    )


def _run_on(session: Session, memory: Memory, provider: ProviderChoice) -> None:
    if provider != session.provider:
        memory.change(provider=provider)
        session.provider = provider
        session.reopen()


def _choices() -> dict[ProviderChoice, tuple[str, str]]:
    """Returns what each choice says, and its sentence."""
    return {
        "auto": (
            translate("Menus", "Automatic"),
            translate(
                "Menus",
                "Runs networks on an NVIDIA graphics card where that works, else on "
                "the processor (default).",
            ),
        ),
        "cpu": (
            translate("Menus", "CPU"),
            translate("Menus", "Runs networks on the processor alone."),
        ),
        "cuda": (
            translate("Menus", "CUDA"),
            translate(
                "Menus",
                "Runs networks on an NVIDIA graphics card, and says so where that "
                "does not work.",
            ),
        ),
        "cuda-tf32": (
            translate("Menus", "CUDA, many inputs in TF32"),
            translate(
                "Menus",
                "Computes maps of covered places with 10 bits of each number: faster. "
                "How far they are off is measured and said.",
            ),
        ),
        "cuda-float16": (
            translate("Menus", "CUDA, many inputs in float16"),
            translate(
                "Menus",
                "Computes maps of covered places in float16: faster still, in half "
                "the memory. How far they are off is measured and said.",
            ),
        ),
    }


def _why_there(classifier: Classifier) -> Sentence | str:
    """Returns why a network runs on the processor; "" where it does not."""
    if classifier.device == "CUDA":
        return ""
    if classifier.provider == "cpu":
        return Sentence("so it was chosen")
    return why_no_cuda()
