"""Starts NetGaze: the command line if a command is given, else the window."""

import sys

import inference  # noqa: F401 - first: it keeps ONNX Runtime offline

COMMANDS = ("info", "predict", "occlude", "check", "gradcam", "activations")


def main() -> int:
    """Runs what the arguments ask for and returns the exit code."""
    arguments = sys.argv[1:]
    if sys.platform == "win32":
        # Their libraries fail to load there once Qt's are in the process.
        import onnxruntime  # noqa: F401
        import torch  # noqa: F401
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from inference.cli import run

        return run(arguments)
    from gui.app import run as run_window

    return run_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
