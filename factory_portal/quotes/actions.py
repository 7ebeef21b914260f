"""Taking an enquiry in, answering it, closing it."""

from collections.abc import Sequence
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection

from factory_portal.quotes import rules
from factory_portal.quotes.models import (
    Enquiry,
    EnquiryAnswer,
    EnquiryFile,
    EnquiryLine,
    EnquirySequence,
)
from media.library import actions as library
from sites.tenancy.models import Membership
from sites.tenancy.scope import current_factory
from sites.values.calendar import WEEKDAYS
from storefront.cms.models import StoreRoot
from storefront.communication import letters
from storefront.formats import factory_zone

REPLY_HOURS = 24
State = Enquiry.State


@transaction.atomic
def take(asked: rules.Asked, *, files: Sequence[tuple[str, bytes]] = ()) -> Enquiry:
    """Write an enquiry down, thank its sender, tell sales. A bad file is a ``ValidationError``."""
    now = timezone.now().astimezone(factory_zone())
    profile = current_factory().profile
    enquiry = Enquiry.objects.create(
        kind=asked.kind,
        reference=_next_reference(asked.kind, now.year),
        message=asked.message,
        incoterm=asked.incoterm,
        destination=asked.destination,
        target_date=asked.target_date,
        reply_by=rules.reply_by(
            now,
            hours=int(profile.get("reply_time_target_hours") or REPLY_HOURS),
            working=_working_days(profile),
        ),
        **asdict(asked.asker),
    )
    EnquiryLine.objects.bulk_create(
        EnquiryLine(
            enquiry=enquiry,
            sku=line.sku,
            description=line.description,
            quantity=line.quantity,
            target_price=line.target_price,
            currency=asked.currency if line.target_price else "",
        )
        for line in asked.lines
    )
    _file(enquiry, files)
    letters.send(
        "quotes/mails/received",
        to=enquiry.email,
        language=enquiry.language,
        path=f"/{enquiry.language}/enquiry/{enquiry.access_key}/",
        enquiry=enquiry,
        lines=asked.lines,
    )
    _tell_sales(enquiry)
    return enquiry


def _next_reference(kind: str, year: int) -> str:
    EnquirySequence.objects.get_or_create()
    sequence = EnquirySequence.objects.select_for_update().get()
    sequence.last += 1
    sequence.save(update_fields=["last"])
    letter = "R" if kind == Enquiry.Kind.RFQ else "C"
    return f"{letter}{year % 100:02d}-{sequence.last:04d}"


def _working_days(profile: dict) -> frozenset[int]:
    week = profile.get("working_week") or []
    return frozenset(WEEKDAYS.index(day) for day in week if day in WEEKDAYS) or frozenset(range(5))


def _file(enquiry: Enquiry, files: Sequence[tuple[str, bytes]]) -> None:
    root = StoreRoot.objects.filter(factory=current_factory()).select_related("collection").first()
    collection = root.collection if root else Collection.get_first_root_node()
    for name, content in files:
        document = library.add_document(
            content=content,
            filename=name,
            title=f"{enquiry.reference} {name}",
            access="private",
            collection=collection,
        )
        EnquiryFile.objects.create(enquiry=enquiry, document=document)


def _tell_sales(enquiry: Enquiry) -> None:
    members = Membership.objects.filter(role__in=[Membership.Role.OWNER, Membership.Role.SALES])
    for member in members.select_related("user"):
        letters.send(
            "quotes/mails/notice",
            to=member.user.email,
            language=member.user.language,
            path=f"/portal/enquiries/{enquiry.reference}/",
            enquiry=enquiry,
        )


@transaction.atomic
def answer(reference: str, *, text: str, by) -> EnquiryAnswer:
    """Mail an answer to the sender and keep it."""
    enquiry = Enquiry.objects.select_for_update().get(reference=reference)
    written = EnquiryAnswer.objects.create(enquiry=enquiry, text=text, by=by)
    enquiry.state = State.ANSWERED
    enquiry.answered_at = enquiry.answered_at or timezone.now()
    enquiry.save(update_fields=["state", "answered_at"])
    letters.send(
        "quotes/mails/answer",
        to=enquiry.email,
        language=enquiry.language,
        enquiry=enquiry,
        text=text,
    )
    return written


@transaction.atomic
def close(reference: str) -> Enquiry:
    """Put an enquiry aside. Closing twice changes nothing."""
    enquiry = Enquiry.objects.select_for_update().get(reference=reference)
    if enquiry.state != State.CLOSED:
        enquiry.state = State.CLOSED
        enquiry.closed_at = timezone.now()
        enquiry.save(update_fields=["state", "closed_at"])
    return enquiry


@transaction.atomic
def reopen(reference: str) -> Enquiry:
    """Take a closed enquiry up again."""
    enquiry = Enquiry.objects.select_for_update().get(reference=reference)
    if enquiry.state == State.CLOSED:
        enquiry.state = State.ANSWERED if enquiry.answered_at else State.NEW
        enquiry.closed_at = None
        enquiry.save(update_fields=["state", "closed_at"])
    return enquiry
