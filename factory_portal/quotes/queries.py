"""Enquiries as sales reads them."""

from datetime import datetime

from django.db.models import Count, QuerySet

from factory_portal.quotes.models import Enquiry


def enquiries() -> QuerySet[Enquiry]:
    """Every enquiry with the number of its lines."""
    return Enquiry.objects.annotate(line_count=Count("lines"))


def enquiry(reference: str) -> Enquiry | None:
    """One enquiry with its lines, files and answers."""
    return (
        Enquiry.objects.prefetch_related("lines", "files__document", "answers__by")
        .filter(reference=reference)
        .first()
    )


def by_key(access_key: str) -> Enquiry | None:
    """The enquiry that its sender's link opens."""
    return Enquiry.objects.filter(access_key=access_key).first()


def overdue(now: datetime) -> QuerySet[Enquiry]:
    """New enquiries that should have been answered by now."""
    return Enquiry.objects.filter(state=Enquiry.State.NEW, reply_by__lt=now)
