"""Recorded facts: written in the transaction that made them true, delivered after it."""

from django.db import models

from sites.tenancy.models import FactoryOwned


class Event(FactoryOwned):
    """A fact in one factory, such as ``order.placed``, waiting for or done with its reactions."""

    name = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    recorded_at = models.DateTimeField(auto_now_add=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["factory", "recorded_at"],
                condition=models.Q(delivered_at__isnull=True),
                name="events_event_waiting",
            ),
        ]

    def __str__(self):
        return f"{self.name} {self.payload}"
