"""Draws the icon of the program in all its forms: `python -m resources.app.make`.

`netgaze.svg` is drawn by hand. From it come `netgaze.png` for windows and Linux,
`netgaze.ico` for Windows and `netgaze.icns` for macOS.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
DRAWN = HERE / "netgaze.svg"
SIDES = (16, 24, 32, 48, 64, 128, 256)  # px, in the icon of Windows
SHOWN, LARGEST = 256, 512  # px, of the PNG and of the icon of macOS


def main() -> None:
    """Writes the files beside the drawing."""
    drawn(SHOWN).save(HERE / "netgaze.png", optimize=True)
    pictures = [drawn(side) for side in SIDES]
    pictures[-1].save(
        HERE / "netgaze.ico", sizes=[(s, s) for s in SIDES], append_images=pictures
    )
    drawn(LARGEST).save(HERE / "netgaze.icns")


def drawn(side: int) -> Image.Image:
    """Returns the icon as a square picture, its side in px."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWN)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(BytesIO(buffer.data().data()))


if __name__ == "__main__":
    main()
