"""How places of the input are covered: mask, stride, baseline and border."""

from dataclasses import dataclass

from inference.errors import Sentence, SpecError
from inference.geometry import Size
from inference.occluder import BASELINES, Baseline

MASK_SHARE, STRIDE_SHARE = 0.2, 0.1  # of the input's side


@dataclass(frozen=True, slots=True)
class OcclusionSpec:
    """How a sweep covers the input.

    Attributes:
        mask_size: Of the covering rectangle, in input pixels.
        stride: Step between neighbouring places, down and across, in input pixels.
        baseline: What stands in the covered place.
        clip: Whether masks are centred on every stride-th pixel and clipped at the
            border; otherwise they lie wholly inside.
    """

    mask_size: Size
    stride: Size
    baseline: Baseline = BASELINES["gray"]
    clip: bool = True

    def __post_init__(self) -> None:
        if min(self.mask_size) < 1 or min(self.stride) < 1:
            raise SpecError(
                "A mask of {mask} with a stride of {stride} cannot work: both are at "
                "least 1 pixel.",
                mask=self.mask_size,
                stride=self.stride,
            )

    @property
    def words(self) -> Sentence:
        """How places are covered, for people; sizes are in input pixels."""
        return Sentence(
            "mask {mask}, stride {stride}, baseline {name}",
            mask=self.mask_size,
            stride=self.stride,
            name=self.baseline.words,
        )

    def checked(self, input_size: Size) -> "OcclusionSpec":
        """Returns the spec itself if it suits the input.

        Raises:
            SpecError: The mask is larger than the input.
        """
        fits = zip(self.mask_size, input_size, strict=True)
        if any(mask > side for mask, side in fits):
            raise SpecError(
                "A mask of {mask} is larger than the input of {size} pixels. Choose a "
                "smaller one.",
                mask=self.mask_size,
                size=input_size,
            )
        return self


def default_spec(input_size: Size) -> OcclusionSpec:
    """Returns a mask of 20 % and a stride of 10 % of each side, rounded."""
    mask, stride = (
        Size(*(max(round(share * side), 1) for side in input_size))
        for share in (MASK_SHARE, STRIDE_SHARE)
    )
    return OcclusionSpec(mask, stride)
