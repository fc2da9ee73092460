"""`rank`: a whole dataset, from best to worst, with its metrics and its suspects."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from inference.activations import LayerReader
from inference.classifier import Classifier
from inference.cli.common import (
    add_force,
    add_json,
    add_model,
    add_out,
    opened,
    print_record,
    require_room,
)
from inference.cli.meter import Meter
from inference.cli.output import remark
from inference.cli.parsing import Say
from inference.cli.rank_lines import ranking_lines
from inference.cli.rank_order import add_order
from inference.cli.rank_trust import add_trust, trust_of_methods, trust_spec
from inference.dataset import (
    Dataset,
    Evidence,
    book_of,
    gather_evidence,
    list_dataset,
    matched,
    read_matching,
    recall,
)
from inference.errors import DatasetError, Sentence, SpecError, did_you_mean
from inference.export import RankingResult, export_ranking, metrics_record, model_record
from inference.gradcam import GradCam, explaining
from inference.jobs import Job
from inference.jobs import run as run_job
from inference.ranking import (
    Activity,
    Analysis,
    ChannelName,
    Order,
    Scorer,
    all_suspects,
    analysed,
    channel_activity,
    part_of,
    ranked,
    score,
    values,
)

_PARTS = ("all", "training", "validation", "test")


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "rank", help=say("a whole dataset, from best to worst; metrics and suspects")
    )
    add_model(parser, say)
    words = say("a folder with a folder per class, or a CSV (path, label, split)")
    parser.add_argument("dataset", metavar="DATASET", help=words)
    add_order(parser, say)
    parser.add_argument(
        "--split",
        choices=_PARTS,
        default="all",
        help=say("which part of the dataset (all); its own split, else 60, 20, 20"),
    )
    parser.add_argument(
        "--match",
        metavar="FILE.json",
        help=say('which class a folder means: {"folder": "class" or null}'),
    )
    parser.add_argument(
        "--evidence",
        action="store_true",
        help=say("where each class's evidence lies, by Grad-CAM of all photos"),
    )
    parser.add_argument(
        "--own-scores",
        action="store_true",
        help=say("judge labels by the network's own scores, not out of sample"),
    )
    parser.add_argument(
        "--follow-links",
        action="store_true",
        help=say("follow links that lead out of the dataset's folder"),
    )
    add_trust(parser, say)
    add_force(parser, say)
    add_out(parser, say)
    add_json(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Scores the dataset, writes and prints what the scores say.

    Raises:
        DatasetError: It cannot be read, or none of its photos can, or the part that is
            asked for has none.
        SpecError: The class is none of the dataset's.
    """
    require_room(options, is_one=True)
    trust = trust_spec(options)
    classifier = opened(options)
    dataset = _dataset(options)
    matching = _matching(options, dataset, classifier)
    scorer = Scorer(classifier)
    book = book_of(dataset.root, scorer.key)
    meter = Meter(1, options.translate)
    job = score(scorer, dataset, book)
    scored = run_job(job, lambda done: None if done.done == 0 else meter(done))
    found = part_of(analysed(classifier, scored, matching), options.split)
    _require_photos(found, options.split)
    activity = run_job(_activity(options, classifier, found), meter)
    result = _result(options, classifier, found, activity)
    if options.evidence:
        evidence = run_job(_evidence(classifier, found), meter)
        result = replace(result, evidence=evidence)
    if trust:
        table = run_job(trust_of_methods(classifier, found, trust), meter)
        result = replace(result, trust=table)
    if options.out:
        export_ranking(result, Path(options.out), replaces=options.force)
    print_record(options, metrics_record(result), ranking_lines(result))


def _dataset(options: argparse.Namespace) -> Dataset:
    """Lists the photos; says what it did not follow."""
    job = list_dataset(Path(options.dataset), follows_links=options.follow_links)
    dataset = run_job(job)
    if dataset.outside:
        remark(
            Sentence(
                "{n} links lead out of the folder and were not followed. Say "
                "--follow-links to follow them.",
                one="{n} link leads out of the folder and was not followed. Say "
                "--follow-links to follow it.",
                n=dataset.outside,
            ),
            options.translate,
        )
    return dataset


def _matching(
    options: argparse.Namespace, dataset: Dataset, classifier: Classifier
) -> Mapping[str, int | None]:
    """Returns what labels mean, as said before or here; says which mean nothing."""
    labels = classifier.labels
    stated = recall(dataset.root).stated(labels)
    if options.match:
        stated |= read_matching(Path(options.match), labels)
    found, asked = matched(dataset.labels, labels, stated)
    if asked:
        remark(
            Sentence(
                "No class of the model fits {names}; their photos count in no metric. "
                "Say with --match which class they are.",
                names=tuple(f'"{name}"' for name in asked),
            ),
            options.translate,
        )
    return found


def _require_photos(found: Analysis, part: str) -> None:
    """Refuses to rank nothing.

    Raises:
        DatasetError: No photo can be read, or the part has none.
    """
    scored = found.scored
    if len(found.places):
        return
    if not len(scored.came):
        raise DatasetError(
            'No photo of "{name}" can be read. The first one: {why}',
            name=scored.dataset.name,
            why=next(iter(scored.reasons.values()), ""),
        )
    raise DatasetError(
        'No photo of "{name}" is in its part {part}. Choose another with --split.',
        name=scored.dataset.name,
        part=part,
    )


def _activity(
    options: argparse.Namespace, classifier: Classifier, found: Analysis
) -> Job[Activity | None, Activity | None]:
    """Reads the channel that photos are ranked by; None where they are not."""
    asked = ChannelName.read(options.by)
    if asked is None:
        return None
    layer = LayerReader(classifier).layer(asked.layer)
    places = found.places.tolist()
    dataset = found.scored.dataset
    return (
        yield from channel_activity(
            classifier, dataset, layer, asked.channel, places=places
        )
    )


def _result(
    options: argparse.Namespace,
    classifier: Classifier,
    found: Analysis,
    activity: Activity | None,
) -> RankingResult:
    target, scored = _class(found, options.label), found.scored
    asked = ChannelName.read(options.by)
    is_of_class = options.of == "class" or (options.of is None and found.is_labelled)
    order = Order(
        options.by if asked is None else "channel",
        target,
        is_logit=options.quantity == "logit",
        is_largest_first=options.order == "max",
        of_class=target if is_of_class else None,
        activity=activity.numbers(is_mean=asked.is_mean)
        if asked and activity
        else None,
    )
    about = {
        "title": Sentence("Ranking of {dataset}", dataset=scored.dataset.name),
        "model": model_record(classifier),
        "dataset": str(scored.dataset.root),
        "split": options.split,
        "by": options.by,
        "class": None if target is None else found.names[target],
        "photos": len(found.places),
    }
    suspects = run_job(all_suspects(found, is_own=options.own_scores))
    return RankingResult(
        found,
        order,
        values(found, order),
        ranked(found, order).tolist(),
        suspects,
        options.limit,
        about,
        activity=activity,
    )


def _class(found: Analysis, word: str | None) -> int | None:
    """Returns the class that a word means, among those that count."""
    if word is None:
        return None
    classes, _ = matched([word], found.names)
    index = classes.get(word)
    if index is None:
        raise SpecError(
            'There is no class "{word}" in this dataset.{hint}',
            word=word,
            hint=did_you_mean(word, found.names),
        )
    return index


def _evidence(classifier: Classifier, found: Analysis) -> Job[Evidence, Evidence]:
    """Explains the true class of every photo, or its leading one, by Grad-CAM."""
    explain = explaining(GradCam(classifier), found.classes.tolist())
    return gather_evidence(found.own_classes, found.names, explain)
