"""Starts NetGaze: the command line if a command is given, else the window."""

import sys

COMMANDS = ("info", "predict", "occlude", "activations")


def main() -> int:
    """Runs what the arguments ask for and returns the exit code."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help")):
        from inference.cli import run

        return run(arguments)
    from gui.app import run as run_window

    return run_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
