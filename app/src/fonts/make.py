#!/usr/bin/env python3
"""Makes the fonts that Assay bundles; needs fontTools 4.38 or newer.

    make.py text INTER_DIR OUT_DIR
    make.py serif SOURCE_SERIF_DIR OUT_DIR
    make.py fallbacks NOTO_SANS_SC.ttf NOTO_SANS_KR.ttf OUT_DIR
    make.py window OUT_DIR

INTER_DIR holds the static Inter 4.001 files Inter_400Regular.ttf, Inter_500Medium.ttf and
Inter_600SemiBold.ttf (npm package @expo-google-fonts/inter 0.4.2, each in a folder of its own);
SOURCE_SERIF_DIR those of Source Serif 4.004 (@expo-google-fonts/source-serif-4 0.4.1); the Noto
files are the regular weights of @expo-google-fonts/noto-sans-sc and noto-sans-kr 0.4.3.
The font of the window is put together from what "text" and "fallbacks" have made before.

Why a build of our own: Java has no switch for OpenType features, so digits that are tabular have
to be the default; CJK fonts are far too large as they are. The OFL asks modified fonts to be renamed.
JavaFX has no lists of fonts, so the window's has every script; its weights share the large glyphs in one file.
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.scaleUpem import scale_upem

TABULAR = "0123456789"
# Signs stand beside digits nearly always here: as wide as a digit and centred on it.
SIGNS = "+\u2212\u00b1=\u2260<>\u2264\u2265\u00d7\u00f7\u2248"
KEPT = ["kern", "mark", "mkmk", "ccmp"]


WEIGHTS = ((400, "Regular"), (500, "Medium"), (600, "SemiBold"))


def main(what, *paths):
    out = Path(paths[-1])
    out.mkdir(parents=True, exist_ok=True)
    match what, *paths[:-1]:
        case "text", inter:
            family(inter, "Inter", tabular_by_default, "Assay Sans", out)
        case "serif", source_serif:
            family(source_serif, "SourceSerif4", signs_as_wide_as_digits, "Assay Serif", out)
        case "fallbacks", noto_sc, noto_kr:
            fallback(noto_sc, han(), "Assay Sans CJK").save(out / "AssaySansCJK-Regular.ttf")
            fallback(noto_kr, hangul(), "Assay Sans Hangul").save(out / "AssaySansHangul-Regular.ttf")
        case "window", :
            window(out).save(out / "AssaySans.ttc", shareTables=True)
        case _:
            sys.exit(__doc__)


def family(folder, origin, change, name, out):
    for weight, style in WEIGHTS:
        font = TTFont(next(Path(folder).rglob(f"{origin}_{weight}{style}.ttf")))
        codes = sorted(font.getBestCmap())
        change(font)
        reduce(font, codes, KEPT)
        rename(font, name, style, weight)
        font.save(out / f"{name.replace(' ', '')}-{style}.ttf")


def tabular_by_default(font):
    best = font.getBestCmap()
    changed = {ord(c): best[ord(c)] + ".tf" for c in TABULAR}
    changed |= {ord(c): best[ord(c)] + ".case.tf" for c in SIGNS}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({c: g for c, g in changed.items() if c in table.cmap})
    digit = font["hmtx"]["zero.tf"][0]
    font["hmtx"]["uni2007"] = (digit, 0)  # the figure space is as wide as a digit


def signs_as_wide_as_digits(font):
    """Source Serif's digits are tabular; its signs are up to a hundredth of an em wider."""
    best = font.getBestCmap()
    digit = font["hmtx"][best[ord("0")]][0]
    for sign in SIGNS:
        width, left = font["hmtx"][best[ord(sign)]]
        assert abs(width - digit) <= 0.01 * font["head"].unitsPerEm, sign
        font["hmtx"][best[ord(sign)]] = (digit, left)


def fallback(source, codes, family):
    font = TTFont(source)
    reduce(font, codes, [])
    rename(font, family, "Regular", 400)
    return font


def window(folder):
    """The weights of the text font as one collection, each with the glyphs of all of them and of the fallbacks."""
    weights = [with_prefix(folder / f"AssaySans-{style}.ttf", f"{style}.") for _, style in WEIGHTS]
    fallbacks = [with_prefix(folder / f"AssaySans{script}-Regular.ttf", f"{script}.") for script in ("CJK", "Hangul")]
    for font in fallbacks:
        scale_upem(font, weights[0]["head"].unitsPerEm)
    fonts = weights + fallbacks
    order = [glyph for font in fonts for glyph in font.getGlyphOrder()]
    glyphs = {glyph: font["glyf"][glyph] for font in fonts for glyph in font.getGlyphOrder()}
    metrics = {glyph: font["hmtx"][glyph] for font in fonts for glyph in font.getGlyphOrder()}
    lacking = {code: glyph for font in reversed(fallbacks) for code, glyph in font.getBestCmap().items()}
    for font in weights:
        own = font.getBestCmap()
        name_glyphs(font, list(order))
        font["glyf"].glyphs, font["glyf"].glyphOrder = dict(glyphs), list(order)
        font["hmtx"].metrics = dict(metrics)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap.update({c: g for c, g in lacking.items() if c not in own})
        font["post"].formatType = 3.0
        font["OS/2"].recalcUnicodeRanges(font)
    collection = TTCollection()
    collection.fonts = weights
    return collection


def with_prefix(path, prefix):
    font = TTFont(path, recalcTimestamp=False)
    name_glyphs(font, [prefix + glyph for glyph in font.getGlyphOrder()])
    for tag in font.keys():
        font[tag]  # read now, under these names
    return font


def name_glyphs(font, names):
    font.setGlyphOrder(names)
    vars(font).pop("_reverseGlyphOrderDict", None)


def reduce(font, codes, features):
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["STAT", "DSIG", "vhea", "vmtx", "VORG", "BASE"]
    if not features:
        options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    # Variation sequences: PDFBox warns about the table, and nothing here uses it.
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]


def rename(font, family, style, weight):
    names = font["name"]
    origin = names.getDebugName(0)
    licence = {13: names.getDebugName(13), 14: names.getDebugName(14)}
    names.names = []
    plain = style == "Regular"
    full = family if plain else f"{family} {style}"
    postscript = f"{family.replace(' ', '')}-{style}"
    values = {
        0: origin, 1: full, 2: "Regular", 3: f"1.0;{postscript}", 4: f"{family} {style}",
        5: "Version 1.0", 6: postscript, **licence,
    }
    if not plain:
        values |= {16: family, 17: style}
    for name_id, value in values.items():
        names.setName(value, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsType = 0
    font["head"].created = font["head"].modified = 3_850_000_000  # fixed: same bytes each time
    font.recalcTimestamp = False


def han():
    """GB 2312, JIS X 0208 and the first level of Big5, with kana and CJK punctuation."""
    codes = pairs("gb2312") | pairs("euc_jp") | pairs("big5", range(0xA1, 0xC7))
    return sorted(c for c in codes if 0x2E80 <= c < 0xA000 or 0xFF00 <= c < 0xFFF0)


def hangul():
    """The 2,350 syllables of KS X 1001 and the compatibility jamo."""
    return sorted({c for c in pairs("euc_kr") if 0xAC00 <= c < 0xD7B0} | set(range(0x3131, 0x318F)))


def pairs(codec, lead=range(0xA1, 0xFF)):
    codes = set()
    for high in lead:
        for low in range(0x40, 0xFF):
            try:
                codes.update(map(ord, bytes((high, low)).decode(codec)))
            except UnicodeDecodeError:
                pass
    return codes


if __name__ == "__main__":
    main(*sys.argv[1:])
