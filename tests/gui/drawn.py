"""What a widget really writes, and where: read from a picture of it in SVG."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Words:
    """Words as they were written.

    Attributes:
        text: The words.
        box: Where their ink lies in the widget, in px.
    """

    text: str
    box: QRectF


def words_of(widget: QWidget) -> list[Words]:
    """Lists what a widget itself writes, without its children."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = QSvgGenerator()
    picture.setOutputDevice(buffer)
    picture.setResolution(72)
    picture.setSize(widget.size())
    painter = QPainter(picture)
    flags = QWidget.RenderFlag.DrawWindowBackground
    QWidget.render(widget, painter, QPoint(), QRegion(), flags)
    painter.end()
    root = ET.fromstring(bytes(buffer.data().data()))
    found = []
    for group in root.iter(f"{_SVG}g"):
        for node in group.findall(f"{_SVG}text"):
            words = _words(node, _transform(group.get("transform", "")))
            if words.text:
                found.append(words)
    return found


def _transform(text: str) -> QTransform:
    if not text.startswith("matrix("):
        return QTransform()
    return QTransform(*map(float, text[7:-1].split(",")))


def _words(node: ET.Element, where: QTransform) -> Words:
    face = QFont(node.get("font-family", "").strip("'"))
    face.setPixelSize(round(float(node.get("font-size", "13"))))
    face.setWeight(QFont.Weight(int(node.get("font-weight", "400"))))
    face.setFeature(QFont.Tag("tnum"), 1)
    text = (node.text or "").strip()
    metrics = QFontMetricsF(face)
    left, line = float(node.get("x", "0")), float(node.get("y", "0"))
    ink = metrics.tightBoundingRect(text).translated(left, line)
    return Words(text, where.mapRect(ink))
