"""Where the files lie that come with NetGaze."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
LABELS = RESOURCES / "labels"
DEMO = RESOURCES / "demo"
DEMO_MODEL = DEMO / "toy-food.onnx"
DEMO_PHOTO = DEMO / "photos" / "hamburger" / "hamburger-01.jpg"
