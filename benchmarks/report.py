"""Our figures beside those of others, as a page."""

import os
import platform
import tomllib
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.md"
STEPS = {
    "home": "Home",
    "category": "Category with facets",
    "product": "Product, 2,000 pieces, with price and date",
    "search": "Search for a word",
    "add-to-basket": "Add to basket",
    "basket": "Basket",
    "place-order": "Place the order",
    "checkout": "Guest checkout, all steps, placing included",
    "launch": "A new branded store with its pages",
}


def write(measured: dict[str, dict]) -> None:
    """Write the page; `measured` holds the steps of each kind of database."""
    peers = tomllib.loads((HERE / "peers.toml").read_text(encoding="utf-8"))
    lines = [
        "# What pages cost",
        "",
        f"Measured on {datetime.now(UTC):%d %B %Y} by `make benchmark`: {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, the demo's three factories, Harrow & Vale's store "
        "with 121 SKUs. The requests run inside one process: no network, no web server. SQL counts "
        "statements without transaction control; CPU is the application's (on SQLite, the "
        "database included); time is what the clock says, on a machine with other work. Medians; "
        "the first visit is left out, and the same page is asked for again: what the catalogue "
        "says and how it is drawn is remembered by then; prices, stock and dates are read anew.",
        "",
        "| Step | " + " | ".join(f"{name}: SQL, CPU, time" for name in measured) + " | Target |",
        "| --- |" + " --- |" * len(measured) + " --- |",
    ]
    for step, title in STEPS.items():
        cells = [_figures(steps[step]) for steps in measured.values()]
        target = _target(
            peers.get(step, {}).get("target", {}), [each[step] for each in measured.values()]
        )
        lines.append(f"| {title} | {' | '.join(cells)} | {target} |")
    lines += [
        "",
        "## Others",
        "",
        f"Conditions: {peers['conditions']}.",
        "",
        "| Step | Who | SQL | CPU |",
        "| --- | --- | --- | --- |",
    ]
    for step, title in STEPS.items():
        for peer in peers.get(step, {}).get("peer", []):
            cpu = f"{peer['cpu_ms']} ms" if "cpu_ms" in peer else "–"
            lines.append(f"| {title} | {peer['name']} | {peer.get('queries', '–')} | {cpu} |")
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _figures(step: dict) -> str:
    return f"{step['queries']:.0f}, {step['cpu_ms']:.0f} ms, {step['ms']:.0f} ms"


def _target(target: dict, reached: list[dict]) -> str:
    parts = []
    if "queries" in target:
        parts.append(f"≤ {target['queries']} SQL")
    if "cpu_ms" in target:
        parts.append(f"≤ {target['cpu_ms']} ms")
    if not parts:
        return "–"
    kept = all(step[what] <= limit for step in reached for what, limit in target.items())
    return f"{', '.join(parts)}: {'reached' if kept else 'not reached'}"
