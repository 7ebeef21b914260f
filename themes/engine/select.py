"""The theme is in the template's name: the store's own first, then what it extends."""

from themes.engine.manifest import lineage


def template_names(name: str, theme: str) -> list[str]:
    """Give the candidates for a template, the store's theme first and `base` last."""
    return [f"{pack}/{name}" for pack in lineage(theme)]
