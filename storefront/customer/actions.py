"""Writes about buyers: their account, what the store knows of them, a new password."""

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from sites.accounts.models import handle
from sites.tenancy.hosts import store_address
from sites.tenancy.scope import current_factory
from storefront.communication.actions import send
from storefront.companies.models import Company
from storefront.customer.models import Buyer


class AlreadyRegistered(Exception):
    """This store has an account with that address."""


class WeakPassword(Exception):
    """The password breaks a rule; ``messages`` say which."""

    def __init__(self, messages: list[str]):
        self.messages = messages
        super().__init__("; ".join(messages))


class LinkExpired(Exception):
    """The address in the mail was used before, or is too old."""


@transaction.atomic
def register(*, email: str, password: str, language: str, name: str, **known) -> Buyer:
    """Open a buyer's account in this store; ``known`` are fields of ``Buyer``.

    A company is joined only by the factory's doing: an address in a form proves nothing.
    """
    User = get_user_model()
    first, _space, last = name.strip().partition(" ")
    user = User(email=email, first_name=first[:150], last_name=last[:150], language=language)
    _check_password(password, user)
    factory = current_factory()
    if User.objects.filter(username=handle(email, factory.pk)).exists():
        raise AlreadyRegistered(email)
    try:
        with transaction.atomic():
            user = User.objects.create_user(
                email,
                password,
                factory=factory,
                first_name=user.first_name,
                last_name=user.last_name,
                language=language,
            )
    except IntegrityError:
        raise AlreadyRegistered(email) from None
    return Buyer.objects.create(user=user, **known)


@transaction.atomic
def attach(user, *, company: Company | None) -> Buyer:
    """Let an account buy for a company, on its prices and terms."""
    buyer, _created = Buyer.objects.get_or_create(user=user)
    buyer.company = company
    buyer.save(update_fields=["company"])
    return buyer


@transaction.atomic
def describe(buyer: Buyer, *, name: str, language: str, **known) -> Buyer:
    """Write down a changed profile."""
    first, _space, last = name.strip().partition(" ")
    user = buyer.user
    user.first_name, user.last_name, user.language = first[:150], last[:150], language
    user.save(update_fields=["first_name", "last_name", "language"])
    for field, value in known.items():
        setattr(buyer, field, value)
    buyer.save()
    return buyer


def offer_reset(*, email: str, language: str) -> None:
    """Mail an address that lets the account choose a new password; says nothing if none exists."""
    factory = current_factory()
    User = get_user_model()
    user = User.objects.filter(username=handle(email, factory.pk), is_active=True).first()
    if user is None:
        return
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    path = f"/{language}/account/new-password/{uid}/{token}/"
    send(
        to=user.email,
        template="password_reset",
        language=language,
        context={"address": store_address(factory, path)},
        user=user,
    )


def who_resets(uid: str, token: str):
    """The account an address from such a mail stands for; raises ``LinkExpired``."""
    User = get_user_model()
    try:
        pk = int(urlsafe_base64_decode(uid).decode())
    except (ValueError, OverflowError, UnicodeDecodeError):
        raise LinkExpired from None
    user = User.objects.filter(pk=pk, factory=current_factory(), is_active=True).first()
    if user is None or not default_token_generator.check_token(user, token):
        raise LinkExpired
    return user


@transaction.atomic
def set_password(user, *, password: str) -> None:
    """Give an account a new password."""
    _check_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])


def _check_password(password: str, user) -> None:
    try:
        validate_password(password, user)
    except ValidationError as refused:
        raise WeakPassword(refused.messages) from None
