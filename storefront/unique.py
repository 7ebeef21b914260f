"""Identifiers that Oscar makes unique for a whole installation are unique per factory here."""

from django.db import models


def unique_in_factory(model: str, *fields: str) -> models.UniqueConstraint:
    """A constraint over (factory, fields); ``model`` is ``<label>_<model>``."""
    return models.UniqueConstraint(
        fields=["factory", *fields], name=f"{model}_unique_{'_'.join(fields)}"
    )
