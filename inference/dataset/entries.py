"""What a score book says of photos, and of the model that scored them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORMAT = 1
BLANK = 2.0  # spread of grey values, below which there is nothing to see


@dataclass(frozen=True, slots=True)
class BookKey:
    """What numbers of a book depend on.

    Attributes:
        model: sha256 of the file and of its data files.
        feeding: How photos are fed, for JSON.
        classes: K.
        features: F.
    """

    model: str
    feeding: Mapping[str, Any]
    classes: int
    features: int

    @property
    def meta(self) -> dict[str, str]:
        """As it is written down."""
        return {
            "format": str(FORMAT),
            "model": self.model,
            "feeding": json.dumps(self.feeding, sort_keys=True),
            "classes": str(self.classes),
            "features": str(self.features),
        }


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells whether a photo is still the one that was scored.

    Attributes:
        size: Of the file [bytes]; -1 where there is none.
        modified: When it was written [ns]; None where the size alone tells.
    """

    size: int
    modified: int | None

    @classmethod
    def of(cls, path: Path) -> "Stamp":
        """Looks at a file."""
        try:
            found = path.stat()
        except OSError:
            return cls(-1, 0)
        return cls(found.st_size, found.st_mtime_ns)

    def is_of(self, path: Path) -> bool:
        """Whether a file is still as it was."""
        now = Stamp.of(path)
        is_alike = self.modified is None or self.modified == now.modified
        return is_alike and self.size == now.size


@dataclass(frozen=True, slots=True)
class Looks:
    """What is told of a photo without a network.

    Attributes:
        sha256: Of the file.
        hash: Shared by photos that look alike: whether each of 8 x 8 places is brighter
            than its right neighbour, 64 bits in hexadecimal.
        height: Of the photo [px].
        width: Likewise.
        spread: Standard deviation of its grey values [0 to 255].
    """

    sha256: str = ""
    hash: str = ""
    height: int = 0
    width: int = 0
    spread: float = 0.0

    def is_like(self, other: "Looks") -> bool:
        """Whether two photos are the same to the eye; a blank one is like no other."""
        if self.sha256 and self.sha256 == other.sha256:
            return True
        return bool(self.hash) and self.hash == other.hash and not self.is_blank

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see; not so where nobody looked."""
        return bool(self.sha256) and self.spread < BLANK


@dataclass(frozen=True, slots=True)
class Entry:
    """What a book says of a photo.

    Attributes:
        path: From the dataset's folder.
        stamp: Of the file when it was scored.
        row: In the arrays; None where it could not be read.
        reason: Why not; "" otherwise.
    """

    path: str
    stamp: Stamp
    row: int | None = None
    reason: str = ""
