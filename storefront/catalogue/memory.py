"""What the catalogue says is remembered between requests, until something in it changes.

Prices, stock and dates are never remembered: they are looked up for every page.
"""

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

from django.core.cache import cache
from django.utils.translation import get_language

from sites.tenancy.scope import current_factory_id

# Processes that do not share a cache learn of each other's changes this late.
SECONDS = 30
MOST_KEPT = 20_000

T = TypeVar("T")

# Kept in the process as they are, for unpacking them from a cache would cost more than the rest of
# a page. Nothing remembered is ever changed; the stamp in the key, which all processes share where
# they share a cache, voids it.
_kept: dict[str, tuple[float, object]] = {}


def _stamp_key() -> str:
    return f"catalogue:{current_factory_id()}"


def stamp() -> int:
    """The number of the factory's catalogue as it stands; a change gives it a new one."""
    return cache.get_or_set(_stamp_key(), time.time_ns, None)


def forget(**kwargs) -> None:
    """The catalogue changed: everything remembered of it is void. Also a signal's receiver."""
    instance = kwargs.get("instance")
    factory_id = getattr(instance, "factory_id", None) or current_factory_id()
    cache.set(f"catalogue:{factory_id}", time.time_ns(), None)


def remembered(name: str, build: Callable[[], T]) -> T:
    """The named thing in this factory's catalogue and language, built when it is not known."""
    return remembered_each(name, [""], lambda _missing: {"": build()})[""]


def remembered_each(
    name: str, keys: Iterable, build: Callable[[list], dict[object, T]]
) -> dict[object, T]:
    """The things of these keys, in their order; those not known are built together and kept."""
    keys = list(keys)
    prefix = f"{current_factory_id()}:{stamp()}:{get_language()}:{name}:"
    now = time.monotonic()
    found = {}
    for key in keys:
        until, value = _kept.get(f"{prefix}{key}", (now, None))
        if until > now:
            found[key] = value
    missing = [key for key in keys if key not in found]
    if missing:
        built = build(missing)
        if len(_kept) + len(built) > MOST_KEPT:
            _kept.clear()
        _kept.update((f"{prefix}{key}", (now + SECONDS, value)) for key, value in built.items())
        found |= built
    return {key: found[key] for key in keys if key in found}
