"""What is in the bundle, and what is left out because nothing of it is ever used."""

from fnmatch import fnmatch
from pathlib import Path, PurePath

METADATA = ("torch", "numpy", "onnx", "onnxruntime", "pillow", "PySide6-Essentials")
"""Packages whose versions are told. That of torch says for which CUDA it was built."""

SUPERFLUOUS = [
    *("tkinter", "matplotlib", "scipy", "sklearn", "pandas", "IPython", "pytest"),
    *("setuptools", "pip", "tensorboard", "onnxscript", "captum", "resources"),
    *("pyqtgraph.examples", "pyqtgraph.opengl", "onnx.backend.test"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtPdf", "PySide6.QtDesigner"),
    "PySide6.QtNetwork",
]
"""Modules. Not `torch.testing`, `distributed`, `_export` and `ao`: `import torch` needs
them."""

_LEFT_OUT = (
    "torch/test/*",  # 83 MB of programs that test its C++
    "torch/bin/*",
    "torch/include/*",
    "torch/share/*",
    "torch/lib/*.a",
    "torch/lib/lib*_test.so",
    "torch/lib/libtorchbind_test.so",
    "torch/lib/libbackend_with_compiler.so",
    "torch/lib/libaoti_custom_ops.so",
    "torchgen/*",
    "onnx/backend/*",
    "onnx/*.h",
    "onnx/*.cc",
    "pyqtgraph/examples/*",
    "PySide6/QtNetwork*",
    "PySide6/Qt/qml/*",
    "PySide6/Qt/translations/*",
    "PySide6/Qt/lib/libQt6Network*",
    "PySide6/Qt/lib/libQt6Qml*",
    "PySide6/Qt/lib/libQt6Quick*",
    "PySide6/Qt/lib/libQt6Pdf*",
    "PySide6/Qt/lib/libQt6Egl*",
    "PySide6/Qt/plugins/egldeviceintegrations/*",
    "PySide6/Qt/plugins/generic/*",
    "PySide6/Qt/plugins/networkinformation/*",
    "PySide6/Qt/plugins/platforms/libqeglfs*",
    "PySide6/Qt/plugins/platforms/libqlinuxfb*",
    "PySide6/Qt/plugins/platforms/libqminimal*",
    "PySide6/Qt/plugins/platforms/libqvkkhrdisplay*",
    "PySide6/Qt/plugins/platforms/libqvnc*",
    "PySide6/Qt/plugins/qmltooling/*",
    "PySide6/Qt/plugins/sqldrivers/*",
    "PySide6/Qt/plugins/tls/*",
    "libQt6Network*",  # links to what lies in PySide6/Qt/lib
    "libQt6Egl*",
    "*/tests/*",
)
_KEPT = ("torch/bin/torch_shm_manager*",)  # torch does not load without it
_OF_SYSTEM = (  # what Python and Qt's plugin for X11 need, and not every desktop has
    *("libssl.*", "libcrypto.*", "libffi.*", "libsqlite3.*", "libbz2.*", "libpython*"),
    *("libxcb-*", "libxkbcommon*"),
)
_NOT_SHIPPED = {"bundle", "screenshots", "readme", "__pycache__"}  # of the resources


def is_shipped(file: str, source: str = "") -> bool:
    """Whether a file is in the bundle.

    Of a Linux that it is built on, it has no more than it must: a library of another
    system's desktop, in place of its own one, is a reason not to start.

    Args:
        file: Its path in the bundle.
        source: Where it comes from.
    """
    name = PurePath(file).as_posix()
    if any(fnmatch(name, each) for each in _KEPT):
        return True
    if source.startswith(("/lib", "/usr/lib")) and "/" not in name:
        return any(fnmatch(name, each) for each in _OF_SYSTEM)
    return not any(fnmatch(name, each) for each in _LEFT_OUT)


def resources(root: Path) -> list[tuple[str, str]]:
    """Returns the files that come with NetGaze, and the folders they go to."""
    files = (file for file in (root / "resources").rglob("*") if file.is_file())
    return [
        (str(file), file.parent.relative_to(root).as_posix())
        for file in sorted(files)
        if file.suffix not in (".py", ".ts")
        and not _NOT_SHIPPED & set(file.relative_to(root).parts)
    ] + [(str(root / "LICENSE"), "resources")]
