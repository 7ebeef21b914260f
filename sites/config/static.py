"""Which static files are collected: what some page of ours asks for."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class CollectedStaticFiles(StaticFilesConfig):
    """Django's, without Oscar's own front end: 26 MB that no page of ours loads."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "oscar"]
