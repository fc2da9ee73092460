"""What the program remembers from one start to the next.

Each value is kept as JSON in one ini file. Whatever cannot be read, or lies outside
its range, is the default again: a damaged file never keeps the window from opening.
"""

import base64
import binascii
import json
import math
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, Self, cast, get_args

from PySide6.QtCore import QSettings

from gui.language import AUTOMATIC, LANGUAGES
from inference.network.sessions import ProviderChoice
from inference.pictures.colormaps import COLOR_MAPS

ThemeName = Literal["system", "light", "dark"]
PanelKind = Literal["look", "study", "work"]

MOST_RECENT = 10  # files kept in each list
_Reader = Callable[[Any], Any]  # raises ValueError or TypeError for garbage


def _word(*known: str) -> _Reader:
    def read(value: Any) -> str:
        if value not in known:
            raise ValueError
        return str(value)

    return read


def _share(low: float, high: float) -> _Reader:
    def read(value: Any) -> float:
        number = float(value)
        if not math.isfinite(number):
            raise ValueError
        return min(max(number, low), high)

    return read


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _side(value: Any) -> int:
    if value not in PICTURE_SIDES or isinstance(value, bool):
        raise ValueError
    return int(value)


def _paths(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(item) for item in value[:MOST_RECENT])


def _blob(value: Any) -> bytes:
    return base64.b64decode(_text(value), validate=True)


PICTURE_SIDES = (0, 512, 1024, 2048, 4096)  # px, longer side; 0: the photo's own


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers.

    Attributes:
        theme: Which theme the user wants.
        language: "automatic" or a key of `LANGUAGES`.
        recent_photos: Paths, newest first.
        recent_models: Paths, newest first.
        look_share: Width of the panel as a share of the window, for each kind of tab.
        color_map: A name of `COLOR_MAPS`, or "automatic".
        opacity: Of the map, 0..1.
        is_even: One opacity everywhere instead of one that follows the value.
        is_raw: Draw the grid of a map as blocks instead of enlarging it smoothly.
        shows_strip: Whether the photo strip is open.
        shows_first_steps: Whether the card for the first start is still wanted.
        photo_folder: Where the last photo was opened; so for the other folders.
        picture_side: Longer side of saved pictures [px]; 0 for the photo's own size.
        is_srgb: Whether the colours of photos are converted to sRGB.
        provider: Where models are to run.
        unfinished_export: The folder of an export that was not seen to end; "" mostly.
        last_model: The file that was looked at last; so for `last_photo`.
        window_geometry: As `QWidget.saveGeometry` gives it.
    """

    theme: ThemeName = "system"
    language: str = AUTOMATIC
    recent_photos: tuple[str, ...] = ()
    recent_models: tuple[str, ...] = ()
    look_share: float = 1 / 3
    study_share: float = 0.43
    work_share: float = 0.605
    color_map: str = AUTOMATIC
    opacity: float = 0.75
    is_even: bool = False
    is_raw: bool = False
    shows_strip: bool = False
    shows_first_steps: bool = True
    photo_folder: str = ""
    model_folder: str = ""
    dataset_folder: str = ""
    export_folder: str = ""
    picture_side: int = 0
    is_srgb: bool = False
    provider: ProviderChoice = "auto"
    unfinished_export: str = ""
    last_model: str = ""
    last_photo: str = ""
    window_geometry: bytes = b""

    def share(self, kind: PanelKind) -> float:
        """The share of the window that panels of this kind take."""
        return cast("float", getattr(self, f"{kind}_share"))

    def with_share(self, kind: PanelKind, share: float) -> Self:
        """Remembers how wide panels of this kind are."""
        changes: dict[str, Any] = {f"{kind}_share": share}
        return replace(self, **changes)

    def with_recent_photo(self, path: str) -> Self:
        """Puts a photo first in the list of recent ones."""
        return replace(self, recent_photos=_first(path, self.recent_photos))

    def with_recent_model(self, path: str) -> Self:
        """Puts a model first in the list of recent ones."""
        return replace(self, recent_models=_first(path, self.recent_models))


_READERS: dict[str, _Reader] = {
    "theme": _word(*get_args(ThemeName)),
    "language": _word(AUTOMATIC, *LANGUAGES),
    "recent_photos": _paths,
    "recent_models": _paths,
    "look_share": _share(0.2, 0.8),
    "study_share": _share(0.2, 0.8),
    "work_share": _share(0.2, 0.8),
    "color_map": _word(AUTOMATIC, *COLOR_MAPS),
    "opacity": _share(0.0, 1.0),
    "is_even": _flag,
    "is_raw": _flag,
    "shows_strip": _flag,
    "shows_first_steps": _flag,
    "photo_folder": _text,
    "model_folder": _text,
    "dataset_folder": _text,
    "export_folder": _text,
    "picture_side": _side,
    "is_srgb": _flag,
    "provider": _word(*get_args(ProviderChoice)),
    "unfinished_export": _text,
    "last_model": _text,
    "last_photo": _text,
    "window_geometry": _blob,
}


def _first(path: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return (path, *(other for other in others if other != path))[:MOST_RECENT]


def settings_file() -> QSettings:
    """Opens the ini file; the log lies beside it."""
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "NetGaze", "NetGaze"
    )


def load() -> Settings:
    """Reads what is remembered; garbage counts as never written."""
    file = settings_file()
    read: dict[str, Any] = {}
    for each in fields(Settings):
        if not file.contains(each.name):
            continue
        try:
            value = json.loads(str(file.value(each.name)))
            read[each.name] = _READERS[each.name](value)
        except (ValueError, TypeError, OverflowError, RecursionError, binascii.Error):
            continue
    return Settings(**read)


def save(settings: Settings) -> None:
    """Writes everything; a file that cannot be written is not worth a message."""
    file = settings_file()
    for each in fields(Settings):
        value = getattr(settings, each.name)
        if isinstance(value, bytes):
            value = base64.b64encode(value).decode("ascii")
        file.setValue(each.name, json.dumps(value))
    file.sync()
