"""Where the packs lie: plain constants for the settings, which may not import Django apps."""

from pathlib import Path

PACKS = Path(__file__).resolve().parent.parent / "packs"

# Template names begin with the theme: "datum/pages/product.html", "base/pages/product.html".
TEMPLATE_DIRS = (PACKS,)

# Served as /static/<theme>/…
STATICFILES_DIRS = tuple(
    (pack.name, pack / "assets") for pack in sorted(PACKS.iterdir()) if (pack / "assets").is_dir()
)
