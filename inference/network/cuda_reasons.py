"""From what ONNX Runtime, CUDA and the system's loader write to one clause for people.

What it is like (`preload_dlls` prints, sessions log or raise) is kept, as it was seen,
beside the tests.
"""

import re
from collections.abc import Callable

from inference.errors import Sentence, plain

_LONGEST = 160  # letters of words that nobody wrote for people
_NAMED = 3  # libraries in a sentence
_DRIVERS = {"12": "525", "13": "580"}  # the first driver that runs a CUDA

_MISSING = re.compile(
    r"""(?ix) ([\w.+-]+\.so[.\d]*):\ cannot\ open\ shared\ object
    | Could\ not\ find\ module\ '(?:[^']*[\\/])?([\w.+-]+\.dll)'
    | Error\ loading\ "(?:[^"]*[\\/])?([\w.+-]+\.dll)"
    """
)
_TOO_OLD_LIBC = re.compile(r"version `(GLIBC\w*_[\d.]+)' not found")
_MIXED = re.compile(r"([\w.+-]+\.so[.\d]*)[^\n]*(?:undefined symbol|not defined in)")
_TORCH = re.compile(r"PyTorch (\S+) uses CUDA (\d+)")
_OLD_BUILD = re.compile(r"built with CUDA ([\d.]+), which is not supported")
_FAILURE = re.compile(r"\w+ (?:failure \d+|error): [^;\n]+")
_SAID = re.compile(r"(?:error|fail|warning)\w*:?\s+(.+)", re.IGNORECASE)
_MARKS = re.compile(r"\x1b?\[[\d;]*m")  # colours of a terminal

_Match = re.Match[str]
_KNOWN: tuple[tuple[str, Sentence], ...] = (
    (
        r"failure 209\b|no kernel image is available",
        Sentence("the graphics card is too old for this ONNX Runtime"),
    ),
    (
        r"failure 100\b|no CUDA-capable device",
        Sentence("the NVIDIA driver finds no graphics card"),
    ),
    (
        r"failure 46\b|devices are busy or unavailable",
        Sentence("another program keeps the graphics card for itself"),
    ),
    (
        r"failure 80[34]\b|unsupported display driver",
        Sentence(
            "the parts of the NVIDIA driver are of different versions: restart the "
            "computer, or install the driver again"
        ),
    ),
    (
        r"failure 802\b|system not yet initialized",
        Sentence("the NVIDIA driver has not started yet (its fabric manager)"),
    ),
    (
        r"failure 2\b|out of memory|ALLOC_FAILED|failed to allocate memory",
        Sentence(
            "the graphics card has no memory left: close other programs that use it"
        ),
    ),
    (
        r"API version \[?\d+\]? is not (?:available|supported)",
        Sentence("the CUDA plug-in and ONNX Runtime are of different versions"),
    ),
    (
        r"Visual C\+\+ Redistributable is not installed",
        Sentence("Microsoft's Visual C++ Redistributable is not installed"),
    ),
)


_OF_CARD = re.compile(
    r"\b(?:CUDA|CUBLAS|CUDNN|CUFFT|CURAND)\w* (?:failure|error)|cuDNN"
)
_OF_CONTEXT = re.compile(
    r"\bCUDA (?:failure (?!2\b)\d|error:? (?!\w*MemoryAllocation|out of))"
)


def is_of_card(said: str) -> bool:
    """Whether a pass failed for a graphics card or its libraries, not for the file."""
    return _OF_CARD.search(said) is not None


def is_of_context(said: str) -> bool:
    """Whether all that lies on the card is lost with it, for this process."""
    return _OF_CONTEXT.search(said) is not None


def reason_of(heard: str, built_for: str = "") -> Sentence:
    """Returns why CUDA did not load, as a clause without a full stop.

    Args:
        heard: All that was written while it was tried.
        built_for: The version of CUDA that ONNX Runtime was built for, "13.0".
    """
    heard = _MARKS.sub("", heard)
    major = built_for.partition(".")[0]
    if re.search(r"failure 35\b|driver version is insufficient", heard):
        return _old_driver(major)
    for pattern, sentence in _KNOWN[:-1]:
        if re.search(pattern, heard, re.IGNORECASE):
            return sentence
    for form, said in _TOLD.items():
        match = form.search(heard)
        if match:
            return said(match)
    missing = [next(filter(None, names)) for names in _MISSING.findall(heard)]
    if missing:
        return _missing(list(dict.fromkeys(missing)), major)
    pattern, sentence = _KNOWN[-1]  # it is printed where all else is well, too
    return sentence if re.search(pattern, heard) else _in_its_words(heard)


_TOLD: dict[re.Pattern[str], Callable[[_Match], Sentence]] = {
    _TORCH: lambda match: Sentence(
        "torch {version} brings CUDA {major}, and ONNX Runtime needs another",
        version=match[1],
        major=match[2],
    ),
    _OLD_BUILD: lambda match: Sentence(
        "ONNX Runtime was built for CUDA {version}, which is too old", version=match[1]
    ),
    _TOO_OLD_LIBC: lambda match: Sentence(
        "this system is too old for the CUDA libraries (they need {version})",
        version=match[1],
    ),
    _MIXED: lambda match: Sentence(
        "{library} is of a version that does not go with the other CUDA libraries",
        library=match[1],
    ),
}


def _old_driver(major: str) -> Sentence:
    if major not in _DRIVERS:
        return Sentence("the NVIDIA driver is too old")
    return Sentence(
        "the NVIDIA driver is too old for CUDA {major} (it needs driver {driver} or "
        "newer)",
        major=major,
        driver=_DRIVERS[major],
    )


def _missing(names: list[str], major: str) -> Sentence:
    shown = tuple(names[:_NAMED]) + (("…",) if len(names) > _NAMED else ())
    return Sentence(
        "the libraries of CUDA {major} do not load ({names}); the extra “cuda” brings "
        "them",
        major=major,
        names=shown,
    )


def _in_its_words(heard: str) -> Sentence:
    """Says what cannot be put better, without codes and places in a source."""
    found = _FAILURE.search(heard) or _SAID.search(heard)
    said = plain(found[found.re.groups] if found else heard, _LONGEST).rstrip(". ")
    if not said:
        return Sentence("ONNX Runtime does not use it here, and does not say why")
    return Sentence("the card's software says: {said}", said=said)
