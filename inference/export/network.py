"""Writes the nodes of a network to disk, and what each of them costs."""

import csv
from pathlib import Path

from inference.classifier import Classifier
from inference.export.records import model_record, node_record, versions
from inference.export.staging import staged
from inference.export.writing import csv_file, json_text, write_record, write_shown
from inference.network.costs import NetworkTable
from inference.pictures.sheet import Picture


def export_table(
    table: NetworkTable,
    classifier: Classifier,
    folder: Path,
    *,
    shown: Picture | None = None,
    replaces: bool = False,
) -> list[Path]:
    """Writes all nodes of a network as layers.csv, and layers.json; returns the files.

    Args:
        table: The nodes and what they cost.
        classifier: The network.
        folder: Where to.
        shown: The picture of what a window shows, or None.
        replaces: Whether an export that stands there is replaced.

    Raises:
        ExportError: It could not be written, or another export stands there.
    """
    record = {
        "method": "network",
        "title": f"Nodes of {classifier.spec.name}",
        "model": model_record(classifier),
        "versions": versions(),
    }
    with staged(folder, replaces=replaces) as stage:
        write_table_csv(stage / "layers.csv", table)
        write_shown(stage, shown)
        names = write_record(stage / "layers.json", record)
    return [folder / name for name in names]


def write_table_csv(path: Path, table: NetworkTable) -> None:
    """Writes a line for each node, with the keys of `node_record`."""
    records = [node_record(row) for row in table.rows]
    with csv_file(path) as file:
        writer = csv.DictWriter(file, list(records[0]))
        writer.writeheader()
        for record in records:
            shape = record["shape"]
            words = "unknown" if shape is None else "x".join(map(str, shape))
            attributes = json_text(record["attributes"])
            writer.writerow(record | {"shape": words, "attributes": attributes})
