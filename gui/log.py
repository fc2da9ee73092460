"""The log: one file beside the settings, which is begun anew when it is full."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from gui.settings import settings_file

LOG_BYTES = 500_000


def start_log() -> None:
    """Logs into a file beside the settings; where that fails, to stderr."""
    path = Path(settings_file().fileName()).with_name("netgaze.log")
    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, handlers=[handler])


def log_file() -> Path | None:
    """Returns the file that is logged into; None where it is not."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, RotatingFileHandler):
            return Path(handler.baseFilename)
    return None
