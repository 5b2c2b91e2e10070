#!/usr/bin/env python3
"""Makes the fonts of this folder of those of Debian, with the letters that documents need and no others.

README.md beside this file says which versions. The same give the same bytes:

    python3 assets/fonts/pdf/make.py
"""
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
TRUETYPE = Path("/usr/share/fonts/truetype/noto")
CHINESE = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
# Which face of the collection is that of simplified Chinese.
CHINESE_NAME = "Noto Sans CJK SC"

# Signs that stand in text of any script.
COMMON = [
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x2000, 0x206F),
    (0xFFFD, 0xFFFD),
]
# Latin with its extensions, accents, Greek, Cyrillic, signs of money, fractions, numbers, arrows.
LETTERS = COMMON + [
    (0x0100, 0x024F),
    (0x0259, 0x0259),
    (0x02B0, 0x02FF),
    (0x0300, 0x036F),
    (0x0370, 0x03FF),
    (0x0400, 0x052F),
    (0x1E00, 0x1EFF),
    (0x2070, 0x209F),
    (0x20A0, 0x20CF),
    (0x2100, 0x218F),
    (0x2190, 0x21FF),
    (0x2212, 0x2212),
    (0x25CC, 0x25CC),
    (0xA640, 0xA69F),
    (0xFB00, 0xFB06),
]
ARABIC = COMMON + [
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x08A0, 0x08FF),
    (0x25CC, 0x25CC),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
]
# Pictures of control characters, simple shapes, ticks and crosses.
SYMBOLS = [(0x2400, 0x2426), (0x25A0, 0x25FF), (0x2605, 0x2606), (0x2610, 0x2612), (0x2700, 0x27BF)]
MATHS = [(0x2190, 0x21FF), (0x2200, 0x22FF)]


def chinese():
    """The characters of GB 2312, and of Big5 those that are common."""
    points = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                points.update(map(ord, bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    for high in range(0xA1, 0xC7):
        for low in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            if 0xC67E < high << 8 | low:
                continue
            try:
                points.update(map(ord, bytes([high, low]).decode("big5")))
            except UnicodeDecodeError:
                pass
    points.update(range(0x3000, 0x3040))
    points.update(range(0xFF00, 0xFFF0))
    # Letters of other scripts are those of the other fonts.
    return {point for point in points if point >= 0x2E80 or 0x2010 <= point <= 0x206F}


def spread(ranges):
    return {point for first, last in ranges for point in range(first, last + 1)}


def make(source, target, points, features, number=-1):
    options = subset.Options()
    options.hinting = False
    options.desubroutinize = False
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["DSIG", "BASE", "VORG", "vhea", "vmtx"]
    options.recalc_timestamp = False
    font = TTFont(source, fontNumber=number, lazy=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    font.save(HERE / target)
    size = (HERE / target).stat().st_size
    print(f"{target}: {len(font.getBestCmap())} characters, {size / 1024:.0f} KiB")


def face(name):
    number = 0
    while True:
        if TTFont(CHINESE, fontNumber=number, lazy=True)["name"].getDebugName(1) == name:
            return number
        number += 1


LATIN_FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "sups"]
ARABIC_FEATURES = LATIN_FEATURES + ["init", "medi", "fina", "isol", "rlig", "calt", "curs"]

for style in ["Regular", "Bold", "Italic", "BoldItalic"]:
    make(TRUETYPE / f"NotoSans-{style}.ttf", f"NotoSans-{style}.ttf", spread(LETTERS), LATIN_FEATURES)
for style in ["Regular", "Bold"]:
    make(TRUETYPE / f"NotoSansArabic-{style}.ttf", f"NotoSansArabic-{style}.ttf", spread(ARABIC), ARABIC_FEATURES)
make(CHINESE, "NotoSansCJKsc-Regular.otf", chinese(), ["locl"], face(CHINESE_NAME))
make(TRUETYPE / "NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf", spread(SYMBOLS), [])
make(TRUETYPE / "NotoSansMath-Regular.ttf", "NotoSansMath-Regular.ttf", spread(MATHS), [])
