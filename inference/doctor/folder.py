"""A photo or a labelled folder, tried in several ways."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inference.classifier import Classifier, Preprocessing
from inference.dataset import list_dataset, matched
from inference.doctor.examination import Examination, examine
from inference.doctor.ways import Way
from inference.jobs import Job, relayed

_SEED = 0


@dataclass(frozen=True, slots=True, eq=False)
class FolderExamination:
    """What all ways say of the photos of a folder.

    Attributes:
        path: The folder, a table of photos, or one photo.
        found: What was found.
        photo_count: How many photos there are; fewer may be tried yet.
        nameless_count: Those in folders that match no class; they do not count.
        class_count: Classes of the model that the folders name.
        words: What the folder calls each photo, whether or not a class is meant.
    """

    path: Path
    found: Examination
    photo_count: int
    nameless_count: int
    class_count: int
    words: Mapping[Path, str]

    def seen_from(self, how: Preprocessing) -> "FolderExamination | None":
        """Returns the same where another way is the present one; None if untried."""
        found = self.found.seen_from(how)
        return None if found is None else replace(self, found=found)


def examine_folder(
    classifier: Classifier, path: Path, *, ways: Sequence[Way]
) -> Job[FolderExamination | None, FolderExamination]:
    """Lists a folder, matches its names to classes and tries all ways on its photos.

    Photos come in a shuffled order, always the same, so that those tried so far stand
    for all of them.

    Raises:
        DatasetError: The folder cannot be read, or holds no photo.
        ImageError: Not one photo can be read.
    """
    words = yield from _listed(path)
    classes, _ = matched(dict.fromkeys(words.values()), classifier.labels)
    photos, true = list(words), [classes.get(word) for word in words.values()]
    known = {index for index in true if index is not None}
    facts = len(photos), true.count(None), len(known), words

    def told(found: Examination) -> FolderExamination:
        return FolderExamination(path, found, *facts)

    job = examine(classifier, photos, ways=ways, true=true)
    return told((yield from relayed(job, told)))


def _listed(path: Path) -> Job[None, dict[Path, str]]:
    """Returns photos and what the folder calls them: "" where it does not say."""
    if path.is_file() and path.suffix.lower() != ".csv":
        return {path: ""}
    dataset = yield from list_dataset(path)
    photos = list(dataset.photos)
    random.Random(_SEED).shuffle(photos)
    return {photo.path: photo.label for photo in photos}
