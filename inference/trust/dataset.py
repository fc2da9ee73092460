"""Measures methods on photos of a dataset; goes on where an earlier run was left."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

import numpy as np

from inference.classifier import Classifier, PreparedInput, Target
from inference.dataset import Stamp
from inference.errors import ImageError, InferenceError, Sentence, SpecError
from inference.files import digest
from inference.geometry import Floats
from inference.image import open_image
from inference.jobs import Job, Progress, relayed
from inference.kept import keep, recalled
from inference.numbers import is_number
from inference.pictures.explanation import Explanation
from inference.trust.contest import contest
from inference.trust.job import on_input
from inference.trust.patience import PATIENCE, within
from inference.trust.table import Measure, MethodTable
from inference.user_folder import user_folder

MOST_MINUTES = 100_000.0
TOO_LONG = Sentence("One map would take over {n:.0f} seconds.", n=PATIENCE)

Explainer = Callable[[PreparedInput, int], Job[Explanation | None, Explanation]]
"""Explains a class of a photo by one method."""

_Key = tuple[str, Stamp, str]  # a photo, its file, and a method


@dataclass(frozen=True, slots=True)
class TableSpec:
    """What is asked of a dataset.

    Attributes:
        photos: How many are drawn from it.
        steps: Of the curves.
        minutes: After which it stops.
        seed: Of the photos, and of the maps of chance.

    Raises:
        SpecError: A number cannot work.
    """

    photos: int = 50
    steps: int = 14
    minutes: float = 30.0
    seed: int = 0

    def __post_init__(self) -> None:
        is_time = is_number(self.minutes, MOST_MINUTES) and self.minutes > 0
        if self.photos < 1 or self.steps < 1 or self.seed < 0 or not is_time:
            raise SpecError(
                "Trust needs at least one photo, some minutes and a seed from 0 on."
            )


@dataclass(frozen=True, slots=True)
class Photos:
    """The photos of a dataset, and where what is measured of them is kept.

    Attributes:
        paths: Their files, by what they are called in the table.
        kept: A file that earlier runs wrote, of the same network, spec and methods.
    """

    paths: Mapping[str, Path]
    kept: Path

    @classmethod
    def of(cls, root: Path, paths: Mapping[str, Path], words: Iterable[str]) -> Self:
        """Keeps what is measured in the user's folder.

        Args:
            root: The dataset.
            paths: Of its photos.
            words: Whatever else the numbers depend on.
        """
        name = digest("\0".join((str(root.resolve()), *words)))[:16]
        file = user_folder() / "trust" / f"{root.stem[:40]}-{name}.json"
        return cls(paths, file)


def measured_methods(
    classifier: Classifier,
    photos: Photos,
    explainers: Mapping[str, Explainer],
    spec: TableSpec,
) -> Job[MethodTable, MethodTable]:
    """Measures the maps of methods against their rivals, photo by photo.

    Each explains the class that the network says. Another photo's map is that of the
    photo before. A method whose map fails, or takes too long, is left out from there.

    Args:
        classifier: The network.
        photos: To draw from.
        explainers: Of the methods, by name.
        spec: What is asked.

    Yields:
        The table so far.
    """
    run, end = _Run(classifier, photos, spec), time.monotonic() + 60 * spec.minutes
    pairs = [(photo, name) for photo in run.drawn for name in explainers]
    for done, (photo, name) in enumerate(pairs):
        if name in run.table.skipped or run.recall(photo, name):
            continue
        if time.monotonic() > end:
            return replace(run.table, minutes=spec.minutes)
        yield Progress(done, len(pairs), run.table)
        job = run.measure(photo, name, explainers[name])
        for progress in job:  # one step of this one
            yield Progress(done, len(pairs), progress.partial)
    yield Progress(len(pairs), len(pairs), run.table)
    return run.table


class _Run:
    """What is known so far.

    Attributes:
        drawn: Names of the photos, in the order in which they are measured.
        table: What was measured.
    """

    def __init__(self, classifier: Classifier, photos: Photos, spec: TableSpec) -> None:
        self._classifier, self._photos, self._spec = classifier, photos, spec
        self._known = recalled(photos.kept, _parsed, dict[_Key, Measure]())
        names, random = [*photos.paths], np.random.default_rng(spec.seed)
        order = random.permutation(len(names))[: spec.photos]
        self.drawn: list[str] = [names[place] for place in order.tolist()]
        self.table = MethodTable(len(self.drawn))
        self._maps: dict[str, tuple[str, Floats]] = {}  # the last one of each method

    def recall(self, photo: str, method: str) -> bool:
        """Takes over what an earlier run measured, if it did."""
        found = self._known.get(self._key(photo, method))
        if found is not None:
            self._add(found)
        return found is not None

    def measure(
        self, photo: str, method: str, explain: Explainer
    ) -> Job[MethodTable, None]:
        """Measures a method on a photo, and writes that down."""
        try:
            found = yield from self._measured(photo, method, explain)
        except ImageError:  # it went away, or was damaged since it was scored
            return
        except InferenceError as error:
            self._leave(method, error.sentence)
            return
        if found is None:
            self._leave(method, TOO_LONG)
            return
        self._add(found)
        self._known[self._key(photo, method)] = found
        keep(self._photos.kept, _record(self._known))

    def _measured(
        self, photo: str, method: str, explain: Explainer
    ) -> Job[MethodTable, Measure | None]:
        """Returns what a method comes to; None where its maps take too long."""
        prepared = self._prepared(photo)
        index = self._classifier.predict_input(prepared).top_index
        beside = self._beside(photo)
        foreign = None
        if beside is not None:
            foreign = yield from self._map(beside, method, explain)
        own = yield from self._map(photo, method, explain)
        if own is None or (beside is not None and foreign is None):
            return None
        job = contest(
            self._classifier,
            prepared,
            Target(index),
            own,
            foreign=foreign,
            steps=self._spec.steps,
            seed=self._spec.seed,
        )
        curves, rivals = yield from relayed(job, lambda _: self.table)
        beaten = sum(curves.difference > each.difference for _, each in rivals)
        areas = curves.insertion.area, curves.deletion.area
        return Measure(photo, method, *areas, beaten, len(rivals))

    def _map(
        self, photo: str, method: str, explain: Explainer
    ) -> Job[MethodTable, Floats | None]:
        """Returns a map as large as the input; None where it takes too long."""
        name, values = self._maps.get(method, ("", None))
        if name == photo:
            return values
        prepared = self._prepared(photo)
        index = self._classifier.predict_input(prepared).top_index
        job = explain(prepared, index)
        found = yield from within(PATIENCE, job, lambda _: self.table)
        if found is None:
            return None
        made = on_input(found, prepared)
        self._maps[method] = photo, made
        return made

    def _beside(self, photo: str) -> str | None:
        """Returns the photo before one; of the first, that behind it."""
        place = self.drawn.index(photo)
        if place:
            return self.drawn[place - 1]
        return self.drawn[1] if len(self.drawn) > 1 else None

    def _prepared(self, photo: str) -> PreparedInput:
        return self._classifier.prepare(open_image(self._photos.paths[photo]))

    def _key(self, photo: str, method: str) -> _Key:
        return photo, Stamp.of(self._photos.paths[photo]), method

    def _add(self, measure: Measure) -> None:
        measures = (*self.table.measures, measure)
        self.table = replace(self.table, measures=measures)

    def _leave(self, method: str, why: Sentence) -> None:
        skipped = {**self.table.skipped, method: why}
        self.table = replace(self.table, skipped=skipped)


def _record(known: Mapping[_Key, Measure]) -> dict[str, Any]:
    return {
        "measures": [
            {"size": stamp.size, "modified": stamp.modified, **asdict(measure)}
            for (_, stamp, _), measure in known.items()
        ]
    }


def _parsed(record: Any) -> dict[_Key, Measure]:
    """Reads what was kept.

    Raises:
        ValueError, TypeError, KeyError: It is not what it should be.
    """
    found = {}
    for line in record["measures"]:
        measure, stamp = _measure(line), Stamp(int(line["size"]), int(line["modified"]))
        found[measure.photo, stamp, measure.method] = measure
    return found


def _measure(line: Any) -> Measure:
    return Measure(
        photo=str(line["photo"]),
        method=str(line["method"]),
        insertion=float(line["insertion"]),
        deletion=float(line["deletion"]),
        beaten=int(line["beaten"]),
        rivals=int(line["rivals"]),
    )
