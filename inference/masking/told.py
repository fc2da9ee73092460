"""What a method of masks was told, for JSON."""

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.masking.lime import LimeSpec
    from inference.masking.rise import RiseSpec


def told(spec: "RiseSpec | LimeSpec") -> dict[str, object]:
    """Returns all but the target, the baseline by its name."""
    plain = {k: v for k, v in asdict(spec).items() if k not in ("target", "baseline")}
    return plain | {"baseline": spec.baseline.name}
