"""What the activations tab lays over the photos."""

from gui.panels.activations.study import ChannelDetail, Study
from gui.shown import Overlay
from gui.widgets.words import facts, number
from inference.pictures.heatmap import Heatmap


def channel_overlays(
    study: Study, detail: ChannelDetail, *, is_apart: bool
) -> tuple[Overlay, ...]:
    """Returns the chosen channel over each photo, or A − B over the first one."""
    if is_apart and detail.apart is not None:
        return (Overlay(detail.apart, badge=_badge(detail.apart)),)
    if len(detail.heatmaps) == 1:
        return (Overlay(detail.heatmaps[0], badge=_badge(detail.heatmaps[0])),)
    return tuple(_beside(study, detail, n) for n in range(len(detail.heatmaps)))


def _beside(study: Study, detail: ChannelDetail, place: int) -> Overlay:
    heatmap, stats = detail.heatmaps[place], study.stats[place]
    image = study.photos[place].image
    return Overlay(
        heatmap,
        title=f"{'AB'[place]}  {image.name}",
        subtitle=facts(
            f"channel {detail.channel}",
            f"max {number(float(stats.maxima[detail.channel]))}",
            f"mean {number(float(stats.means[detail.channel]))}",
        ),
        badge=_badge(heatmap),
        image=image,
    )


def _badge(heatmap: Heatmap) -> str:
    rows, columns = heatmap.values.shape
    return f"{rows} × {columns}, enlarged"
