"""Texts to read beside the work: how to read a map, the keys, what is new."""

from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, QUrl, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser, QVBoxLayout, QWidget

from gui.frame import about, diagnostics
from gui.jobs import Lanes
from gui.theme import color
from gui.widgets.words import translate
from inference.bundled import RESOURCES
from inference.jobs import once

HOW_TO_READ = "maps"
PAGES = {
    HOW_TO_READ: RESOURCES / "help" / "maps.md",
    "keys": RESOURCES / "help" / "keys.md",
    "news": RESOURCES / "CHANGELOG.md",
}


def page_titles() -> dict[str, str]:
    """Returns what each of `PAGES` is called."""
    return {
        HOW_TO_READ: translate("Help", "How to read this map"),
        "keys": translate("Help", "Keys"),
        "news": translate("Help", "What's new"),
    }


class HelpWindow(QWidget):
    """Shows one page at a time, in a window of its own."""

    def __init__(self, parent: QWidget, lanes: Lanes) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self._lane = lanes.create(self.tr("Help"), is_quiet=True)
        self._reading = lanes.create(self.tr("Licence"), is_quiet=True)
        self.resize(560, 640)
        self._words = ""
        self._browser = QTextBrowser()
        self._browser.setOpenLinks(False)
        self._browser.anchorClicked.connect(self._follow)
        self._browser.setObjectName("help")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._plain = QPlainTextEdit(readOnly=True)  # lays out what is seen of a text
        self._plain.setAccessibleName(self.tr("Licence"))
        self._plain.document().setDocumentMargin(20)
        self._plain.hide()
        layout.addWidget(self._browser)
        layout.addWidget(self._plain)
        self._lane.succeeded.connect(self._show)
        self._reading.succeeded.connect(self._show_plain)

    def open_page(self, name: str) -> None:
        """Shows a page of `PAGES`."""
        self.setWindowTitle(f"NetGaze: {page_titles()[name]}")
        self._lane.start(once(_text, PAGES[name], QLocale().name()))
        self._come_forward()

    def open_diagnostics(self) -> None:
        """Shows what this machine can compute with."""
        self.setWindowTitle(f"NetGaze: {diagnostics.title()}")
        self._show(self.tr("Trying what this machine can compute with…"))
        self._lane.start(once(diagnostics.diagnostics_page))
        self._come_forward()

    def open_about(self) -> None:
        """Shows the version, where things are kept, and licences."""
        self.setWindowTitle(f"NetGaze: {about.about_title()}")
        self._lane.start(once(about.about_page))
        self._come_forward()

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        """Shows a licence here, and any other page where such pages are read."""
        if link.toString().startswith(about.LINK):
            number = int(link.toString().removeprefix(about.LINK))
            self._reading.start(once(about.licence, number))
        else:
            QDesktopServices.openUrl(link)

    def _come_forward(self) -> None:
        self.show()
        self.raise_()
        self._come_into_sight()

    def _come_into_sight(self) -> None:
        """Stands over its window, and wholly on the screen."""
        parent, screen = self.parentWidget(), self.screen()
        if parent is None or screen is None:
            return
        room = screen.availableGeometry()
        frame = self.frameGeometry()
        self.resize(self.size().boundedTo(room.size() - (frame.size() - self.size())))
        frame = self.frameGeometry()
        frame.moveCenter(parent.frameGeometry().center())
        left = max(min(frame.left(), room.right() - frame.width() + 1), room.left())
        top = max(min(frame.top(), room.bottom() - frame.height() + 1), room.top())
        self.move(left, top)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: the colours of links and lines are kept in the page itself."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._words:
            bar = self._browser.verticalScrollBar()
            place = bar.value()
            self._show(self._words)
            bar.setValue(place)

    @Slot(object)
    def _show_plain(self, text: str) -> None:
        """Shows a long text as it is written."""
        self._plain.setPlainText(text)
        self._browser.hide()
        self._plain.show()

    @Slot(object)
    def _show(self, words: str) -> None:
        """Shows a page with some air: Markdown comes without distances."""
        self._words = words
        self._plain.hide()
        self._browser.show()
        document = self._browser.document()
        self._browser.setMarkdown(words)
        document.setDocumentMargin(20)
        air = QTextBlockFormat()
        air.setBottomMargin(8)
        cursor = QTextCursor(document)
        while True:
            cursor.mergeBlockFormat(air)
            if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
                break
        _calm_tables(document)


def _calm_tables(document: QTextDocument) -> None:
    """Draws the lines of tables as thin and pale as those of the window."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            form = frame.format()
            form.setBorderCollapse(True)
            form.setBorder(1)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderBrush(color("line"))
            form.setCellPadding(6)
            frame.setFormat(form)


def _text(path: Path, language: str) -> str:
    """Reads a page in a language ("zh_CN"), in English where it is not translated."""
    short = language.partition("_")[0]
    others = (path.with_suffix(f".{each}.md") for each in (language, short))
    path = next(filter(Path.is_file, others), path)
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        words = translate("Help", "The page {name} is missing from this installation.")
        return words.format(name=path.name)
