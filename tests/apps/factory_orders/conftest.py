"""Orders that were placed over the store and followed to the floor."""

from tests.builders.followed import bought, followed, goods

__all__ = ["bought", "followed", "goods"]
