"""Pictures that a pane keeps: the photo at several sizes, and where it lies."""

from dataclasses import dataclass, field

from PySide6.QtGui import QImage, QPixmap

from gui.photo.map_picture import halved


@dataclass(slots=True)
class Layers:
    """Pictures made from the records, in the order of drawing."""

    photos: list[QImage] = field(default_factory=list)  # each half of the one before
    ground: QPixmap | None = None  # mat and photo in device pixels, where they lie

    def reduced(self, scale: float) -> QImage:
        """The photo, halved as long as a smooth drawing would skip its pixels."""
        level = 0
        while scale < 0.5:
            scale, level = 2 * scale, level + 1
            if level == len(self.photos):
                self.photos.append(halved(self.photos[-1]))
        return self.photos[level]
