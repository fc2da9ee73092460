"""The embedded demo: a toy food world, a small network trained on it, its photos."""

import inference  # noqa: F401 - first: it keeps ONNX Runtime offline
