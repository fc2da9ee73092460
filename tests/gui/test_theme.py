import os
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QApplication, QPushButton

from gui.theme import (
    CLASS_COLORS,
    DARK,
    LIGHT,
    RESOURCES,
    ThemeChoice,
    apply_theme,
    color,
    font,
    stylesheet,
    tokens,
)
from gui.widgets.icons import icon
from gui.widgets.words import as_tip


def luminance(name):
    channels = [int(name[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT_PAIRS = [
    *[
        (ink, ground)
        for ink in ("text", "muted")
        for ground in ("window", "surface", "raised")
    ],
    ("faint", "surface"),
    ("text", "accent_soft"),
    ("accent", "surface"),
    ("accent", "window"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("good", "surface"),
    ("good", "good_soft"),
    ("bad", "surface"),
    ("bad", "bad_soft"),
    ("warn", "warn_soft"),
    ("text", "good_soft"),
    ("text", "bad_soft"),
    ("text", "warn_soft"),
    ("text", "mat"),
    ("muted", "mat"),
    ("bad", "accent_soft"),
    ("good", "accent_soft"),
    ("surface", "text"),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-".join)
def test_text_can_be_read(theme, pair):
    ink, ground = (getattr(theme, name) for name in pair)
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_of_controls_can_be_seen_and_the_mat_is_neutral(theme):
    assert contrast(theme.edge, theme.surface) >= 3
    assert theme.mat[1:3] == theme.mat[3:5] == theme.mat[5:7]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_colour_of_its_own(theme, tmp_path, qapp):
    template = (RESOURCES / "theme.qss").read_text()
    assert not re.search(r"#[0-9A-Fa-f]{6}", template)
    filled = stylesheet(theme, tmp_path)
    assert "$" not in filled
    known = {value.lower() for value in asdict(theme).values()}
    assert {c.lower() for c in re.findall(r"#[0-9A-Fa-f]{6}\b", filled)} <= known


def test_a_change_of_theme_reaches_painted_widgets_and_icons(qtbot, qapp):
    theme = apply_theme(qapp, ThemeChoice.LIGHT)
    button = QPushButton()
    button.setIcon(icon("cube", "text"))
    qtbot.addWidget(button)

    def darkest():
        image = button.icon().pixmap(16, 16).toImage()
        seen = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
        return min(c.lightness() for c in seen if c.alpha() > 200)

    assert darkest() < 80
    with qtbot.waitSignal(theme.changed):
        apply_theme(qapp, ThemeChoice.DARK)
    assert theme.is_dark
    assert tokens() is DARK
    assert color("text").name().upper() == DARK.text
    assert darkest() > 150
    apply_theme(qapp, ThemeChoice.LIGHT)


def test_the_system_is_followed_unless_a_theme_is_chosen(qapp, monkeypatch):
    theme = apply_theme(qapp, ThemeChoice.SYSTEM)
    monkeypatch.setattr(theme, "_system_is_dark", lambda: True)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.is_dark
    apply_theme(qapp, ThemeChoice.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.is_dark


def test_figures_have_one_width(qapp):
    assert font("body").isFeatureSet(font("body").featureTags()[0])
    assert font("figure", 600).pixelSize() == 26


def test_every_class_colour_differs(qapp):
    assert len(set(CLASS_COLORS)) == len(CLASS_COLORS)
    assert isinstance(qapp, QApplication)


LIST = """
from PySide6.QtWidgets import QApplication, QComboBox
from gui.fonts import font
from gui.theme import ThemeChoice, apply_theme
app = QApplication([])
app.setFont(font())
apply_theme(app, ThemeChoice.DARK)
box = QComboBox()
box.addItems(["one", "two"])
box.show()
box.showPopup()
app.processEvents()
"""


def test_a_list_opens_where_no_font_is_installed(tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text("<?xml version='1.0'?><fontconfig></fontconfig>")
    told = subprocess.run(
        [sys.executable, "-c", LIST],
        cwd=Path(__file__).resolve().parents[2],
        env=os.environ | {"FONTCONFIG_FILE": str(config)},
        capture_output=True, text=True, check=True,
    ).stderr  # fmt: skip
    assert "QFont" not in told


def test_a_change_of_theme_never_changes_the_size_of_text(qapp, monkeypatch):
    apply_theme(qapp, ThemeChoice.LIGHT)
    before, size = font("body").pixelSize(), qapp.font().pixelSize()
    larger = QFont("Inter", 22)  # a desktop tells another size with another scheme
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _kind: larger)
    for choice in (ThemeChoice.DARK, ThemeChoice.SYSTEM, ThemeChoice.LIGHT):
        apply_theme(qapp, choice)
        assert font("body").pixelSize() == before
        assert qapp.font().pixelSize() == size


def test_icons_are_drawn_in_the_pixels_of_a_dense_screen(qapp):
    def drawn(density):
        picture = QImage(QSize(20, 20) * density, QImage.Format.Format_ARGB32)
        picture.setDevicePixelRatio(density)
        picture.fill(0)
        painter = QPainter(picture)
        icon("help").paint(painter, QRect(0, 0, 20, 20))
        painter.end()
        return picture

    sharp = drawn(2)
    stretched = drawn(1).scaled(40, 40, mode=Qt.TransformationMode.SmoothTransformation)
    whole = icon("help").pixmap(QSize(40, 40), 1.0).toImage()

    def apart(first, second):
        places = [(x, y) for x in range(40) for y in range(40)]
        return sum(
            abs(first.pixelColor(*at).alpha() - second.pixelColor(*at).alpha())
            for at in places
        )

    assert apart(sharp, whole) < 0.05 * apart(stretched, whole)


@pytest.mark.parametrize("name", ["<b>bold</b>.png", "a<br>b", "<img src=x>"])
def test_a_tooltip_shows_a_name_as_it_is(qapp, name):
    document = QTextDocument()
    document.setHtml(as_tip(name))
    assert document.toPlainText() == name
    assert as_tip("Goes one channel back.") == "Goes one channel back."
    assert as_tip("a < b & c") == "a < b & c"
