"""Where NetGaze keeps what it wants to find again at the next start."""

import os
import sys
from pathlib import Path


def user_folder() -> Path:
    """Returns the folder of this user for what NetGaze keeps between runs."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local")
    elif sys.platform == "darwin":
        base = home / "Library/Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return base / "NetGaze"
