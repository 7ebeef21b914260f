"""Mails to buyers, in their language."""

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from sites.tenancy.scope import current_factory
from storefront.communication.letters import sender
from storefront.communication.models import Email


def send(*, to: str, template: str, language: str, context: dict, user=None) -> Email | None:
    """Write a mail from its templates, send it in the factory's name, and keep it.

    ``<template>.subject.txt``, ``.txt`` and ``.html`` are looked for among the mails. Nothing is
    sent without an address.
    """
    if not to:
        return None
    factory = current_factory()
    with translation.override(language or factory.source_language):
        values = context | {
            "factory": factory,
            "language": language,
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
        }
        subject, text, html = (
            render_to_string(f"communication/{template}.{kind}", values)
            for kind in ("subject.txt", "txt", "html")
        )
    subject = " ".join(subject.split())
    desk = factory.profile.get("contact", {}).get("sales_desk", "")
    message = EmailMultiAlternatives(
        subject=subject,
        body=text,
        from_email=sender(factory.name),
        to=[to],
        reply_to=[desk] if desk else None,
    )
    message.attach_alternative(html, "text/html")
    message.send()
    return Email.objects.create(
        user=user, email=to, subject=subject, body_text=text, body_html=html
    )
