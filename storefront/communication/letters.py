"""Mails to people: written in their language, signed by the factory, sent after the commit."""

from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from sites.tenancy.hosts import store_address
from sites.tenancy.scope import current_factory
from storefront.formats import direction

MOST_ATTEMPTS = 5


def send(template: str, *, to: str, language: str = "", path: str = "", **values) -> None:
    """Write a mail from a text template, whose first line is the subject, and send it later.

    ``path`` is an address in the store, which the template gets in full as ``address``.
    """
    factory = current_factory()
    language = language or factory.source_language
    context = {"factory": factory, "address": store_address(factory, path), **values}
    with translation.override(language):
        text = render_to_string(f"{template}.txt", context).strip()
        subject, _, body = text.partition("\n")
        html = render_to_string(
            "communication/letter.html",
            {
                "factory": factory,
                "language": language,
                "direction": direction(language),
                "subject": subject,
                "body": body.strip(),
            },
        )
    reply_to = factory.profile.get("contact", {}).get("sales_desk", "")
    letter = {
        "subject": subject.strip(),
        "body": body.strip() + "\n",
        "html": html,
        "to": to,
        "sender": sender(factory.name),
        "reply_to": [reply_to] if reply_to else [],
    }
    transaction.on_commit(lambda: post.enqueue(letter=letter))


@task()
def post(letter: dict, attempt: int = 1) -> None:
    """Hand a letter to the mail server; when it is away, try again later."""
    message = EmailMultiAlternatives(
        subject=letter["subject"],
        body=letter["body"],
        from_email=letter["sender"],
        to=[letter["to"]],
        reply_to=letter["reply_to"],
    )
    message.attach_alternative(letter["html"], "text/html")
    try:
        message.send()
    except (OSError, SMTPException):
        if attempt >= MOST_ATTEMPTS:
            raise
        later = timezone.now() + timedelta(minutes=5 * attempt)
        post.using(run_after=later).enqueue(letter=letter, attempt=attempt + 1)


def sender(brand: str) -> str:
    """A mail's sender: the factory's brand at the platform's address."""
    address = settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">")
    name = "".join(sign for sign in brand if sign.isprintable() and sign not in '"<>\\')
    return f'"{name}" <{address}>'
